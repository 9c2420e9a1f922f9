import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { loadAssessment } from '#programme/assessment/store.ts'
import { saveFrozen } from '#programme/assessment/store-frozen.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { reorganisationContract } from '#programme/reorganisation/contract.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { noon, openWorld, type World } from '../world.ts'
import { openAssessed } from './assessment-year.ts'
import { confirm, ends, enter, reorganise, type Terms } from './reorganising.ts'
import { type SelectionStage, selectionOnNotice, setSelectionStage } from './selection-stage.ts'

/** S01.3, S12.4: a branch that holds a title, or is being assessed, is reorganised: nothing goes into nothing. */

let world: World
afterEach(() => world.close())
const of = 'organisation' as const
const DAY = '2026-01-20'

/** A selection of two branches whose notice has run its time; named when `named`. */
async function selected({ named }: { named: boolean }): Promise<{ stage: SelectionStage; selection: string }> {
  world = await openWorld({ today: '2026-01-12' })
  const stage = await setSelectionStage(world)
  const { selection } = await selectionOnNotice(world, stage, 'yes')
  await world.setTime(noon(DAY))
  if (named) await (await world.as(stage.people.rootOffice)).get(selectionContract.concludeSelection, { selection })
  return { stage, selection }
}

const merge = (from: string, into: string, title?: 'with-successor' | 'end'): Terms => ({
  ...{ kind: 'merge', of, ids: [from], into },
  bequests: [{ ...ends(from), ...(title && { title }) }],
})

async function titles(stage: SelectionStage, on: string) {
  const office = await world.as(stage.people.rootOffice)
  const { rows } = await office.get(selectionContract.listTitles, { on, limit: 50 })
  return Object.fromEntries(
    rows.map(({ branch, state, grounds }) => [branch.id, { state, grounds: grounds.join(' ') }]),
  )
}

/** No title is held by a branch that is no more. */
async function sound() {
  const { rows } = await sql`select title.id from title join organisation on organisation.id = branch_id
    where dissolved_on is not null and ended_on is null`.execute(world.owner)
  expect(rows).toEqual([])
}

describe('a title of a branch that ends', () => {
  test('is not passed over: an act that does not say what becomes of it is refused, and told so before', async () => {
    const { stage } = await selected({ named: true })
    const { huangpu, nansha } = stage.organisations
    const system = await world.as(stage.people.systemAdmin)
    const terms = merge(huangpu, nansha)
    const preview = await system.get(reorganisationContract.previewReorganisation, { terms, effectiveOn: DAY })
    expect(preview.effect).toBeNull()
    expect(preview.hindrance).toContain('品牌党支部称号')
    expect(await enter(world, stage, terms, DAY)).toMatchObject({ status: 409, code: 'selection.title-needs-saying' })
    const unknown = { ...terms, bequests: [{ ...ends(huangpu), title: 'to-draft' }] } as never
    expect((await enter(world, stage, unknown, DAY)).status).toBe(422)
    expect(await titles(stage, DAY)).toHaveProperty(huangpu)
  })

  test('goes on with the successor, from the day it was given, with the grounds and the document', async () => {
    const { stage } = await selected({ named: true })
    const { huangpu, nansha, patrol } = stage.organisations
    await world.setTime(noon('2026-03-02'))
    const { effect } = await reorganise(world, stage, merge(huangpu, nansha, 'with-successor'), '2026-03-02')
    expect(effect!.lines.filter(({ kind }) => kind === 'title')).toMatchObject([
      { from: { id: huangpu }, to: { id: nansha }, text: expect.stringContaining('承继') },
    ])
    expect(Object.keys(await titles(stage, '2026-03-01')).sort()).toEqual([huangpu, patrol].sort())
    const now = await titles(stage, '2026-03-02')
    expect(Object.keys(now).sort()).toEqual([nansha, patrol].sort())
    expect(now[nansha]).toMatchObject({ state: 'named', grounds: expect.stringContaining('示海党〔2026〕8号') })
    const { rows } = await world.nobody.get(selectionContract.listRegister, { limit: 50 })
    expect(rows.find(({ branch }) => branch.id === nansha)).toMatchObject({ since: DAY })
    await sound()
  })

  test('joins the one its successor holds of the same selection, or ends with the branch', async () => {
    const { stage } = await selected({ named: true })
    const { huangpu, patrol, nansha } = stage.organisations
    const joined = await reorganise(world, stage, merge(patrol, huangpu, 'with-successor'), DAY)
    expect(joined.effect!.lines.find(({ kind }) => kind === 'title')!.text).toContain('并入')
    expect(Object.keys(await titles(stage, DAY))).toEqual([huangpu])
    await reorganise(
      world,
      stage,
      { kind: 'dissolve', of, id: huangpu, successor: nansha, bequests: [{ ...ends(huangpu), title: 'end' }] },
      DAY,
    )
    expect(await titles(stage, DAY)).toEqual({})
    expect((await world.nobody.get(selectionContract.listRegister, { limit: 50 })).rows).toEqual([])
    await sound()
  })

  test('given and ended at once: in either order no title is held by what is no more', async () => {
    for (const title of ['end', undefined] as const) {
      const { stage, selection } = await selected({ named: false })
      const { huangpu, nansha } = stage.organisations
      const { body } = await enter(world, stage, merge(huangpu, nansha, title), DAY)
      const office = await world.as(stage.people.rootOffice)
      const [merged, concluded] = await Promise.all([
        confirm(world, stage, body!.id),
        office.ask(selectionContract.concludeSelection, { selection }),
      ])
      expect(concluded.status).toBe(200)
      if (title) expect(merged.status).toBe(200)
      else expect([200, 409]).toContain(merged.status)
      await sound()
      if (title === 'end') await world.close()
    }
  })
})

describe('an assessment under way of a branch that ends', () => {
  const roster = async (stage: { people: { rootOffice: string } }, assessment: string) =>
    (await (await world.as(stage.people.rootOffice)).get(assessmentContract.listAssessed, { assessment, limit: 50 }))
      .rows

  test('ends with the document as its ground, leaves the count, and hinders nobody’s freeze', async () => {
    const year = await openAssessed()
    world = year.world
    const { stage, assessment } = year
    const { huangpu, nansha } = stage.organisations
    const { effect } = await reorganise(world, stage, merge(huangpu, nansha), '2025-12-10')
    expect(effect!.lines.filter(({ kind }) => kind === 'assessed')).toMatchObject([
      { text: expect.stringContaining('终止') },
    ])
    const rows = await roster(stage, assessment)
    expect(rows.find(({ branch }) => branch.id === huangpu)).toMatchObject({
      rated: false,
      marksDue: 0,
      missing: [],
      ended: { on: '2025-12-10', ground: expect.stringContaining('示海党〔2026〕8号'), successor: { id: nansha } },
    })
    expect(rows.find(({ branch }) => branch.id === nansha)).toMatchObject({ rated: true, ended: null })
    const office = await world.as(stage.people.rootOffice)
    expect(await office.get(assessmentContract.readAssessment, { assessment })).toMatchObject({
      progress: { branches: 5, rated: 4 },
    })
    const { branches } = await office.get(assessmentContract.listMissing, { assessment })
    expect(branches.map(({ branch }) => branch)).not.toContain('广州海事局黄埔海事处党支部')
    // the successor has its own assessment to score, not two
    const { rows: duties } = await office.get(dutyContract.listDuties, { kind: 'assessment.self-score', limit: 50 })
    expect(duties.filter(({ organisation }) => organisation.id === nansha)).toHaveLength(1)
  })

  test('frozen before, it stands as it was; frozen at the same moment, it is one or the other', async () => {
    for (const at of ['before', 'at once'] as const) {
      const year = await openAssessed()
      world = year.world
      const { stage, assessment } = year
      const { huangpu, nansha } = stage.organisations
      const freeze = () =>
        world.act(stage.people.rootOffice, async (context) => {
          await loadAssessment(context, assessment)
          await saveFrozen(context, assessment)
        })
      if (at === 'before') await freeze()
      const { body } = await enter(world, stage, merge(huangpu, nansha), '2025-12-10')
      const [confirmed] = await Promise.all([confirm(world, stage, body!.id), at === 'at once' && freeze()])
      expect(confirmed.status).toBe(200)
      const line = confirmed.body!.effect!.lines.find(({ kind }) => kind === 'assessed')!
      const ended = (await roster(stage, assessment)).find(({ branch }) => branch.id === huangpu)!.ended
      if (at === 'before') expect([line.text.includes('冻结'), ended]).toEqual([true, null])
      else expect(line.text.includes('冻结')).toBe(ended === null)
      if (at === 'before') await world.close()
    }
  })
})
