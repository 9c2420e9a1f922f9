import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Check 33: no regular expression that a text can make slow. */

const root = join(import.meta.dirname, '../..')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => join('src', path))

interface Expression {
  place: string
  source: string
  flags: string
}

function expressionsOf(path: string): { literals: Expression[]; built: string[] } {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
  const literals: Expression[] = []
  const built: string[] = []
  const place = (node: ts.Node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      literals.push({ place: place(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      built.push(`${place(node)} ${node.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { literals, built }
}

const found = sources.map(expressionsOf)

test('the checker finds a slow one', async () => {
  expect((await check('^(a+)+$', '')).status).toBe('vulnerable')
})

test('every regular expression of the sources is answered in time by every text', { timeout: 300_000 }, async () => {
  const literals = found.flatMap((each) => each.literals)
  expect(literals.length).toBeGreaterThan(50)
  const unique = new Map(literals.map((each) => [`/${each.source}/${each.flags}`, each]))
  const slow: string[] = []
  for (const [text, { place, source, flags }] of unique) {
    // what the checker does not know of does not change how long a match takes
    const found = await check(source, flags.replace('v', 'u'), { timeout: 20_000 })
    if (found.status !== 'safe') slow.push(`${place} ${text} ${JSON.stringify(found).slice(0, 200)}`)
  }
  expect(slow).toEqual([])
})

test('one is put together from text, which is a word of ours, and it is no slower', async () => {
  const built = found.flatMap((each) => each.built)
  // those of evidence are constants of the same file, one after the other
  const words = /^src\/support\/evidence\/content\/(?:other-kinds|pdf)\.ts:\d+ new RegExp\(/
  const others = built.filter((each) => !words.test(each))
  expect(built.length - others.length).toBe(3)
  expect(others).toEqual([expect.stringMatching(/^src\/support\/spreadsheet\/xml\.ts:\d+ new RegExp\(`.*\$\{name\}/)])
  const source = /`(.*)`/
    .exec(others[0]!)![1]!
    .replaceAll('\\\\', '\\')
    .replace(/\$\{name\}/, 'sheetId')
  expect((await check(source, '')).status).toBe('safe')
})
