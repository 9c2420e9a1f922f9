/**
 * The printed notice after GB/T 9704: 三号 in a type area of 156 by 225 mm, 22 lines a page. What would run over onto a second
 * page is set smaller with narrower margins instead (162 by 247 mm), so that it can be read on a board. All in points.
 */
export const sheetSizes = [
  { name: 'three', size: 16, line: 28.95, width: 442, height: 638 },
  { name: 'four', size: 14, line: 23, width: 459, height: 700 },
  { name: 'small-four', size: 12, line: 19, width: 459, height: 700 },
  { name: 'five', size: 10.5, line: 16.5, width: 459, height: 700 },
] as const
export type SheetSize = (typeof sheetSizes)[number]['name']

/** The heading above, and below what signature, date and the seal over them take, whatever the size. */
const HEADING = 52
const SIGNED = 96
/** What the code takes of the width beside the ways to speak. */
const CODE = 110

/** What stands on the sheet: paragraphs over the whole width, and those beside the code. */
export interface SheetText {
  paragraphs: string[]
  besideCode: string[]
}

/** The largest size in which the notice fits one page; null where it needs several in any. */
export function fitting({ paragraphs, besideCode }: SheetText): SheetSize | null {
  const fits = sheetSizes.find(({ size, line, width, height }) => {
    const lines = (texts: string[], across: number) =>
      texts.reduce((sum, text) => sum + Math.max(1, Math.ceil((2 + emsOf(text)) / Math.floor(across / size))), 0)
    const text = (lines(paragraphs, width) + lines(besideCode, width - CODE)) * line
    return HEADING + text + SIGNED <= height
  })
  return fits?.name ?? null
}

/** How wide a text is in characters: Latin letters and digits take about half of one. */
function emsOf(text: string): number {
  let halves = 0
  for (const character of text) halves += character.charCodeAt(0) < 0x2e80 ? 1.1 : 2
  return halves / 2
}
