import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fulfilDuty, handOverDuties, moveDue, openDuties, voidDuty } from '#programme/duty/duties.ts'
import { dutyJobs } from '#programme/duty/jobs.ts'
import { type DutyStage, openDutyStage, report, subject } from './duty-stage.ts'

const due = '2026-06-30'
let on: DutyStage
beforeEach(async () => {
  on = await openDutyStage()
})
afterEach(() => on.world.close())

describe('S01.2: both persons responsible on the due day are on record', () => {
  test('while it is not due the present holders are shown, and nothing is written down', async () => {
    const { huangpu, guangzhou } = on.stage.organisations
    const { huangpuSecretary, huangpuMember, guangzhouSecretary } = on.stage.people
    const duty = await on.open(huangpu, due)
    expect(await on.responsible(duty)).toEqual(['黄志远', '欧阳志强'])
    await on.endPost(huangpuSecretary, huangpu, '2026-06-10')
    await on.post(huangpuMember, huangpu, 'secretary', '2026-06-10')
    await on.endPost(guangzhouSecretary, guangzhou, '2026-06-12')
    await on.noon('2026-06-11')
    expect(await on.responsible(duty)).toEqual(['李冬', '欧阳志强'])
    await on.at(due, '23:59:59.999999')
    expect(await on.responsible(duty)).toEqual(['李冬', 'vacant'])
    await on.writeDown()
    expect(await on.written()).toEqual([])
  })

  test('the holders at the end of the due day are fixed: who began that very day, not who ended on it', async () => {
    const { huangpu, guangzhou } = on.stage.organisations
    const { huangpuSecretary, huangpuMember, guangzhouSecretary, rootOffice } = on.stage.people
    const duty = await on.open(huangpu, due)
    // ended on the due day: the first day without the post
    await on.endPost(huangpuSecretary, huangpu, due)
    await on.post(huangpuMember, huangpu, 'secretary', due)
    // ends the day after: the last day with the post
    await on.endPost(guangzhouSecretary, guangzhou, '2026-07-01')
    await on.post(rootOffice, guangzhou, 'secretary', '2026-07-01')
    await on.midnight('2026-07-01')
    expect(await on.responsible(duty)).toEqual(['李冬', '欧阳志强'])
    await on.writeDown()
    expect(await on.responsible(duty)).toEqual(['李冬', '欧阳志强'])
    await on.endPost(huangpuMember, huangpu, '2026-07-02')
    await on.noon('2026-08-01')
    await on.writeDown()
    expect(await on.responsible(duty)).toEqual(['李冬', '欧阳志强'])
  })

  test('a post that nobody held is kept as vacant, however soon it is filled', async () => {
    const { huangpu, root } = on.stage.organisations
    const duty = await on.open(huangpu, due)
    const above = await on.open(root, due)
    await on.endPost(on.stage.people.huangpuSecretary, huangpu, due)
    await on.midnight('2026-07-01')
    await on.post(on.stage.people.huangpuMember, huangpu, 'secretary', '2026-07-01')
    await on.writeDown()
    expect(await on.responsible(duty)).toEqual(['vacant', '欧阳志强'])
    expect(await on.responsible(above)).toEqual(['罗建国', 'none-above'])
  })

  test('somebody who left, and a post that nobody confirmed, answer for nothing', async () => {
    const { huangpu, nansha } = on.stage.organisations
    const duties = [await on.open(huangpu, due), await on.open(nansha, due)]
    await on.world.owner
      .updateTable('person')
      .set({ left_on: due })
      .where('id', '=', on.stage.people.huangpuSecretary)
      .execute()
    await on.world.owner
      .updateTable('post')
      .set({ confirmed_at: null, confirmed_by: null })
      .where('organisation_id', '=', nansha)
      .execute()
    await on.midnight('2026-07-01')
    await on.writeDown()
    for (const duty of duties) expect((await on.responsible(duty))[0]).toBe('vacant')
  })

  test('a server that was down for three days writes each day down as it was', async () => {
    const { huangpu, nansha, xuwen } = on.stage.organisations
    const { huangpuSecretary, huangpuMember, rootOffice } = on.stage.people
    const days = ['2026-06-28', '2026-06-29', '2026-06-30']
    const duties = [await on.open(huangpu, days[0]!), await on.open(huangpu, days[1]!, 1)]
    duties.push(
      await on.open(huangpu, days[2]!, 2),
      await on.open(nansha, days[0]!),
      await on.open(xuwen, '2026-07-03'),
    )
    await on.endPost(huangpuSecretary, huangpu, days[1]!)
    await on.post(huangpuMember, huangpu, 'secretary', days[1]!, days[2]!)
    await on.post(rootOffice, huangpu, 'secretary', days[2]!)
    await on.noon('2026-07-03')
    await on.writeDown()
    const shown = []
    for (const duty of duties) shown.push((await on.responsible(duty))[0])
    expect(shown).toEqual(['黄志远', '李冬', '梁海燕', '王𬭎', '许平'])
    expect(await on.written()).toHaveLength(8)
  })

  test('the one above is that of the due day, also when the structure was changed before anybody wrote it down', async () => {
    const { patrol } = on.stage.organisations
    const duty = await on.open(patrol, due)
    const next = await on.open(patrol, '2026-07-02', 1)
    expect(await on.responsible(duty)).toEqual(['冯大海', '尉迟敏'])
    await on.standsUnder('2026-07-01', '海巡0931船党支部', '湛江海事局党委')
    await on.noon('2026-07-03')
    await on.writeDown()
    expect(await on.responsible(duty)).toEqual(['冯大海', '尉迟敏'])
    expect(await on.responsible(next)).toEqual(['冯大海', '林少华'])
    await on.standsUnder('2026-07-04', '海巡0931船党支部', '广州海事局党委')
    await on.noon('2026-07-05')
    await on.writeDown()
    expect(await on.responsible(next)).toEqual(['冯大海', '林少华'])
  })

  test('two workers at once, and one again, write each duty down once', async () => {
    const { huangpu, nansha, patrol, xuwen } = on.stage.organisations
    for (const organisation of [huangpu, nansha, patrol, xuwen]) await on.open(organisation, due)
    await on.midnight('2026-07-01')
    await Promise.all([on.writeDown(), on.writeDown(), on.writeDown()])
    await on.writeDown()
    const written = await on.written()
    expect(written).toHaveLength(8)
    expect(written.map(({ name }) => name).sort()).toEqual(
      ['黄志远', '欧阳志强', '王𬭎', '欧阳志强', '冯大海', '尉迟敏', '许平', '林少华'].sort(),
    )
  })

  test('what is written down can be neither changed nor taken away', async () => {
    await on.open(on.stage.organisations.huangpu, due)
    await on.midnight('2026-07-01')
    await on.writeDown()
    const denied = /permission denied/
    await expect(on.world.db.updateTable('duty_holder').set({ person_id: null }).execute()).rejects.toThrow(denied)
    await expect(on.world.db.deleteFrom('duty_holder').execute()).rejects.toThrow(denied)
  })

  test('a duty done early has its holders written down too; one void in time has none, one void after it was missed has', async () => {
    const { huangpu, nansha, patrol } = on.stage.organisations
    const done = await on.open(huangpu, due)
    await on.open(nansha, due)
    const missed = await on.open(patrol, due)
    await on.fulfil(huangpu)
    const annul = (organisation: string) =>
      on.world.act(on.stage.people.rootOffice, (context) =>
        voidDuty(context, { kind: report.name, subject, organisation }, '不再需要'),
      )
    expect(await annul(nansha)).toBe(1)
    await on.midnight('2026-07-01')
    expect(await annul(patrol)).toBe(1)
    await on.writeDown()
    const ids = (await on.written()).map(({ duty_id }) => duty_id)
    expect(ids.sort()).toEqual([done, done, missed, missed].sort())
  })
})

describe('a duty', () => {
  test('done at the last moment of its due day is in time, and at midnight late, by the clock of the database', async () => {
    const { huangpu, nansha } = on.stage.organisations
    const inTime = await on.open(huangpu, due)
    const late = await on.open(nansha, due)
    await on.at(due, '23:59:59.999999')
    expect(await on.fulfil(huangpu)).toBe(1)
    await on.midnight('2026-07-01')
    expect(await on.fulfil(nansha)).toBe(1)
    expect([(await on.row(inTime)).late, (await on.row(late)).late]).toEqual([false, true])
    await expect(
      on.world.owner.updateTable('duty').set({ late: false }).where('id', '=', late).execute(),
    ).rejects.toThrow(/late_means_after_the_due_day/)
  })

  test('is opened once however often and by however many at once it is asked for', async () => {
    const { huangpu } = on.stage.organisations
    const ids = await Promise.all([1, 2, 3, 4].map(() => on.open(huangpu, due)))
    expect(new Set(ids).size).toBe(1)
    await on.fulfil(huangpu)
    expect(await on.open(huangpu, '2026-09-30')).toBe(ids[0])
    expect(await on.row(ids[0]!)).toMatchObject({ state: 'fulfilled', due_on: due })
    expect(await on.open(huangpu, '2026-09-30', 1)).not.toBe(ids[0])
  })

  test('is done once: of ten who do it at once, one ends it', async () => {
    const { huangpu } = on.stage.organisations
    await on.open(huangpu, due)
    const ended = await Promise.all(Array.from({ length: 10 }, () => on.fulfil(huangpu)))
    expect(ended.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  test('nobody in particular cannot have done it', async () => {
    const { huangpu } = on.stage.organisations
    const duty = await on.open(huangpu, due)
    await expect(
      on.world.dispatcher.act({ person: '' as never, name: '', posts: [] }, (context) =>
        fulfilDuty(context, { kind: report.name, subject, organisation: huangpu }),
      ),
    ).rejects.toThrow()
    expect((await on.row(duty)).state).toBe('open')
  })

  test('is put off while it is not due; once it was missed the move is refused whole', async () => {
    const { huangpu, nansha } = on.stage.organisations
    const first = await on.open(huangpu, due)
    const move = (dueOn: string) =>
      on.world.act(on.stage.people.rootOffice, (context) => moveDue(context, { kind: report.name, subject }, dueOn))
    expect(await move('2026-07-10')).toBe(1)
    const later = await on.open(nansha, '2026-07-20')
    await on.midnight('2026-07-11')
    await expect(move('2026-08-01')).rejects.toMatchObject({ status: 409, code: 'duty.due-day-is-over' })
    expect([(await on.row(first)).due_on, (await on.row(later)).due_on]).toEqual(['2026-07-10', '2026-07-20'])
  })

  test('goes to the organisation that takes over; what was missed keeps those who answered for it', async () => {
    const { huangpu, nansha } = on.stage.organisations
    const { huangpuSecretary, rootOffice } = on.stage.people
    const missed = await on.open(huangpu, '2026-06-05')
    const coming = await on.open(huangpu, due, 1)
    const doubled = await on.open(huangpu, due, 2)
    const own = await on.open(nansha, due, 2)
    await on.noon('2026-06-10')
    expect(await on.world.act(rootOffice, (context) => handOverDuties(context, huangpu, nansha))).toBe(2)
    await on.endPost(huangpuSecretary, huangpu, '2026-06-10')
    expect(await on.responsible(missed)).toEqual(['黄志远', '欧阳志强'])
    expect(await on.responsible(coming)).toEqual(['王𬭎', '欧阳志强'])
    expect([(await on.row(missed)).organisation_id, (await on.row(coming)).organisation_id]).toEqual([nansha, nansha])
    expect(await on.row(doubled)).toMatchObject({ state: 'void', void_reason: '承接的党组织已有同一事项' })
    expect((await on.row(own)).state).toBe('open')
    expect(await on.world.act(rootOffice, (context) => handOverDuties(context, huangpu, nansha))).toBe(0)
  })

  test('is opened for thousands at once, and their holders are written in parts', async () => {
    const { huangpu } = on.stage.organisations
    const many = Array.from({ length: 12_000 }, (_, round) => ({ organisation: huangpu, subject, round }))
    const ask = () =>
      on.world.act(on.stage.people.rootOffice, (context) =>
        openDuties(context, { kind: report, cycle: null, dueOn: due }, many),
      )
    expect(await ask()).toBe(12_000)
    expect(await ask()).toBe(0)
    await on.midnight('2026-07-01')
    const jobs: string[] = []
    const run = () =>
      on.world.act(on.stage.people.rootOffice, (context) =>
        dutyJobs['duty.write-down']!({ ...context, enqueue: async (job) => void jobs.push(job) }, {}),
      )
    for (await run(); jobs.length > 0; jobs.pop()) await run()
    expect(await on.written()).toHaveLength(24_000)
  })
})
