import { allow, refuse } from '#basics/decision.ts'
import type { PersonId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { assessmentContract } from './contract.ts'
import { factViews } from './gathering.ts'
import { leadOf } from './opening.ts'
import { assessmentById } from './reads.ts'
import { assignedToActor, rosterOf } from './reads-branches.ts'
import { assignmentsOf, latestRatings, materialOf } from './reads-material.ts'
import { assessorsOf, isAssigned } from './reads-scores.ts'
import { gathering, rating, stageOf } from './rules/assessment.ts'
import { judgedBy, sourceOf } from './rules/fact-source.ts'
import { mark, rangeOf } from './rules/mark.ts'
import { gather } from './rules/material.ts'
import { isOwnUnit, mayBeAssigned, mayRate } from './rules/permissions.ts'
import { type Standing, sheetOf, standingOf } from './standing.ts'
import { deleteAssignments, holdAssessment, insertAssignments, insertRating } from './store.ts'
import { ratedFacts } from './views.ts'

type Assessing = 'listAssessors' | 'assignAssessor' | 'endAssignment' | 'listMyAssessing' | 'readAssessing' | 'rate'

/** Sources shown beside a fact; the rest is counted. */
const SOURCES_SHOWN = 20

export const assessingActions: Pick<Actions<typeof assessmentContract>, Assessing> = {
  async listAssessors(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const due = ratedFacts(await sheetOf(context, assessment)).length
    const roster = new Map((await rosterOf(context, id)).map((row) => [row.id, row]))
    const assignments = await assignmentsOf(context, [...roster.keys()])
    const ratings = await latestRatings(context, [...roster.keys()])
    const rows = []
    for (const { id: person, name, unit } of await assessorsOf(context, assessment.path)) {
      const posts = (await context.actorOf(person as PersonId))?.posts ?? []
      const branches = assignments
        .filter(({ assessor }) => assessor === person)
        .map(({ assessed }) => roster.get(assessed)!)
        .map((row) => ({
          assessed: row.id,
          name: row.name,
          marksDue: row.rated ? due : 0,
          marksGiven: ratings.filter((each) => each.assessed === row.id && each.assessor === person).length,
          ownUnit: isOwnUnit(posts, row.path, assessment.path),
        }))
      rows.push({ assessor: { id: person, name }, unit, branches })
    }
    return { rows }
  },

  async assignAssessor(context, { assessment: id, assessor, assessed, group = '' }) {
    await leadOf(context, id)
    const assessment = await holdAssessment(context, id)
    accept(gathering(stageOf(assessment, context.now)))
    accept(inGroup(await sheetOf(context, assessment), group))
    const person = await context.actorOf(assessor as PersonId)
    const known = accept(person ? allow(person) : refuse('assessment.not-an-assessor', { name: '' }))
    const roster = new Map((await rosterOf(context, id)).map((row) => [row.id, row]))
    for (const each of assessed) accept(mayBeAssigned(known, assessment, found(roster.get(each))))
    const assigned = await insertAssignments(context, assessor, assessed, group)
    const subject = { kind: 'assessment', id, organisation: assessment.organisation }
    await writeHistory(context, 'assessment.assigned', subject, { assessor, assessed, group })
    return { assigned }
  },

  async endAssignment(context, { assessment: id, assessor, assessed, reason }) {
    await leadOf(context, id)
    const assessment = await holdAssessment(context, id)
    accept(gathering(stageOf(assessment, context.now)))
    const roster = new Set((await rosterOf(context, id)).map((row) => row.id))
    for (const each of assessed) found(roster.has(each) ? each : null)
    const ended = await deleteAssignments(context, assessor, assessed)
    const subject = { kind: 'assessment', id, organisation: assessment.organisation }
    await writeHistory(context, 'assessment.assignment-ended', subject, { assessor, assessed, reason })
    return { ended }
  },

  async listMyAssessing(context) {
    const rows = []
    const given = await assignedToActor(context)
    const marks = await ownMarks(
      context,
      given.map(({ id }) => id),
    )
    for (const row of given) {
      const assessment = found(await assessmentById(context, row.assessment))
      const stage = stageOf(assessment, context.now)
      const open = row.rated && rating(assessment, stage).ok && mayRate(context.actor, assessment, row, true).ok
      rows.push({
        assessed: row.id,
        title: assessment.sheetTitle,
        branch: row.name,
        region: row.region,
        stage,
        marksDue: row.rated ? ratedFacts(await sheetOf(context, assessment)).length : 0,
        marksGiven: marks.filter((each) => each.assessed === row.id).length,
        allowed: open ? (['rate'] as 'rate'[]) : [],
      })
    }
    return { rows }
  },

  async readAssessing(context, { assessed }) {
    const standing = await standingOf(context, assessed)
    permit(await asAssessor(context, standing))
    return view(context, standing)
  },

  async rate(context, { assessed, fact, points, reason, comparedWith }) {
    const standing = await standingOf(context, assessed, true)
    permit(await asAssessor(context, standing))
    accept(rating(standing.assessment, standing.stage))
    accept(standing.row.rated ? allow(true) : refuse('assessment.not-rated'))
    const range = await rangeFor(context, standing, fact)
    const given = accept(mark(range, { points, comparedWith }))
    await insertRating(context, { assessed, fact, points: given, reason, comparedWith })
    // Neither points nor reason: the history is read by those who must not see marks before the freeze.
    const subject = { kind: 'assessment', id: standing.assessment.id, organisation: standing.row.branch }
    await writeHistory(context, 'assessment.rated', subject, { fact })
    return view(context, standing)
  },
}

/** The group of raters in which somebody scores: one of the sheet's, or none where it has none. */
function inGroup({ panel: { groups = [] } }: Sheet, group: string) {
  const names = groups.map(({ name }) => name)
  const fitting = names.length === 0 ? group === '' : names.includes(group)
  return fitting ? allow(group) : refuse('assessment.group-unlisted', { groups: names.join('、') })
}

/** The range for the marks of a fact, by what is held about the branch; null where assessors do not give it. */
async function rangeFor(context: Context, { sheet, row }: Standing, fact: string) {
  const clause = judgedBy(sheet, fact)
  if (!clause || sheet.facts.find(({ key }) => key === fact)?.shape !== 'ratings') return null
  const material = (await materialOf(context, sheet, [row])).get(row.id)!
  return rangeOf(sheet, clause, gather(sheet, material).facts)
}

async function asAssessor(context: Context, { row, assessment }: Standing) {
  return mayRate(context.actor, assessment, row, await isAssigned(context, row.id, context.actor.person))
}

async function ownMarks(context: Context, ids: string[]) {
  return (await latestRatings(context, ids)).filter(({ assessor }) => assessor === context.actor.person)
}

async function view(context: Context, { row, assessment, sheet, stage }: Standing) {
  const material = (await materialOf(context, sheet, [row])).get(row.id)!
  const marks = await ownMarks(context, [row.id])
  const gathered = gather(sheet, material)
  const items = ratedFacts(sheet).flatMap(({ key, name }) => {
    const clause = judgedBy(sheet, key)
    if (!clause) return []
    const { least, most, comparison, known } = rangeOf(sheet, clause, gathered.facts)
    const own = marks.find(({ fact }) => fact === key)
    const self = row.scores?.find(({ indicator }) => indicator === clause.indicator)
    return {
      fact: key,
      name,
      clause: clause.code,
      text: clause.text,
      least,
      most,
      comparison,
      known,
      own: own ? { points: own.points, reason: own.reason, comparedWith: own.comparedWith } : null,
      selfPoints: self?.points ?? null,
      selfNote: self?.note ?? null,
    }
  })
  const held = factViews(context, sheet, material).filter(
    ({ key, said }) => said !== null && sourceOf(sheet, sheet.facts.find((need) => need.key === key)!) !== 'survey',
  )
  return {
    assessed: row.id,
    title: assessment.sheetTitle,
    branch: row.name,
    region: row.region,
    kind: row.kind,
    stage,
    items,
    facts: held.map(({ name, said, sources }) => ({
      name,
      said: said!,
      sources: sources.slice(0, SOURCES_SHOWN).map(({ text }) => text),
      more: Math.max(0, sources.length - SOURCES_SHOWN),
    })),
    allowed: row.rated && rating(assessment, stage).ok ? (['rate'] as 'rate'[]) : [],
  }
}
