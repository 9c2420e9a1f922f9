import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startWorker, type Working } from '#main/worker.ts'
import { importContract } from '#programme/organisation/contract-import.ts'
import { shownText } from '#support/spreadsheet/rules/workbook.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { discard } from './importing.ts'

/** Files that are too long to be waited for: read after the answer, while everybody sees how far it has come. */

let world: World
let stage: Stage
let admin: Browser
let working: Working | undefined
beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setStage(world)
  admin = await world.as(stage.people.systemAdmin)
})
afterEach(async () => {
  await working?.stop()
  working = undefined
})
afterAll(() => world.close())

const ROWS = 6000
const csv = (rows: string[]) => `\ufeff工号,姓名,所在党组织,身份,职务,任职组织,任职日期\r\n${rows.join('\r\n')}\r\n`
const people = (changed = new Map<number, string>()) =>
  Array.from(
    { length: ROWS },
    (_, at) => changed.get(at) ?? `L${at},王${String.fromCodePoint(0x4e00 + at)}, 湛江海事局徐闻海事处党支部　,党员,,,`,
  )
const send = (rows: string[]) =>
  admin.get(importContract.uploadImport, {
    file: { name: '全省人员.csv', bytes: new TextEncoder().encode(csv(rows)) as Uint8Array<ArrayBuffer> },
  })
const work = () => {
  working = startWorker(world.connection, world.dispatcher, world.capabilities, 100)
}
async function until(id: string, there: (file: Awaited<ReturnType<typeof read>>) => boolean) {
  for (;;) {
    const file = await read(id)
    if (there(file)) return file
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const read = (id: string) => admin.get(importContract.readImport, { import: id })

describe('a long file', () => {
  let id: string

  test('is answered at once, read afterwards, and tells how far it has come', async () => {
    const brought = await send(people())
    id = brought.id
    expect(brought).toMatchObject({ state: 'reading', counts: { rows: 0 }, allowed: ['discard'], progress: null })
    const second = await admin.ask(importContract.uploadImport, {
      file: { name: '再来一次.csv', bytes: new TextEncoder().encode(csv(people())) as Uint8Array<ArrayBuffer> },
    })
    expect(second).toMatchObject({ status: 409, code: 'organisation.import-one-at-a-time' })
    expect(await admin.ask(importContract.applyImport, { import: id })).toMatchObject({
      status: 409,
      code: 'organisation.import-is-being-read',
    })
    work()
    const seen = await until(id, ({ progress, state }) => (progress?.read ?? 0) > 0 || state !== 'reading')
    expect(seen.progress!.read).toBeGreaterThan(0)
    expect(await until(id, ({ state }) => state !== 'reading')).toMatchObject({
      state: 'previewed',
      counts: { rows: ROWS, people: { new: ROWS, changed: 0, unchanged: 0 }, problems: 0, warnings: 0 },
      text: {
        encoding: 'utf-8',
        sample: [['工号', '姓名', '所在党组织', '身份', '职务', '任职组织', '任职日期'], {}, {}, {}, {}, {}],
      },
    })
  })

  test('is put into effect as a whole, and comes again unchanged but for what differs in it', async () => {
    expect(await admin.get(importContract.applyImport, { import: id })).toMatchObject({ state: 'applied', text: null })
    const { count } = await world.db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('staff_no', 'like', 'L%')
      .executeTakeFirstOrThrow()
    expect(count).toBe(ROWS)
    const again = await send(people(new Map([[17, 'L17,李\u{20bb7},湛江海事局徐闻海事处党支部,职工,,,']])))
    work()
    expect(await until(again.id, ({ state }) => state !== 'reading')).toMatchObject({
      counts: { people: { new: 0, changed: 1, unchanged: ROWS - 1 }, warnings: 1 },
    })
    const changed = await admin.get(importContract.listImportPlan, {
      import: again.id,
      change: 'changed',
      limit: 50,
    } as never)
    expect(changed.rows).toMatchObject([
      {
        name: '李\u{20bb7}',
        fields: [
          { label: '姓名', before: expect.stringContaining('王'), after: '李\u{20bb7}' },
          { label: '身份', before: '党员', after: '职工' },
        ],
      },
    ])
    await discard(admin, again.id)
  })

  test('is told its mistakes by row, in order, page by page', async () => {
    const wrong = new Map([3, 4000, 5999].map((at) => [at, `L${at},,没有这个支部,党员,,,`]))
    const { id: faulty } = await send(people(wrong))
    work()
    const file = await until(faulty, ({ state }) => state !== 'reading')
    expect(file).toMatchObject({ state: 'faulty', counts: { problems: 3, people: { new: 0 } } })
    const first = await admin.get(importContract.listImportProblems, { import: faulty, limit: 2 } as never)
    const next = await admin.get(importContract.listImportProblems, {
      import: faulty,
      limit: 2,
      cursor: first.next!,
    } as never)
    expect([...first.rows, ...next.rows].map(({ address, message }) => [address, message])).toEqual([
      ['B5', '必填，请补上。'],
      ['B4002', '必填，请补上。'],
      ['B6001', '必填，请补上。'],
    ])
    expect((await admin.get(importContract.listImportPlan, { import: faulty, limit: 5 } as never)).rows).toEqual([])
    const listed = await admin.get(importContract.downloadMarkedImport, { import: faulty })
    expect(listed.name).toBe('错误清单 全省人员.xlsx')
    const back = await readWorkbook(listed.bytes)
    const list = back.ok ? back.value.sheets[0]!.rows.map((cells) => cells.map(({ value }) => shownText(value))) : []
    expect(list.slice(1)).toEqual(
      [5, 4002, 6001].map((row) => ['错误', '人员', `${row}`, '姓名', `B${row}`, '必填，请补上。']),
    )
    await discard(admin, faulty)
  })

  test('that is given up while it is read leaves nothing behind', async () => {
    const { id: unwanted } = await send(people())
    work()
    await until(unwanted, ({ progress, state }) => (progress?.read ?? 0) > 0 || state !== 'reading')
    expect(await discard(admin, unwanted)).toMatchObject({ state: 'discarded' })
    await working!.stop()
    working = undefined
    for (const table of ['import_row', 'import_entry', 'import_remark', 'import_file'] as const)
      expect(await world.db.selectFrom(table).selectAll().where('import_id', '=', unwanted).execute(), table).toEqual(
        [],
      )
    expect(await read(unwanted)).toMatchObject({ state: 'discarded' })
  })

  test('whose reader was cut off is read by the next one', async () => {
    const { id: left } = await send(people())
    await world.owner.deleteFrom('graphile_worker._private_jobs' as never).execute()
    const resume = () =>
      world.dispatcher.act({ person: '' as never, name: '', posts: [] }, (context) =>
        world.capabilities.find(({ jobs }) => jobs['organisation.resume-imports'])!.jobs[
          'organisation.resume-imports'
        ]!(context, {}),
      )
    await resume()
    expect(await read(left)).toMatchObject({ state: 'reading' })
    await world.setTime('2026-01-12T12:02:00.000000+08:00')
    await resume()
    expect(await read(left)).toMatchObject({ state: 'previewed', counts: { rows: ROWS } })
    await discard(admin, left)
  })

  test('that turns out to be broken says so', async () => {
    const rows = people(new Map([[5000, 'L5000,"王']]))
    const { id: broken } = await send(rows)
    work()
    expect(await until(broken, ({ state }) => state !== 'reading')).toMatchObject({
      state: 'faulty',
      counts: { problems: 1 },
    })
    const { rows: told } = await admin.get(importContract.listImportProblems, { import: broken, limit: 5 } as never)
    expect(told).toMatchObject([{ sheet: '整个文件', row: 0, reason: 'spreadsheet.unreadable' }])
    await discard(admin, broken)
  })
})
