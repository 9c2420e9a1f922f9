import { RefusedFile, unreadable } from './refused-file.ts'
import type { Limits } from './rules/limits.ts'
import { type NumberFormat, numberFormat } from './rules/number-format.ts'
import { keepableText } from './rules/text.ts'
import { attribute, type Listener } from './xml.ts'

/** Collects the text of `<si>` or `<is>`: rich text is joined, the reading aids of Japanese text (`rPh`) left out. */
export class RichText {
  private text_ = ''
  private inText = false
  private inReading = false

  start(): void {
    this.text_ = ''
    this.inText = false
    this.inReading = false
  }

  open(name: string): void {
    if (name === 'rPh') this.inReading = true
    if (name === 't') this.inText = !this.inReading
  }

  close(name: string): void {
    if (name === 'rPh') this.inReading = false
    if (name === 't') this.inText = false
  }

  text(text: string): void {
    if (this.inText) this.text_ += text
  }

  /** Characters that XML cannot hold are written `_x000D_`. */
  read(): string {
    return unescapeText(this.text_)
  }
}

export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Reads the texts that cells refer to by number. */
export class SharedStrings implements Listener {
  strings: string[] = []
  private rich = new RichText()
  private limits: Limits

  constructor(limits: Limits) {
    this.limits = limits
  }

  open(name: string): void {
    if (name === 'si') this.rich.start()
    else this.rich.open(name)
  }

  close(name: string): void {
    if (name !== 'si') {
      this.rich.close(name)
      return
    }
    if (this.strings.length >= this.limits.cells)
      throw new RefusedFile('spreadsheet.too-many-cells', { most: this.limits.cells })
    this.strings.push(this.rich.read())
  }

  text(text: string): void {
    this.rich.text(text)
  }
}

const MOST_STYLES = 70_000

/** Reads which cell styles show a number as a day or a time. */
export class Styles implements Listener {
  formats: NumberFormat[] = []
  private codes = new Map<number, string>()
  private inCells = false

  open(name: string, attributes: string): void {
    if (name === 'cellXfs') this.inCells = true
    if (name === 'numFmt')
      this.codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
    if (name !== 'xf' || !this.inCells) return
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    this.formats.push(numberFormat(id, this.codes.get(id)?.slice(0, 500)))
    if (this.formats.length > MOST_STYLES || this.codes.size > MOST_STYLES) throw unreadable()
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false
  }

  text(): void {}
}

export interface SheetEntry {
  name: string
  hidden: boolean
  relation: string
}

/** Reads the list of sheets and the epoch of serial days. */
export class SheetList implements Listener {
  sheets: SheetEntry[] = []
  date1904 = false

  open(name: string, attributes: string): void {
    if (name === 'workbookPr') this.date1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
    if (name !== 'sheet') return
    this.sheets.push({
      name: keepableText((attribute(attributes, 'name') ?? '').slice(0, 100)),
      hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      relation: attribute(attributes, 'id') ?? '',
    })
  }

  close(): void {}
  text(): void {}
}

/** Reads which parts a part refers to: what it is (`worksheet`, `styles`, …) and its path. */
export class Relations implements Listener {
  all: { id: string; kind: string; path: string }[] = []
  private folder: string

  /** `folder` is where the part that refers lies, with a slash at the end: relative paths start there. */
  constructor(folder: string) {
    this.folder = folder
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
    this.all.push({
      id: attribute(attributes, 'Id') ?? '',
      kind: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      path: resolve(this.folder, attribute(attributes, 'Target') ?? ''),
    })
  }

  close(): void {}
  text(): void {}
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/').toLowerCase()
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
