import { startOf } from '#basics/calendar.ts'
import { type Context, nobody } from '#platform/context.ts'
import { fulfilDuty, openDuty } from '#programme/duty/duties.ts'
import { dutyJobs } from '#programme/duty/jobs.ts'
import { responsibleFor } from '#programme/duty/reads.ts'
import type { DutyKind } from '#programme/duty/rules/duty.ts'
import { applyRows } from '#programme/organisation/import-rows.ts'
import type { OrganisationLine } from '#programme/organisation/rules/import-lines.ts'
import { setStage } from '../stage.ts'
import { noon, openWorld, type World } from '../world.ts'

/** A kind of duty that no capability opens, so that tests count their own. */
export const report: DutyKind = {
  name: 'test.report',
  title: { zh: '报送总结', en: 'Hand in the summary' },
  opens: { portal: '/my/records?organisation={organisation}', desk: '/records' },
}

export const THING = '7b0c2f6e-0000-4000-8000-000000000001'
export const subject = { kind: 'test', id: THING }

export async function openDutyStage(today = '2026-06-01') {
  const world = await openWorld({ today })
  const stage = await setStage(world)
  const { rootOffice, rootSecretary } = stage.people
  const at = (day: string, time = '12:00:00.000000') => world.setTime(`${day}T${time}+08:00`)

  return {
    world,
    stage,
    at,
    midnight: (day: string) => world.setTime(startOf(day)),
    noon: (day: string) => world.setTime(noon(day)),
    open: (organisation: string, dueOn: string, round = 0) =>
      world.act(rootOffice, (context) =>
        openDuty(context, { kind: report, organisation, subject, cycle: null, dueOn, round }),
      ),
    fulfil: (organisation: string, by: string = rootSecretary) =>
      world.act(by, (context) => fulfilDuty(context, { kind: report.name, subject, organisation })),
    writeDown: () => world.act(rootOffice, (context) => dutyJobs['duty.write-down']!(context, {})),
    /** The two responsible persons of a duty as they are shown now, in words. */
    responsible: (duty: string) => world.act(rootOffice, (context) => inWords(context, duty)),
    row: (duty: string) => world.db.selectFrom('duty').selectAll().where('id', '=', duty).executeTakeFirstOrThrow(),
    /** A post from one day until another, as the personnel file has it. */
    post: (person: string, organisation: string, post: string, fromOn: string, untilOn: string | null = null) =>
      world.owner
        .insertInto('post')
        .values({
          id: crypto.randomUUID(),
          person_id: person,
          organisation_id: organisation,
          post,
          from_on: fromOn,
          until_on: untilOn,
          confirmed_by: person,
          confirmed_at: noon(fromOn),
        })
        .execute(),
    standsUnder: (day: string, name: string, parent: string) => standsUnder(world, day, name, parent),
    endPost: (person: string, organisation: string, untilOn: string) =>
      world.owner
        .updateTable('post')
        .set({ until_on: untilOn })
        .where('person_id', '=', person)
        .where('organisation_id', '=', organisation)
        .where('post', '=', 'secretary')
        .execute(),
    written: () => writtenRows(world),
  }
}

export type DutyStage = Awaited<ReturnType<typeof openDutyStage>>

/** What the structure became on a day, by the rules of an import. */
export function standsUnder(world: World, day: string, name: string, parent: string): Promise<void> {
  const rows = { organisations: [lineOf(name, parent)], people: [] }
  return world.dispatcher.act(nobody, async (context) => void (await applyRows(context, rows)), noon(day))
}

function lineOf(name: string, parent: string): OrganisationLine {
  const kept = { shortName: null, region: null, unit: null, sortNo: null, setUpOn: '2020-01-01' }
  return { row: 1, name, kind: 'branch', parent, ...kept }
}

async function inWords(context: Context, duty: string) {
  const rows = await context.tx.selectFrom('duty').selectAll().where('id', '=', duty).execute()
  const { direct, primary } = (await responsibleFor(context, rows)).get(duty)!
  const nameOf = async (holder: typeof direct | typeof primary) => {
    if (holder.state !== 'held') return holder.state
    const { name } = await context.tx
      .selectFrom('person')
      .select('name')
      .where('id', '=', holder.person)
      .executeTakeFirstOrThrow()
    return name
  }
  return [await nameOf(direct), await nameOf(primary)]
}

async function writtenRows(world: World) {
  return world.db
    .selectFrom('duty_holder')
    .leftJoin('person', 'person.id', 'duty_holder.person_id')
    .select(['duty_id', 'responsibility', 'state', 'person.name'])
    .orderBy('duty_id')
    .orderBy('responsibility')
    .execute()
}
