import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyIn } from '#platform/seal.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { measureContract } from '#programme/building/contract-measure.ts'
import { sheetFile } from '#programme/scoring/cells.ts'
import { changed, faultlessFacts, marks } from '#programme/scoring/rules/example-facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { BranchInput } from '#programme/selection/rules/candidate.ts'
import type { Hashing } from '#programme/selection/rules/merkle.ts'
import { makeRun, type Run } from '#programme/selection/rules/run-file.ts'
import { accountContract } from '#support/account/contract.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { shownText } from '#support/spreadsheet/rules/workbook.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { png } from './evidence-files/making.ts'
import { openYear } from './journeys/records-stage.ts'
import { type Stage, setStage } from './stage.ts'
import { openWorld, type World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hangbiao cli 命令行 '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  out: string
  trouble: string
}

const root = join(import.meta.dirname, '..')
// inside the project, where its packages are found
const built = join(root, '.cache', `cli-${process.pid}`, 'dist')
beforeAll(async () => {
  const spreadsheets = join(root, 'src', 'support', 'spreadsheet', 'worker.ts')
  const entryPoints = { cli: join(root, 'src', 'main', 'cli.ts'), 'spreadsheet-worker': spreadsheets }
  const target = { outdir: built, outExtension: { '.js': '.mjs' }, platform: 'node', format: 'esm' } as const
  await build({ absWorkingDir: root, entryPoints, bundle: true, packages: 'external', jsx: 'automatic', ...target })
})
afterAll(() => rmSync(join(built, '..'), { recursive: true, force: true }))

/** Runs the command line as a program of its own, bundled from the sources as they are now. */
function hangbiao(words: string[], env: Record<string, string> = {}): Promise<Ended> {
  const clean = { PATH: process.env.PATH ?? '', NODE_ENV: 'test', ...env }
  return new Promise((resolve) => {
    execFile(process.execPath, [join(built, 'cli.mjs'), ...words], { env: clean }, (error, out, trouble) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, trouble }),
    )
  })
}

const hashing: Hashing = {
  text: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  bytes: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
}

function branch(at: number): BranchInput {
  const facts = changed(faultlessFacts(2025), { 'rating.core-task': marks(String(12 - at), '11.5') })
  const of = { region: '粤西', kind: '海事处', setUpOn: '2011-07-01', selfScore: {}, rulings: [] }
  return { id: `b${at}`, name: `第${at}党支部`, facts, ...of }
}

const run = makeRun('2025年度品牌党支部评选', sampleSheet(2025), [0, 1, 2, 3, 4].map(branch), hashing)

function kept(name: string, file: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return path
}

describe('hangbiao verify', () => {
  test('says what was recomputed, and that the posted root is this file’s', async () => {
    const { code, out } = await hangbiao(['verify', kept('运行 文件.json', run), '--root', run.root])
    expect(code).toBe(0)
    expect(out).toContain('评选：2025年度品牌党支部评选')
    expect(out).toContain(`输入：${run.inputs.length} 项（支部 5、`)
    expect(out).toContain(`根哈希：${run.root}`)
    expect(out).toContain('与公布的根哈希一致')
    expect(out).toContain('核对通过')
  })

  test('says in English that a file cannot vouch for itself', async () => {
    const { code, out } = await hangbiao(['verify', kept('run.json', run), '--lang', 'en'])
    expect(code).toBe(0)
    expect(out).toContain('Inputs: ')
    expect(out).toContain('compare with the posted one by --root')
  })

  test('finds and names a score that was changed by 0.01', async () => {
    const forged: Run = structuredClone(run)
    const input = forged.inputs.find(({ id }) => id === 'b3/fact/rating.core-task')!
    if (input.data.kind === 'fact' && input.data.value.value.shape === 'ratings')
      input.data.value.value.ratings[0]!.points = '9.01'
    const { code, out } = await hangbiao(['verify', kept('forged.json', forged)])
    expect(code).toBe(1)
    expect(out).toContain('输入“b3/fact/rating.core-task”与所载哈希不符')
    expect(out).toContain('支部：第3党支部；涉及指标：2.1')
    expect(out).toMatch(/结果不符：第3党支部的总分，文件载明 \S+，重新计算为 \S+。/)
  })

  test('finds another file than the one whose root was posted', async () => {
    const other = makeRun(run.title, sampleSheet(2025), [0, 1, 2, 3].map(branch), hashing)
    const { code, out } = await hangbiao(['verify', kept('other.json', other), '--root', run.root])
    expect(code).toBe(1)
    expect(out).toContain('这不是公布根哈希对应的文件')
  })

  test('ends with 2 when the file cannot be read as a run, and never prints what would steer a terminal', async () => {
    expect((await hangbiao(['verify', kept('not.json', '{"a":')])).code).toBe(2)
    expect((await hangbiao(['verify', kept('list.json', '[]')])).code).toBe(2)
    expect((await hangbiao(['verify', join(folder, 'nowhere.json')])).code).toBe(2)
    expect((await hangbiao(['verify'])).code).toBe(2)
    expect((await hangbiao(['verify', kept('x.json', run), '--root', 'abc'])).code).toBe(2)
    const steering = { ...structuredClone(run), 'x\u001b[31mred\u009b5m\u202e': 1 }
    const { code, out } = await hangbiao(['verify', kept('steering.json', steering)])
    expect(code).toBe(2)
    expect(out).toContain('x[31mred5m')
    expect(out).not.toMatch(/[\u001b\u009b\u202e]/)
  })
})

describe('rule sheets and scores, with neither server nor database', () => {
  const sheet = sampleSheet(2025)
  const own = [0, 1, 2].map(branch).map(({ id, name, region, facts }) => ({ id, name, region, facts }))
  const facts = () => kept('facts.json', { format: 'hangbiao-facts/1', branches: own })

  test('a sheet that may be issued ends with 0, one that may not with 1, by table, row and column', async () => {
    expect((await hangbiao(['rules', 'lint', kept('sheet.json', sheet)])).code).toBe(0)
    const clauses = sheet.clauses.map((each) => (each.code === '1.1-3' ? { ...each, points: '15' } : each))
    const { code, out } = await hangbiao(['rules', 'lint', kept('bad.json', { ...sheet, clauses }), '--lang', 'en'])
    expect(code).toBe(1)
    expect(out).toContain('✗ 条款 · 4 · 分值 · 1.1-3: It takes off 15 from an item of 10')
    expect((await hangbiao(['rules', 'lint', kept('none.json', { format: 'x' })])).code).toBe(2)
    expect((await hangbiao(['rules', 'lint'])).code).toBe(2)
  })

  test('a workbook is linted like JSON', async () => {
    const file = join(folder, '细则.xlsx')
    writeFileSync(file, await sheetFile(sheet))
    const { code, out } = await hangbiao(['rules', 'lint', file])
    expect([code, out]).toEqual([0, `XZ-2025 ${sheet.title}\n不能发布的 0 处，提示 0 处。\n`])
  })

  test('scores every branch as lines and as JSON, exact', async () => {
    const rules = kept('rules.json', sheet)
    const lines = await hangbiao(['score', '--rules', rules, '--facts', facts()])
    expect([lines.code, lines.out.split('\n')[0]]).toEqual([0, 'b0\t第0党支部\t99.75\t优秀'])
    const json = await hangbiao(['score', '--rules', rules, '--facts', facts(), '--population', '--json'])
    const { branches } = JSON.parse(json.out) as { branches: { branch: string; total: string; open: string[] }[] }
    expect(branches.map(({ branch, total }) => [branch, total])).toEqual([
      ['b0', '99.75'],
      ['b1', '99.25'],
      ['b2', '98.75'],
    ])
  })

  test('explains one branch clause by clause, with what it rests on', async () => {
    const { code, out } = await hangbiao([
      'score',
      '--rules',
      kept('r.json', sheet),
      '--facts',
      facts(),
      '--explain',
      '第2党支部',
    ])
    expect(code).toBe(0)
    expect(out).toContain('  2.1-1 在中心任务中发挥的作用')
    expect(out).toContain('    平均分：21.5 ÷ 2 = 10.75')
    expect(out).toMatch(/总分：98\.75 \+ 0 = 98\.75/)
    const nobody = await hangbiao([
      'score',
      '--rules',
      kept('r.json', sheet),
      '--facts',
      facts(),
      '--explain',
      '无此支部',
    ])
    expect([nobody.code, nobody.trouble]).toEqual([2, '事实文件中没有“无此支部”。\n'])
  })

  test('keeps the scores as a workbook, never over another file', async () => {
    const out = join(folder, '得分.xlsx')
    const words = ['score', '--rules', kept('r.json', sheet), '--facts', facts(), '--xlsx', '--out', out]
    expect((await hangbiao(words)).code).toBe(0)
    const read = await readWorkbook(new Uint8Array(readFileSync(out)))
    const rows = read.ok ? read.value.sheets[0]!.rows : []
    expect(rows[1]!.slice(0, 4).map(({ value }) => shownText(value))).toEqual(['b0', '第0党支部', '99.75', '优秀'])
    expect((await hangbiao(words)).code).toBe(2)
  })

  test('a file of facts that is none is named by its places', async () => {
    const wrong = kept('wrong.json', {
      format: 'hangbiao-facts/1',
      branches: [{ ...own[0], facts: { x: { value: { shape: 'count', count: -1 } } } }],
    })
    const { code, out } = await hangbiao(['score', '--rules', kept('r.json', sheet), '--facts', wrong])
    expect([code, out]).toEqual([2, '✗ branches[0].facts.x.value.count: not-a-number\n'])
  })
})

describe('against a server', () => {
  let world: World
  let stage: Stage
  let server: ServerType
  let env: Record<string, string>

  beforeAll(async () => {
    world = await openWorld({ today: '2026-07-15' })
    stage = await setStage(world)
    server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const secretary = await world.as(stage.people.huangpuSecretary)
    const { token } = await secretary.get(accountContract.makeToken, { name: '命令行', days: 1 })
    const { port } = server.address() as AddressInfo
    env = { HANGBIAO_URL: `http://127.0.0.1:${port}`, HANGBIAO_TOKEN: token }
  })
  afterAll(async () => {
    server.close()
    await world.close()
  })

  test('an operation is asked by its name, with its fields as options or as JSON', async () => {
    const { huangpu } = stage.organisations
    const one = await hangbiao(['readOrganisation', '--organisation', huangpu], env)
    expect(one).toMatchObject({ code: 0, trouble: '' })
    expect(JSON.parse(one.out)).toMatchObject({ id: huangpu, name: '广州海事局黄埔海事处党支部' })
    const listed = await hangbiao(['call', 'listOrganisations', '{"limit":1}'], env)
    expect(JSON.parse(listed.out).rows).toHaveLength(1)
  })

  test('a figure is opened down to its records and added up again; a total that does not hold is found', async () => {
    const figure = await tracedFigure(world, stage)
    const traced = await hangbiao(['trace', figure], env)
    expect(traced).toMatchObject({ code: 0, trouble: '' })
    expect(traced.out).toContain('巡航时间@广州海事局黄埔海事处党支部 = 近19.75 小时 · 记录 2 · 逐条相加')
    expect(traced.out).toContain('2026-07-02\t广州海事局黄埔海事处党支部\t近7.25\t\t夜航检查。')
    expect(traced.out).toContain('重新相加：近19.75 小时，一致')
    const liar = createServer(async (request, response) => {
      const answer = await fetch(`${env.HANGBIAO_URL}${request.url}`, {
        headers: request.headers as Record<string, string>,
      })
      response.end((await answer.text()).replace('"value":"19.75"', '"value":"91.75"'))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => liar.once('listening', resolve))
    const there = { ...env, HANGBIAO_URL: `http://127.0.0.1:${(liar.address() as AddressInfo).port}` }
    const found = await hangbiao(['trace', figure], there)
    liar.close()
    expect(found.code).toBe(1)
    expect(found.out).toContain('重新相加：近19.75 小时，不一致')
    expect(await hangbiao(['trace'], env)).toMatchObject({ code: 2 })
    expect(await hangbiao(['trace', '没有这个数'], env)).toMatchObject({ code: 1, out: '' })
  })

  test('a refusal ends with 1, the code and the sentence of the server', async () => {
    const foreign = await hangbiao(['readOrganisation', '--organisation', stage.organisations.xuwen], env)
    expect(foreign).toMatchObject({ code: 1, out: '' })
    expect(foreign.trouble).toContain('404 platform.not-found')
    const unsigned = await hangbiao(['readMe'], { ...env, HANGBIAO_TOKEN: '' })
    expect(unsigned.trouble).toContain('401 platform.sign-in-first')
    const wrong = await hangbiao(['listOrganisations', '--limit', '0', '--lang', 'en'], env)
    expect(wrong.trouble).toContain('422 platform.bad-input')
    expect(wrong.trouble).toContain('limit:')
  })

  test('the token comes from a file or the environment, never from the command line', async () => {
    const file = kept('token', `${env.HANGBIAO_TOKEN}\n`)
    const from = await hangbiao(['readMe', '--token-file', file], { HANGBIAO_URL: env.HANGBIAO_URL! })
    expect(JSON.parse(from.out)).toMatchObject({ name: '黄志远' })
    const said = await hangbiao(['readMe', '--token', env.HANGBIAO_TOKEN!], { HANGBIAO_URL: env.HANGBIAO_URL! })
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.trouble).toContain('--token-file')
  })

  test('nothing that was stored can steer the terminal, and nothing of it is lost', async () => {
    const name = '黄埔\u001b]0;x\u0007\u009b31m\u202e支部'
    const { huangpu } = stage.organisations
    await world.owner.updateTable('organisation').set({ name }).where('id', '=', huangpu).execute()
    const { out } = await hangbiao(['readOrganisation', '--organisation', huangpu], env)
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(JSON.parse(out).name).toBe(name)
  })

  test('what it does not know it says, with 2; what does not answer, with 1', async () => {
    expect(await hangbiao(['readEverything'], env)).toMatchObject({ code: 2 })
    expect(await hangbiao(['readOrganisation'], env)).toMatchObject({ code: 2 })
    expect(await hangbiao(['call', 'listOrganisations', '[]'], env)).toMatchObject({ code: 2 })
    expect(await hangbiao(['readMe'], { ...env, HANGBIAO_URL: 'nowhere' })).toMatchObject({ code: 2 })
    const away = await hangbiao(['readMe'], { ...env, HANGBIAO_URL: 'http://127.0.0.1:9' })
    expect(away.code).toBe(1)
    expect(away.trouble).toContain('连不上服务器')
  })

  test('user list names the accounts of a database, and nobody where nothing was set up', async () => {
    const { host, port, user, database } = world.connection
    const at = (name: string) =>
      `postgres://${name}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    const mine = await hangbiao(['user', 'list'], { DATABASE_URL: at(user), DATABASE_OWNER_URL: at('another') })
    expect(mine.trouble).toBe('')
    expect(mine.out).toContain('黄志远')
    expect(mine.out).toContain('共 2 个账号（2 rows）')
    const nobody = await hangbiao(['user', 'list'], { DATA_DIR: join(folder, 'data') })
    expect(nobody).toMatchObject({ code: 0, out: '共 0 个账号（0 rows）\n' })
  })

  test('fsck names each file that is missing, altered or left over, and calls nothing healthy that is not there', async () => {
    const { host, port, user, database } = world.connection
    const at = (name: string) =>
      `postgres://${name}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    const dataDir = join(folder, 'kept')
    const here = { DATA_DIR: dataDir, DATABASE_URL: at(user), DATABASE_OWNER_URL: at('another') }
    expect(await hangbiao(['fsck'], here)).toMatchObject({ code: 2, out: '' })
    expect(await hangbiao(['fsck'], { DATA_DIR: join(folder, 'data') })).toMatchObject({ code: 2, out: '' })
    expect(existsSync(join(folder, 'data', 'pg'))).toBe(false)

    mkdirSync(dataDir)
    keyIn(dataDir)
    storeEvidenceIn(join(dataDir, 'evidence'))
    const secretary = await world.as(stage.people.huangpuSecretary)
    const hashes: string[] = []
    for (const name of ['甲', '乙', '丙', '丁']) {
      const sent = { organisation: stage.organisations.huangpu, file: { name: `${name}.png`, bytes: png(name) } }
      hashes.push((await secretary.get(evidenceContract.uploadEvidence, sent)).sha256)
    }
    const healthy = await hangbiao(['fsck'], here)
    expect(healthy).toMatchObject({ code: 0, trouble: '' })
    expect(healthy.out).toMatch(/^佐证文件 4 个（\d+ 字节）与数据库一致。\n$/)

    const [whole, gone, changed, folderNow] = hashes.map((hash) => join(dataDir, 'evidence', hash.slice(0, 2), hash))
    rmSync(gone!)
    writeFileSync(changed!, Buffer.concat([readFileSync(changed!), Buffer.from([0])]))
    rmSync(folderNow!)
    mkdirSync(folderNow!)
    writeFileSync(`${whole}.0123456789ab`, 'cut off')
    const { code, out } = await hangbiao(['fsck', '--lang', 'en'], here)
    expect(code).toBe(1)
    const lines = out.trim().split('\n')
    expect(lines).toHaveLength(5)
    const line = (at: number, word: string, name: string) => `✗ ${word} ${hashes[at]!.slice(0, 2)}/${hashes[at]}${name}`
    expect(lines).toContain(line(1, 'missing', ' 乙.png'))
    expect(lines).toContain(line(2, 'altered', ' 丙.png'))
    expect(lines).toContain(line(3, 'unreadable', ' 丁.png'))
    expect(lines).toContain(line(0, 'left over, not in the database', '.0123456789ab'))
    expect(lines.at(-1)).toContain('1 evidence files')
    // a database that does not answer is no finding
    const away = {
      ...here,
      DATABASE_URL: 'postgres://a@127.0.0.1:9/x',
      DATABASE_OWNER_URL: 'postgres://b@127.0.0.1:9/x',
    }
    expect(await hangbiao(['fsck'], away)).toMatchObject({ code: 2, out: '' })
  })

  test('help lists every operation of every contract', async () => {
    const { out } = await hangbiao(['help'])
    for (const name of world.dispatcher.operations.keys()) expect(out).toContain(`  ${name}  `)
    expect((await hangbiao(['help', 'readOrganisation', '--lang', 'en'])).out).toContain('--organisation  id *')
  })
})

/** A figure of huangpu's that two records make up. */
async function tracedFigure(world: World, stage: Stage): Promise<string> {
  await openYear(world, stage)
  const { root, huangpu } = stage.organisations
  const office = await world.as(stage.people.rootOffice)
  const secretary = await world.as(stage.people.huangpuSecretary)
  const { id } = await office.get(measureContract.setMeasure, {
    organisation: root,
    name: '巡航时间',
    unit: '小时',
    addition: 'sum',
  })
  const enter = (happenedOn: string, sentence: string, figure: object) =>
    secretary.get(buildingContract.enterRecord, {
      organisation: huangpu,
      happenedOn,
      kind: 'core-task',
      sentence,
      figures: [{ measure: id, ...figure }],
    } as never)
  await enter('2026-07-01', '日间巡航。', { value: '12.5' })
  await enter('2026-07-02', '夜航检查。', { value: '7.25', qualifier: 'nearly' })
  return '巡航时间@广州海事局黄埔海事处党支部'
}
