import { asTyped, buildEmpty, headingRowOf, lastRowMark } from './build.ts'
import { columnLetters } from './rules/address.ts'
import type { Column } from './rules/column.ts'
import { serialOfDay } from './rules/day.ts'
import type { EmptySpec, Link, Row, Written } from './rules/spec.ts'
import { keepableText } from './rules/text.ts'
import { ArchiveWriter, filesIn } from './write-archive.ts'

/** Some rows of a sheet, by its place in the spec. All rows of a sheet come before those of the next. */
export interface SomeRows {
  sheet: number
  rows: readonly Row[]
}

/**
 * Writes a workbook of any length: exceljs makes it without its rows, then each sheet is written anew with its rows as they
 * come. Only the packed file is kept, so that memory does not grow with the rows.
 */
export async function writeWorkbook(spec: EmptySpec, rows: AsyncIterator<SomeRows>): Promise<Uint8Array> {
  const files = filesIn(await buildEmpty(spec))
  const archive = new ArchiveWriter()
  const own = new Set(spec.sheets.flatMap((_, index) => [pathOf(index), relationsOf(index)]))
  for (const [name, text] of files) if (!own.has(name)) await archive.add(name, [text])
  let next = await rows.next()
  for (const [index, sheet] of spec.sheets.entries()) {
    const writer = new SheetWriter(sheet, files.get(pathOf(index))!)
    const pieces = async function* () {
      yield writer.head
      for (; !next.done && next.value.sheet === index; next = await rows.next()) yield writer.rows(next.value.rows)
      yield writer.end()
    }
    await archive.add(pathOf(index), pieces())
    const relations = withLink(files.get(relationsOf(index)), writer.linked ? sheet.links : undefined)
    if (relations) await archive.add(relationsOf(index), [relations])
  }
  return archive.end()
}

const pathOf = (index: number) => `xl/worksheets/sheet${index + 1}.xml`
const relationsOf = (index: number) => `xl/worksheets/_rels/sheet${index + 1}.xml.rels`
const LINK_ID = 'rIdFile'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** The relations of a sheet, with the file beside it that its links lead to. */
function withLink(relations: string | undefined, file: string | undefined): string | undefined {
  if (file === undefined) return relations
  const target = encoded(encodeURIComponent(file))
  const link = `<Relationship Id="${LINK_ID}" Type="${HYPERLINK}" Target="${target}" TargetMode="External"/>`
  const all =
    relations ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONS}"></Relationships>`
  return all.replace('</Relationships>', `${link}</Relationships>`)
}

/** One sheet: what stands before the rows, the rows, and what stands behind them once it is known how many there are. */
class SheetWriter {
  head: string
  private tail: string
  private row: number
  private headingRow: number
  private cells: { letters: string; style: string; column: Column }[]
  private sheet: EmptySpec['sheets'][number]
  private links: string[] = []

  constructor(sheet: EmptySpec['sheets'][number], xml: string) {
    const at = xml.indexOf('</sheetData>')
    this.sheet = sheet
    // it would say that nothing stands below the headings
    this.head = between(xml.slice(0, at), '<dimension ', '/>', () => '')
    this.tail = xml.slice(at)
    this.headingRow = headingRowOf(sheet)
    this.row = this.headingRow
    const styles = stylesOf(this.head)
    this.cells = sheet.columns.map((column, index) => ({
      letters: columnLetters(index + 1),
      style: styles[index] ?? '',
      column,
    }))
  }

  get linked(): boolean {
    return this.links.length > 0
  }

  rows(rows: SomeRows['rows']): string {
    let xml = ''
    for (const row of rows) {
      this.row += 1
      xml += `<row r="${this.row}">`
      for (let at = 0; at < this.cells.length; at++) xml += this.cell(row[at] ?? null, this.cells[at]!)
      xml += '</row>'
    }
    return xml
  }

  private cell(value: Written | Link, { letters, style, column }: (typeof this.cells)[number]): string {
    if (value === null) return ''
    const place = `${letters}${this.row}`
    if (typeof value === 'object') this.link(place, value)
    const typed = typedFor(typeof value === 'object' ? value.text : value, column)
    if (typeof typed === 'number') return `<c r="${place}"${style}><v>${typed}</v></c>`
    return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${encoded(typed)}</t></is></c>`
  }

  private link(place: string, { sheet, address }: Link): void {
    const location = encoded(`'${sheet.replaceAll("'", "''")}'!${address}`)
    this.links.push(`<hyperlink ref="${place}" r:id="${LINK_ID}" location="${location}"/>`)
  }

  end(): string {
    const last = this.row + (this.sheet.emptyRows ?? 0)
    const links = this.linked ? `<hyperlinks>${this.links.join('')}</hyperlinks>` : ''
    const filtered = this.tail.replace(/(<autoFilter ref="[A-Z]+\d+:[A-Z]+)\d+"/, `$1${this.row}"`)
    const offered = between(filtered, '<dataValidations', '</dataValidations>', (rules) =>
      last > this.headingRow ? rules.replaceAll(`${lastRowMark}"`, `${last}"`) : '',
    )
    return offered.replace(/<page(Margins|Setup) /, (setup) => `${links}${setup}`)
  }
}

/** The text with the first part from one mark to another replaced, if there is one. */
function between(text: string, from: string, to: string, by: (part: string) => string): string {
  const start = text.indexOf(from)
  if (start < 0) return text
  const end = text.indexOf(to, start) + to.length
  return text.slice(0, start) + by(text.slice(start, end)) + text.slice(end)
}

/** The style of each column as its cells name it. */
function stylesOf(head: string): string[] {
  const styles: string[] = []
  for (const columns of head.split('<col').slice(1)) {
    const tag = columns.slice(0, columns.indexOf('>'))
    const [from, to, style] = ['min', 'max', 'style'].map((name) => tag.split(` ${name}="`)[1]?.split('"')[0])
    if (style !== undefined)
      for (let column = Number(from); column <= Number(to); column++) styles[column - 1] = ` s="${style}"`
  }
  return styles
}

// A number only where the spreadsheet program keeps it whole: up to 15 digits. Everything else stays typed as text.
function typedFor(value: string | number, column: Column): string | number {
  const text = String(value)
  if (typeof value === 'number') return value
  const counts = column.kind === 'decimal' || column.kind === 'whole'
  if (counts && /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15) return Number(text)
  if (column.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(text)) return serialOfDay(text)
  return asTyped(text)
}

const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '_x000D_' }

/** Text as XML holds it; what XML has no sign for is left out. */
function encoded(text: string): string {
  return keepableText(text)
    .replace(UNWRITABLE, '')
    .replace(/[&<>"\r]/g, (sign) => SIGNS[sign]!)
}
