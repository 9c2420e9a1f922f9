import { allow, refuse } from '#basics/decision.ts'
import type { Id, OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { buildingActions } from '#programme/building/actions.ts'
import { citable } from '#programme/building/citing.ts'
import { sees } from '#programme/building/rules/permissions.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { fulfilDuty, openDuty, reopenDuty } from '#programme/duty/duties.ts'
import { pathOf } from '#programme/organisation/reads.ts'
import { mustStand } from '#programme/organisation/restructuring.ts'
import type { problemContract } from './contract.ts'
import { problemById, problemsSeen, recordsOf } from './reads.ts'
import { may } from './rules/permissions.ts'
import {
  confirm,
  finish,
  type Problem,
  type ProblemVerb,
  sendBack,
  setMeasures,
  solveProblem,
  takeOn,
} from './rules/problem.ts'
import { insertProblem, loadProblem, saveProblem, saveRecords } from './store.ts'
import { problemView, rowView } from './view.ts'

export const problemActions: Actions<typeof problemContract> = {
  async listProblems(context, filter) {
    const { rows, next } = await problemsSeen(context, filter)
    return { rows: rows.map((row) => rowView(context, row)), next, total: null }
  },

  async readProblem(context, { problem }) {
    return problemView(context, problem)
  },

  async takeOnProblem(context, { organisation: id, ...content }) {
    const organisation = id as OrganisationId
    const path = found(await pathOf(context, id))
    permit(may(context.actor, 'take-on', { organisation, path }))
    await mustStand(context, id)
    const open = await openCycleFor(context, path)
    const cycle = accept(open ? allow(open.id) : refuse('problem.no-open-cycle'))
    const problem = accept(
      takeOn(
        {
          ...content,
          id: context.newId() as Id<'problem'>,
          organisation,
          takenOn: actOf(context),
          returned: null,
          state: 'taken-on',
        },
        context.today,
      ),
    )
    await insertProblem(context, problem, cycle)
    const about = { subject: subjectOf(problem), about: content.title }
    await openDuty(context, { kind: solveProblem, cycle, dueOn: content.dueOn, organisation: id, ...about })
    return noted(context, problem, 'taken-on', { title: content.title, dueOn: content.dueOn })
  },

  async setProblemMeasures(context, { problem: id, measures }) {
    const problem = await loaded(context, id, 'set-measures')
    return kept(context, accept(setMeasures(problem, { ...actOf(context), text: measures })), 'measures-set')
  },

  async finishProblem(context, { problem: id, result, records: named }) {
    const problem = await loaded(context, id, 'finish')
    const ids = [...new Set(named)]
    const records = await citable(context, ids)
    const all = records.length === ids.length ? records : []
    const done = accept(finish(problem, { ...actOf(context), result }, all))
    await saveRecords(context, id, ids)
    await fulfilDuty(context, { kind: solveProblem.name, subject: subjectOf(problem) })
    return kept(context, done, 'done', { records: ids })
  },

  async confirmProblem(context, { problem: id }) {
    const problem = await loaded(context, id, 'confirm')
    const records = await citable(context, await recordsOf(context, id))
    const confirmed = accept(confirm(problem, actOf(context), records))
    for (const { record, kind, confirmed } of records)
      if (kind === 'problem-solved' && !confirmed) await buildingActions.confirmRecord(context, { record })
    return kept(context, confirmed, 'confirmed')
  },

  async returnProblem(context, { problem: id, reason }) {
    const problem = await loaded(context, id, 'return')
    const back = accept(sendBack(problem, context.actor.person, reason))
    await reopenDuty(context, { kind: solveProblem.name, subject: subjectOf(problem) })
    return kept(context, back, 'returned', { reason })
  },
}

export const problemReach = {
  async problem(context: Context, id: string): Promise<boolean> {
    const row = await problemById(context, id)
    return row !== undefined && sees(context.actor, row.organisation_id as OrganisationId, row.organisationPath)
  },
}

/** The problem, locked, once it is sure that the actor may do this with it. */
async function loaded(context: Context, id: string, verb: ProblemVerb): Promise<Problem> {
  const problem = found(await loadProblem(context, id))
  const path = found(await pathOf(context, problem.organisation))
  permit(may(context.actor, verb, { organisation: problem.organisation, path }))
  return problem
}

function actOf({ actor, now }: Context) {
  return { by: actor.person, at: now }
}

function subjectOf({ id }: Problem) {
  return { kind: 'problem', id }
}

async function kept(context: Context, problem: Problem, what: string, detail: Record<string, unknown> = {}) {
  await saveProblem(context, problem)
  return noted(context, problem, what, detail)
}

async function noted(context: Context, problem: Problem, what: string, detail: Record<string, unknown>) {
  const subject = { ...subjectOf(problem), organisation: problem.organisation }
  await writeHistory(context, `problem.${what}`, subject, detail)
  return problemView(context, problem.id)
}
