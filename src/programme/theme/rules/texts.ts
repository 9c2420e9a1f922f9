/** The texts of a theme, in the order in which people write and read them. */
export const fields = [
  'name',
  'meaning',
  'strengths',
  'aspect',
  'comparison',
  'tie',
  'lasting',
  'goals',
  'slogan',
] as const
export type Field = (typeof fields)[number]
/** The slogan may be empty; the others are all there when the theme is submitted. */
export type Texts = Record<Field, string>

/** Texts of a few words, written on one line. */
export const short: readonly Field[] = ['name', 'aspect', 'comparison', 'slogan']

/** How many characters a text may have, as people count them. A name has at least two. */
export const most: Record<Field, number> = {
  name: 24,
  meaning: 600,
  strengths: 600,
  aspect: 40,
  comparison: 60,
  tie: 600,
  lasting: 600,
  goals: 600,
  slogan: 40,
}

/** What the texts are called where they are disclosed; adopted opinions say by these where words changed. */
export const passageLabels: Record<Field, string> = {
  name: '主题名称',
  meaning: '主题内涵',
  strengths: '自身优势',
  aspect: '优势方面',
  comparison: '比较对象',
  tie: '与中心工作的结合',
  lasting: '长期坚持的条件',
  goals: '创建目标',
  slogan: '宣传语',
}

/** The labels of the texts that are still missing; the slogan never is. */
export function missingIn(texts: Texts): string[] {
  return fields.filter((field) => field !== 'slogan' && texts[field].trim() === '').map((field) => passageLabels[field])
}

/** The texts as passages of a notice; an empty slogan is left out. */
export function passagesOf(texts: Texts): { label: string; text: string }[] {
  return fields
    .filter((field) => texts[field] !== '')
    .map((field) => ({ label: passageLabels[field], text: texts[field] }))
}

/** The texts after a notice: passages that it does not have stay as they are. */
export function textsFrom(passages: readonly { label: string; text: string }[], before: Texts): Texts {
  const after = { ...before }
  for (const field of fields) {
    const passage = passages.find(({ label }) => label === passageLabels[field])
    if (passage) after[field] = passage.text
  }
  return after
}

/** The comparison group that is filled in for a branch: the branches under the organisation above it (S04.3: 相对性). */
export function usualComparison(above: string | null): string {
  return above === null ? '' : [...`${above}所属各党支部`].slice(0, most.comparison).join('')
}
