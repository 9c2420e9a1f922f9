import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Language } from '#basics/messages.ts'
import { readFactsFile } from '#programme/scoring/rules/facts-file.ts'
import { lint } from '#programme/scoring/rules/lint.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { readRuleSheet, writeRuleSheet } from '#programme/scoring/workbook.ts'
import { lintFile, scoreFile } from '../../src/main/cli-score.ts'
import { speaker } from '../../src/main/cli-words.ts'
import { guideFacts } from './guide-facts.ts'
import { sectionsOf, workbookOf } from './markdown.ts'

// docs/rules-guide.md is what a newcomer has: its ten examples are read from it as they stand, and must give what it prints.

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/rules-guide.md'), 'utf8')
const examples = sectionsOf(guide, '###').filter(({ title }) => /^例 \d+ /.test(title))
const first = examples[0]!

/** The tables of an example, and those of the first one in the form that section 6 describes where it lists none. */
function tablesOf({ title, tables }: (typeof examples)[number]): Map<string, string[][]> {
  const own = new Map([...first.tables].filter(([name]) => !['事实', '指标', '条款'].includes(name)))
  const rows = (name: string) => tables.get(name) ?? []
  const sections = rows('指标')
    .slice(1)
    .filter(([, parent]) => parent === '')
  const full = sections.reduce((sum, row) => sum + Number(row[4]), 0)
  const head = new Map(own.get('说明')!.map(([item, content]) => [item!, content!]))
  head.set('细则编号', /例 3/.test(title) ? 'ZC-2026' : `G${examples.findIndex((each) => each.title === title) + 1}`)
  head.set('细则名称', `示例：${/例 3/.test(title) ? '逐次加分封顶' : title}`)
  head.set('满分', String(full))
  head.set('基本分指标', sections.map(([code]) => code).join('、'))
  own.set('说明', [...head])
  for (const [name, table] of tables) if (!/^事实文件/.test(name)) own.set(name, table)
  return own
}

function sheetOf(
  example: (typeof examples)[number],
  change: (tables: Map<string, string[][]>) => void = () => {},
): Sheet {
  const tables = tablesOf(example)
  change(tables)
  const read = readRuleSheet(workbookOf(tables))
  if (!read.ok) throw new Error(`${example.title}: ${read.errors.map(({ said }) => said.zh).join('\n')}`)
  return read.value.sheet
}

const options = { population: false, json: false, xlsx: false, out: undefined, explain: undefined }

async function run(command: string, sheet?: Buffer, facts?: Buffer): Promise<string> {
  const words = command.split(' ').slice(2)
  const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined)
  const language: Language = after('--lang') === 'en' ? 'en' : 'zh'
  const speak = speaker(language)
  const file = (path: string) => readFileSync(join(root, path))
  if (words[0] === 'rules') {
    const { lines } = await lintFile(sheet ?? file(words[2]!), language, speak)
    return `${lines.join('\n')}\n`
  }
  const more = { ...options, population: words.includes('--population'), explain: after('--explain') }
  const { lines } = await scoreFile(
    sheet ?? file(after('--rules')!),
    facts ?? file(after('--facts')!),
    more,
    language,
    speak,
  )
  return `${lines.join('\n')}\n`
}

const printed = [...guide.matchAll(/```console\n\$ ([^\n]+)\n(.*?)```/gs)]
  .map(([, command = '', out = '']) => ({ command, out }))
  .filter(({ command }) => command.includes('examples/rules/'))

test('what the guide prints for the workbooks under examples/rules is what the command line prints', async () => {
  expect(printed.length).toBeGreaterThanOrEqual(10)
  for (const { command, out } of printed) expect(await run(command), command).toBe(out)
})

describe('each of the ten examples, typed in from the guide', () => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', async (_, example) => {
    const at = /^例 (\d+)/.exec(example.title)![1]!
    const sheet = sheetOf(example)
    expect(lint(sheet).filter(({ severity }) => severity === 'error')).toEqual([])
    const given = guideFacts[at] ?? []
    const consoles = example.consoles.filter(({ command }) => command.includes(`例${at}`))
    expect(given.length).toBe(consoles.length)
    for (const [index, { command, out }] of consoles.entries()) {
      const { branches, change } = given[index]!
      const facts = { format: 'hangbiao-facts/1', branches }
      expect(readFactsFile(facts).ok).toBe(true)
      const changed = Buffer.from(JSON.stringify(sheetOf(example, change)))
      expect(await run(command, changed, Buffer.from(JSON.stringify(facts))), command).toBe(out)
    }
  })

  test('those that lie under examples/rules are the same sheets', async () => {
    const codes: Record<string, string> = { '1': 'deductions', '8': 'formula', '10': 'ranks' }
    for (const [at, name] of Object.entries(codes)) {
      const example = examples.find(({ title }) => title.startsWith(`例 ${at} `))!
      const { title: _, code: __, note: ___, ...rest } = sheetOf(example)
      const { lines } = await lintFile(readFileSync(join(root, `examples/rules/${name}.xlsx`)), 'zh', speaker('zh'))
      expect(lines).toHaveLength(2)
      const facts = readFileSync(join(root, `examples/rules/${name}.json`))
      const xlsx = readFileSync(join(root, `examples/rules/${name}.xlsx`))
      const json = Buffer.from(JSON.stringify({ ...rest, title: 'x', code: 'x', note: '' }))
      const more = { ...options, population: true, json: true }
      const branches = async (rules: Buffer) =>
        JSON.parse((await scoreFile(rules, facts, more, 'zh', speaker('zh'))).lines.join('')).branches
      expect(await branches(json)).toEqual(await branches(xlsx))
    }
  })

  test('the check of section 7 says what it prints', async () => {
    const { command, out } = sectionsOf(guide, '##').find(({ title }) => title.startsWith('7 '))!.consoles[0]!
    expect(command).toContain('例3.xlsx')
    const sheet = sheetOf(examples[2]!, (tables) => {
      const rows = tables.get('指标')!
      rows[1]![rows[0]!.indexOf('上限')] = '1.5'
    })
    const found = await run(command, Buffer.from(JSON.stringify(sheet)))
    // JSON has no rows of its own: the place is that of the workbook it would be written to
    expect(found.replace(/ · \d+ · /g, ' · ')).toBe(out.replace(/ · \d+ · /g, ' · '))
    expect(readRuleSheet(writeRuleSheet(sheet)).ok).toBe(true)
  })
})
