import { allow, refuse } from '#basics/decision.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, permit } from '#platform/errors.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import type { Facts, FactValue } from '#programme/scoring/rules/facts.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { assessmentContract } from './contract.ts'
import { honoursOf, materialOf, surveysOf } from './reads-material.ts'
import { gathering } from './rules/assessment.ts'
import { formOf } from './rules/fact-form.ts'
import { isMarks, listedIn, singleShape, sourceOf, votersOf } from './rules/fact-source.ts'
import { fits } from './rules/fits.ts'
import type { Material } from './rules/material.ts'
import { neededFacts } from './rules/needed.ts'
import { mayInspect, mayLead, mayOversee, mayScoreItself } from './rules/permissions.ts'
import { sayValue } from './rules/value.ts'
import type { OptionVotes } from './rules/votes.ts'
import { type Standing, sayMissing, standingOf, tried } from './standing.ts'
import { insertSupplied } from './store.ts'

export const suppliedActions: Pick<Actions<typeof assessmentContract>, 'readAssessed' | 'supplyFact'> = {
  async readAssessed(context, { assessed }) {
    const standing = await standingOf(context, assessed)
    permit(mayInspect(context.actor, standing.row))
    return assessedView(context, standing)
  },

  async supplyFact(context, { assessed, fact, value, document }) {
    const standing = await standingOf(context, assessed, true)
    permit(mayLead(context.actor, standing.assessment))
    accept(gathering(standing.stage))
    const need = accept(supplied(standing.sheet, fact))
    const fitting = accept(fits(standing.sheet, need, value as FactValue))
    await insertSupplied(context, [{ assessed, fact, value: fitting, document }])
    const told = isMarks(standing.sheet, need) ? null : fitting
    const subject = { kind: 'assessment', id: standing.assessment.id, organisation: standing.row.branch }
    await writeHistory(context, 'assessment.fact-supplied', subject, { fact, value: told, document })
    return assessedView(context, standing)
  },
}

/** A fact that can be supplied: one of the sheet, and not one that is held already or counted from ballots; marks as they stand on paper. */
export function supplied(sheet: Sheet, key: string) {
  const need = sheet.facts.find((each) => each.key === key)
  if (!need) return refuse('assessment.fact-unknown', { fact: key })
  const open = ['supplied', 'rating'].includes(sourceOf(sheet, need))
  return open ? allow(need) : refuse('assessment.fact-held-already', { fact: need.name })
}

export async function assessedView(context: Context, standing: Standing) {
  const { row, assessment, sheet, stage } = standing
  const material = (await materialOf(context, sheet, [row])).get(row.id)!
  const open = gathering(stage).ok
  const allowed: ('supply' | 'honour' | 'survey')[] = []
  const leads = mayLead(context.actor, assessment).ok
  if (open && leads) allowed.push('supply')
  if (open && (leads || mayScoreItself(context.actor, row).ok)) allowed.push('honour')
  if (open && mayOversee(context.actor, row).ok) allowed.push('survey')
  return {
    id: row.id,
    assessment: assessment.id,
    title: assessment.sheetTitle,
    stage,
    branch: { id: row.branch, name: row.name },
    region: row.region,
    kind: row.kind,
    setUpOn: row.setUpOn,
    rated: row.rated,
    facts: factViews(context, sheet, row.rated ? material : null),
    honours: await honourViews(context, standing),
    surveys: await surveyViews(context, standing),
    allowed,
  }
}

/** Every fact of the sheet as far as it is held; marks of assessors are never among them. */
export function factViews({ language }: Pick<Context, 'language'>, sheet: Sheet, material: Material | null) {
  const { facts, missing } = material ? tried(sheet, material) : { facts: {} as Facts, missing: [] }
  const needed = new Set(neededFacts(sheet, facts))
  return sheet.facts.map((need) => {
    const by = sourceOf(sheet, need)
    const marks = isMarks(sheet, need)
    const fact = marks ? undefined : facts[need.key]
    const wanted = missing.find((each) => each.fact === need.key)
    return {
      key: need.key,
      name: need.name,
      shape: need.shape,
      by,
      said: fact ? sayValue(fact.value, language) : null,
      value: fact ? (fact.value as unknown as Record<string, unknown>) : null,
      sources: fact?.sources ?? [],
      missing: wanted ? sayMissing(wanted, language) : null,
      choices: listedIn(sheet, need, singleShape(sheet, need)),
      needed: needed.has(need),
      form: by === 'supplied' || by === 'rating' ? { ...formOf(sheet, need), of: singleShape(sheet, need) } : null,
    }
  })
}

export type HonourRow = Awaited<ReturnType<typeof honoursOf>>[number]

export async function honourViews(context: Context, { row, assessment, stage }: Standing) {
  const leads = mayLead(context.actor, assessment).ok
  const own = mayScoreItself(context.actor, row).ok
  return (await honoursOf(context, [row.id])).map(({ assessed: _, ...honour }) => {
    const allowed: ('confirm' | 'withdraw')[] = []
    if (gathering(stage).ok && leads && honour.state === 'entered') allowed.push('confirm')
    if (gathering(stage).ok && honour.state !== 'withdrawn' && (leads || (own && honour.state === 'entered')))
      allowed.push('withdraw')
    return { ...honour, allowed }
  })
}

export async function surveyViews(context: Context, { row, sheet, stage }: Standing) {
  const counts = await surveysOf(context, [row.id])
  const names = await namesOf(
    context,
    counts.map(({ entered_by }) => entered_by),
  )
  const oversees = gathering(stage).ok && mayOversee(context.actor, row).ok
  const surveys = sheet.facts.filter((need) => sourceOf(sheet, need) === 'survey')
  return surveys.flatMap((need) =>
    votersOf(sheet, need).slots.map(({ voters }) => {
      const { key } = need
      const count = counts.find((each) => each.fact === key && each.voters === voters)
      const state = !count
        ? 'to-enter'
        : count.confirmed_at === null
          ? 'entered'
          : count.too_few
            ? 'too-few'
            : 'counted'
      const allowed: ('enter' | 'confirm')[] = []
      if (oversees && (state === 'to-enter' || state === 'entered')) allowed.push('enter')
      if (oversees && state === 'entered' && count?.entered_by !== context.actor.person) allowed.push('confirm')
      return {
        fact: key,
        voters,
        state: state as 'to-enter' | 'entered' | 'counted' | 'too-few',
        heldOn: count?.held_on ?? null,
        enteredBy: count ? (names.get(count.entered_by) ?? null) : null,
        eligible: count?.eligible ?? null,
        valid: count?.valid ?? null,
        satisfied: count?.satisfied ?? null,
        options: listedIn(sheet, need, 'votes'),
        votes: (count?.votes as OptionVotes['votes'] | null | undefined) ?? null,
        name: need.name,
        allowed,
      }
    }),
  )
}
