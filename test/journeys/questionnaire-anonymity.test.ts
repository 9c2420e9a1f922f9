import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { nobody } from '#platform/context.ts'
import { connect } from '#platform/database.ts'
import { questionnaireContract as contract } from '#programme/questionnaire/contract.ts'
import { questionnaireJobs } from '#programme/questionnaire/jobs.ts'
import { openingKey, openWith } from '#programme/questionnaire/keys.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { codesOf, keysAside, opened, said } from './questionnaire-stage.ts'
import { openYear } from './records-stage.ts'
import { everyRow, lines, sessionOf } from './whole-database.ts'

/*
 * The attacker has everything the database ever wrote: every row of every table with the transaction that wrote it, the
 * files of the tables, the write-ahead log, copies taken while the questionnaire was open, and what the server printed.
 * They even know in which order people answered, for everybody signs in and answers at once.
 */

let world: World
let stage: Stage
let office: Browser
let id: string
let key: Buffer
/** A sentence of each, that nobody else would write; nine of them, so that no text is released. */
const sentences = Array.from({ length: 9 }, (_, at) => `只有我一个人会这样写的话${at}号${'辰未午'[at % 3]}`)
let people: Browser[]
const copies: Awaited<ReturnType<typeof everyRow>>[] = []
let printed: string[]

beforeAll(async () => {
  keysAside()
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  office = await world.as(stage.people.rootOffice)
  await openYear(world, stage)
  id = await opened(office, stage, {
    groups: [
      { organisation: stage.organisations.huangpu, slips: 12 },
      { organisation: stage.organisations.nansha, slips: 12 },
    ],
  })
  key = openingKey(id)!
  const { huangpuMember, huangpuStaff, huangpuSecretary, nanshaSecretary } = stage.people
  people = await world.asAll(
    Array.from({ length: 24 }, (_, at) => [huangpuMember, huangpuStaff, huangpuSecretary, nanshaSecretary][at % 4]!),
  )
  const codes = [...(await codesOf(office, id)).values()].flat()
  const before = { history: await lines(world), session: await sessionOf(world, stage.people.huangpuMember) }
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'))
  for (const [at, person] of people.entries()) {
    const answers = said((at % 3) + 1, [(at % 2) + 1], sentences[at])
    // signed in all the while, and sent with a key, as a browser would that knows no better
    const { status } = await person.ask(contract.answerSlip, { code: codes[at]!, answers } as never, {
      key: `key-of-the-answer-${at}`,
    })
    if (status !== 200) throw new Error(`answer ${at} was refused: ${status}`)
    if (at % 8 === 7) copies.push(await everyRow(world))
  }
  printed = spies.flatMap((spy) => spy.mock.calls.map(([text]) => String(text)))
  for (const spy of spies) spy.mockRestore()
  expect(await lines(world)).toBe(before.history)
  expect(await sessionOf(world, stage.people.huangpuMember)).toEqual(before.session)
})
afterAll(() => world.close())

test('nothing that names a person was written in the transaction of an answer', () => {
  for (const copy of copies) {
    const of = new Set(copy.filter(({ table }) => table === 'closed_answer').map(({ text }) => text.xmin))
    expect(of.size).toBeGreaterThanOrEqual(8)
    const beside = copy.filter(({ table, text }) => of.has(text.xmin) && table !== 'closed_answer')
    expect(new Set(beside.map(({ table }) => table))).toEqual(new Set(['slip']))
    for (const { text } of beside)
      for (const person of Object.values(stage.people)) expect(text.row).not.toContain(person)
  }
})

test('no request is kept, though each came with a key, and nothing was printed', async () => {
  const kept = await world.owner.selectFrom('request_key').select('scope').where('scope', '=', 'unnamed').execute()
  expect(kept).toEqual([])
  for (const line of printed) for (const sentence of sentences) expect(line).not.toContain(sentence)
})

test('a closed answer tells nothing: one length, never twice the same, and no key in the database opens it', async () => {
  const rows = await world.owner.selectFrom('closed_answer').select('closed').execute()
  const closed = rows.map((row) => Buffer.from(row.closed))
  expect(closed).toHaveLength(24)
  expect(new Set(closed.map(({ length }) => length)).size).toBe(1)
  expect(new Set(closed.map((each) => each.toString('hex'))).size).toBe(24)
  const { closing_key } = await world.owner
    .selectFrom('questionnaire')
    .select('closing_key')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  for (const wrong of [Buffer.from(closing_key!), Buffer.alloc(48), key.subarray(0, 47)])
    expect(() => openWith(wrong, closed[0]!)).toThrow()
  const altered = Buffer.from(closed[0]!)
  altered[altered.length - 1]! ^= 1
  expect(() => openWith(key, altered)).toThrow()
  // the right key does open it: the attack above is one
  expect(openWith(key, closed[0]!)).toContain('answer')
})

test('while it is open neither tables nor log hold a word of an answer, nor the key', async () => {
  await expectNowhere()
})

test('after the end nothing is left to join: no answer, no slip, no key, no word in the log', async () => {
  await world.setTime(noon('2026-07-21'))
  office = await world.as(stage.people.rootOffice)
  const { result } = await office.get(contract.closeQuestionnaire, { questionnaire: id })
  expect(result).toEqual([
    {
      told: 'counts',
      atoms: [
        { groups: [expect.objectContaining({ id: stage.organisations.huangpu })], answers: 12, counts: [4, 4, 4] },
        { groups: [expect.objectContaining({ id: stage.organisations.nansha })], answers: 12, counts: [4, 4, 4] },
      ],
    },
    expect.objectContaining({ told: 'counts' }),
    { told: 'nothing' },
  ])
  await world.dispatcher.act(nobody, (context) => questionnaireJobs['questionnaire.destroy-keys']!(context, {}))
  expect(openingKey(id)).toBe(null)
  const now = await everyRow(world)
  expect(now.filter(({ table }) => table === 'closed_answer' || table === 'slip')).toEqual([])
  await expectNowhere()
})

/** Goes through the bytes of the tables and of the write-ahead log. */
async function expectNowhere(): Promise<void> {
  const { admin } = inject('postgres')
  const server = connect({ ...admin, max: 1 })
  // a table of its own shows that what is written in plain words is found there
  await sql`create table plain_words (words text)`.execute(world.owner)
  await sql`insert into plain_words values ('写在明处的一句话')`.execute(world.owner)
  await sql`checkpoint`.execute(server)
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(server)
  await server.destroy()
  const database = await sql<{
    oid: string
  }>`select oid::text from pg_database where datname = current_database()`.execute(world.owner)
  const data = rows[0]!.data_directory
  const files = [join(data, 'base', database.rows[0]!.oid), join(data, 'pg_wal')]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => statSync(path).isFile())
  const found = new Set<string>()
  const sought = [...sentences.map((each) => Buffer.from(each)), key, Buffer.from('写在明处的一句话')]
  for (const path of files) {
    const bytes = readFileSync(path)
    for (const each of sought) if (bytes.includes(each)) found.add(each.toString('utf8'))
  }
  await sql`drop table plain_words`.execute(world.owner)
  expect([...found]).toEqual(['写在明处的一句话'])
}
