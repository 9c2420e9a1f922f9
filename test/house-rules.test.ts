import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const listed = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|mjs|cjs|sql)$/.test(path))
const read = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') })
const sources = listed('src').map(read)
const all = [...sources, ...['test', 'bin', 'bench'].flatMap(listed).map(read)]
const product = sources.filter(({ path }) => !path.includes('.test.'))
const generated = /platform\/tables\.ts$/
const code = product.filter(({ path }) => /\.tsx?$/.test(path) && !generated.test(path))

function offenders(files: { path: string; text: string }[], wrong: RegExp, ...excepted: RegExp[]): string[] {
  return files.flatMap(({ path, text }) =>
    excepted.some((each) => each.test(path))
      ? []
      : text
          .split('\n')
          .flatMap((line, index) => (wrong.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : [])),
  )
}

test('rules read no clock and roll no dice', () => {
  const rules = code.filter(({ path }) => path.includes('/rules/') || path.startsWith('src/basics/'))
  expect(offenders(rules, /Date\.now|new Date\(\)|Math\.random|crypto\b|performance\./)).toEqual([])
})

test('nothing asks the machine for the time: the database has the clock', () => {
  expect(
    offenders(
      code,
      /new Date\(\)|Date\.now\(\)/,
      /^src\/platform\/(say|postgres)/,
      /^src\/main\/(server|demo)/,
      /\/ui\//,
      /^src\/web\//,
    ),
  ).toEqual([])
})

test('no file is longer than 250 lines', () => {
  // Tests and sample data tell one story from top to bottom; they may be twice as long.
  const most = (path: string) => (/\.test\.|^test\/|\/sample\//.test(path) ? 501 : 251)
  const long = all.filter(
    ({ path, text }) => !generated.test(path) && /\.tsx?$/.test(path) && text.split('\n').length > most(path),
  )
  expect(long.map(({ path, text }) => `${path} ${text.split('\n').length}`)).toEqual([])
})

test('a capability changes only tables made in its own migrations', () => {
  const owners = new Map<string, string>()
  for (const { path, text } of sources.filter(({ path }) => path.endsWith('.sql')))
    for (const [, table] of text.matchAll(/create table (?:if not exists )?(\w+)/g))
      owners.set(table!, path.replace(/\/migrations\/.*/, ''))
  const foreign = code
    .filter(({ path }) => /^src\/(programme|support)\//.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'/g)]
        .filter(([, table]) => !path.startsWith(`${owners.get(table!)}/`))
        .map(([, table]) => `${path} writes ${table} of ${owners.get(table!)}`),
    )
  expect(foreign).toEqual([])
})

test('no SQL is put together from text: sql.raw reads migration files only', () => {
  expect(offenders(code, /sql\.raw\(/, /^src\/platform\/migrate\.ts$/)).toEqual([])
})

test('only settings read the environment', () => {
  expect(
    offenders(
      code,
      /process\.env/,
      /^src\/platform\/settings\.ts$/,
      /^src\/main\/(server|cli|generate-run)/,
      /^src\/platform\/postgres\//,
      /^src\/support\/spreadsheet\//,
    ),
  ).toEqual([])
})

test('what the red lines bar is nowhere offered: check-ins, reward points, likes, streaks, online time, read and unread', () => {
  const barred =
    /打卡|签到|积分|点赞|排行榜|活跃度|在线时长|连续登录|已读|未读|leaderboard|check-?in streak|reward points/i
  // The rule sheet's lint names what it bars, and the sample is checked not to contain it.
  expect(
    offenders(code, barred, /programme\/scoring\/rules\/(lint|barred)/, /programme\/scoring\/rules\/.*barred/),
  ).toEqual([])
})

test('screens fetch nothing from outside and keep nothing in the browser but drafts', () => {
  const screens = code.filter(({ path }) => /\/(ui|pages)\/|^src\/(web|portal)\//.test(path))
  expect(offenders(screens, /https?:\/\/(?!localhost|127\.)[a-z]/i, /^src\/web\/.*\.svg$/)).toEqual([])
  expect(
    offenders(screens, /localStorage|sessionStorage|indexedDB|document\.cookie/, /^src\/web\/language\.ts$/),
  ).toEqual([])
})

test('no one-line escape: no any, no ignored error, no skipped test, no unfinished word', () => {
  expect(offenders(code, /\bas any\b|: any\b|<any>|@ts-ignore|@ts-expect-error|eslint-disable/)).toEqual([])
  const tests = all.filter(({ path }) => path.includes('.test.') && !path.includes('house-rules'))
  expect(offenders(tests, /\b(it|test|describe)\.(skip|only|todo)\b/)).toEqual([])
  expect(offenders(product, /\b(TODO|FIXME|XXX)\b|not implemented|尚未实现/)).toEqual([])
})

test('named exports only', () => {
  expect(offenders(code, /^export default/)).toEqual([])
})

test('every page of the workbench stands in it once, also those of the lists kept apart', () => {
  const web = join(root, 'src', 'web')
  const lists = readdirSync(web).filter((name) => /^pages.*\.ts$/.test(name))
  const texts = lists.map((name) => readFileSync(join(web, name), 'utf8'))
  const paths = texts.flatMap((text) => [...text.matchAll(/^ +path: '(.+)',$/gm)].map(([, path]) => path))
  expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([])
  expect(paths.length).toBeGreaterThan(25)
  const apart = texts.flatMap((text) =>
    [...text.matchAll(/^export const (\w+Pages): DeskPage/gm)].map(([, list]) => list),
  )
  const taken = [...readFileSync(join(web, 'pages.ts'), 'utf8').matchAll(/^ {2}\.\.\.(\w+),$/gm)].map(
    ([, list]) => list,
  )
  expect(taken.sort()).toEqual(apart.filter((list) => list !== 'deskPages').sort())
})
