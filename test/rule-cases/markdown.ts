import type { Cell, Grid, Workbook } from '#programme/scoring/rules/workbook-cells.ts'

/** A heading with what stands under it: its tables by the words in bold above them, its other text, its printed consoles. */
export interface Section {
  title: string
  tables: Map<string, string[][]>
  text: string
  consoles: { command: string; out: string }[]
}

/** Parts a Markdown text at headings of one depth (`###`). Tables have the name in the bold line before them. */
export function sectionsOf(markdown: string, depth: string): Section[] {
  const parts = markdown.split(new RegExp(`^${depth} `, 'm')).slice(1)
  return parts.map((part): Section => {
    const [title = '', ...lines] = part.split('\n')
    // a heading above this depth ends the section
    const end = lines.findIndex((line) => /^#{1,6} /.test(line) && line.indexOf(' ') <= depth.length)
    const own = end < 0 ? lines : lines.slice(0, end)
    return { title, tables: tablesIn(own), text: own.join('\n'), consoles: consolesIn(own.join('\n')) }
  })
}

function tablesIn(lines: readonly string[]): Map<string, string[][]> {
  const tables = new Map<string, string[][]>()
  let name = ''
  for (const line of lines) {
    const bold = /^\*\*([^*]+)\*\*/.exec(line)
    if (bold) name = bold[1]!
    if (!line.startsWith('|')) continue
    if (/^\|[-|: ]+\|$/.test(line)) continue
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replace(/^`|`$/g, ''))
    tables.set(name, [...(tables.get(name) ?? []), cells])
  }
  return tables
}

function consolesIn(text: string): { command: string; out: string }[] {
  return [...text.matchAll(/```console\n\$ ([^\n]+)\n(.*?)```/gs)].map(([, command = '', out = '']) => ({
    command,
    out,
  }))
}

/** Tables as a workbook: what a person would type into Excel. */
export function workbookOf(tables: Map<string, string[][]>): Workbook {
  return {
    sheets: [...tables].map(
      ([name, rows]): Grid => ({ name, rows: rows.map((row) => row.map((cell): Cell => cell || null)) }),
    ),
  }
}
