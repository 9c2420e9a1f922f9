import { archiveOf } from '#support/spreadsheet/archive-maker.ts'

/**
 * A workbook of organisations and people as they come from many hands: a title over merged cells, the organisation merged
 * over its people, blanks around and inside text, full-width digits and letters, days in five spellings, missing regions,
 * doubled rows, characters of the extension planes. With `faulty`, also what has to be refused.
 */
export function messyWorkbook({
  people,
  faulty = false,
  parent,
}: {
  people: number
  faulty?: boolean
  parent: string
}): Uint8Array<ArrayBuffer> {
  const organisations = Math.max(1, Math.ceil(people / 12))
  const nameOf = (at: number) => `${['东', '西', '南', '北'][at % 4]}区第${at}海事处党支部`
  const days = ['2019-07-01', '2019.7.1', '2019年7月1日', '２０１９／０７／０１', '20190701']
  const table = new Table('组织')
  table.title('党组织（各单位汇总）', 8)
  table.row(['组织全称 *', '简称', '类别*', '上级组织全称', '片区', '单位', '排序号', '成立日期 *'])
  for (let at = 0; at < organisations; at++) {
    const written = at % 5 === 0 ? `　${nameOf(at)} ` : nameOf(at)
    const region = at % 4 === 0 ? '' : [' 珠三角', '粤西　', '粤东'][at % 3]!
    const kind = faulty && at % 97 === 3 ? '小组' : ['党支部', '支部'][at % 2]!
    const cells = [
      written,
      at % 3 === 0 ? '' : `${at}处`,
      kind,
      parent,
      region,
      '',
      fullWidth(String(at + 100)),
      days[at % 5]!,
    ]
    table.row(cells)
    if (at % 1000 === 7) table.row(cells)
  }
  const list = new Table('人员')
  list.title('人员与职务', 7)
  list.row(['工号', '姓名 *', '所在党组织 *', '身份 *', '职务', '任职组织', '任职日期'])
  for (let at = 0; at < people; at++) {
    const first = at % 12 === 0
    const name = `${'王李张陈𠮷㛃'.match(/./gu)![at % 6]}${String.fromCodePoint(0x4e00 + (at % 4000))}${String.fromCodePoint(0x5200 + ((at * 7) % 3000))}`
    const spread = at % 9 === 4 ? [...name].join('　') : name
    const number = faulty && at % 211 === 5 ? '11010519491231002X' : at % 7 === 0 ? fullWidth(`M${at}`) : `M${at}`
    // the name of an organisation stands in the first row of its people and is merged over them
    const row = list.row([
      number,
      spread,
      first ? nameOf(Math.floor(at / 12)) : '',
      faulty && at % 301 === 9 ? '' : at % 11 === 0 ? '群众' : ' 党员',
      first || at % 11 === 0 ? '' : at % 12 === 1 ? '支部书记' : '',
      '',
      at % 12 === 1 && at % 11 !== 0 ? days[at % 5]! : '',
    ])
    if (first) list.merge(`C${row}:C${row + Math.min(11, people - at - 1)}`)
  }
  return new Uint8Array(workbookOf([table, list]))
}

const fullWidth = (text: string) =>
  text.replace(/[0-9A-Za-z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))

class Table {
  name: string
  private rows: string[] = []
  private merged: string[] = []

  constructor(name: string) {
    this.name = name
  }

  title(text: string, columns: number): void {
    const row = this.row([text])
    this.merge(`A${row}:${'ABCDEFGH'[columns - 1]}${row}`)
  }

  row(cells: string[]): number {
    const row = this.rows.length + 1
    const written = cells.map((text, at) =>
      text === ''
        ? ''
        : `<c r="${'ABCDEFGH'[at]}${row}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    )
    this.rows.push(`<row r="${row}">${written.join('')}</row>`)
    return row
  }

  merge(range: string): void {
    if (range.split(':')[0] !== range.split(':')[1]) this.merged.push(range)
  }

  xml(): string {
    const merged = this.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${this.rows.join('')}</sheetData>${merged && `<mergeCells count="${this.merged.length}">${merged}</mergeCells>`}</worksheet>`
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function workbookOf(tables: Table[]): Buffer {
  const sheets = tables.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const relations = tables.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const types = tables.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  return archiveOf([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    },
    ...tables.map((table, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, data: table.xml() })),
  ])
}
