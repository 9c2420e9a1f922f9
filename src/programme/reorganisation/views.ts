import { addDays, type Day, dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { fill, type Language, type Said } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { namesOf } from '#programme/organisation/reads.ts'
import { namesOn, unitNamesOn } from '#programme/organisation/reads-structure.ts'
import { selectionMessages } from '#programme/selection/messages.ts'
import { themeMessages } from '#programme/theme/messages.ts'
import type { reorganisationContract } from './contract.ts'
import { lineViews } from './line-views.ts'
import { reorganisationMessages } from './messages.ts'
import { groundOf, titlesOf } from './naming.ts'
import type { Done } from './perform.ts'
import { linesOf, type PartiesOf, partiesOf, pathsOf } from './reads.ts'
import { type Placed, placesAround, unitsAround } from './reads-touched.ts'
import { type Hindrance, rehearse, seenAs, type Tried } from './rehearse.ts'
import type { Act } from './rules/act.ts'
import { allowed } from './rules/permissions.ts'
import { newcomersIn } from './rules/terms.ts'
import { type ActRow, actFrom } from './store.ts'

type View = OutputOf<(typeof reorganisationContract)['readReorganisation']>
type RowView = OutputOf<(typeof reorganisationContract)['listReorganisations']>['rows'][number]
type Effect = NonNullable<View['effect']>

export async function rowViews(context: Context, rows: readonly ActRow[]): Promise<RowView[]> {
  const acts = rows.map(actFrom)
  const titles = await titlesOf(context, acts, context.language)
  return acts.map(({ id, terms, state, effectiveOn, document, issuer }, at) => {
    return { id, kind: terms.kind, of: terms.of, title: titles[at]!, state, effectiveOn, document, issuer }
  })
}

export async function actView(context: Context, row: ActRow): Promise<View> {
  const act = actFrom(row)
  const [brief] = await rowViews(context, [row])
  const parties = await partiesOf(context, act.id)
  const names = await namesOf(context, [row.entered_by, row.confirmed_by, row.ended_by])
  const { effect, hindrance } = await effectOf(context, row, act, parties)
  return {
    ...brief!,
    reason: act.reason,
    parties: await partyViews(context, parties, act.effectiveOn),
    enteredBy: names.get(row.entered_by)!,
    enteredAt: row.entered_at,
    confirmedBy: (row.confirmed_by && names.get(row.confirmed_by)) ?? null,
    confirmedAt: row.confirmed_at,
    inEffectAt: row.in_effect_at,
    ended: row.ended_by ? { by: names.get(row.ended_by)!, at: row.ended_at!, reason: row.end_reason! } : null,
    effect,
    hindrance: hindrance && sentenceOf(hindrance, context.language),
    allowed: allowed(context.actor, { ...act, paths: await pathsOf(context, act.id) }),
  }
}

async function effectOf(context: Context, row: ActRow, act: Act, parties: PartiesOf) {
  if (act.state === 'refused' || act.state === 'withdrawn') return { effect: null, hindrance: null }
  if (act.state === 'in-effect') return { effect: await recorded(context, row, act, parties), hindrance: null }
  const tried = await preview(context, { ...act, ground: await groundOf(context, act) }, parties)
  const stored = row.hindrance as Hindrance | null
  return { effect: tried.value, hindrance: tried.hindrance ?? stored }
}

/** What an act would do if it took effect on its day and everything else stayed as it is. */
export async function preview(
  context: Context,
  act: Pick<Act, 'terms' | 'effectiveOn'> & { ground: string },
  { organisations, units }: PartiesOf,
): Promise<Tried<Effect>> {
  const themesOn = [act.effectiveOn, context.today].sort().at(-1)!
  const before = await placed(context, act, { organisations, units }, addDays(act.effectiveOn, -1), themesOn)
  return rehearse(context, act, async (then, done) => {
    const all = withNewcomers({ organisations, units }, act, done)
    return {
      lines: await lineViews(then, done.lines, act.effectiveOn),
      before,
      after: await placed(then, act, all, act.effectiveOn, then.today),
      seen: seenAs(done),
    }
  })
}

function withNewcomers(
  { organisations, units }: PartiesOf,
  { terms }: Pick<Act, 'terms'>,
  { newcomers }: Done,
): PartiesOf {
  if (newcomersIn(terms).length === 0) return { organisations, units }
  if (terms.of === 'unit') return { organisations, units: [...units, ...newcomers] }
  return { organisations: [...organisations, ...newcomers], units }
}

async function recorded(context: Context, row: ActRow, act: Act, parties: PartiesOf): Promise<Effect> {
  const done = dayOf(row.in_effect_at!)
  const lines = await linesOf(context, act.id)
  return {
    lines: await lineViews(context, lines, act.effectiveOn),
    before: await placed(context, act, parties, addDays(act.effectiveOn, -1), addDays(done, -1)),
    after: await placed(context, act, parties, act.effectiveOn, done),
    seen: seenAs({ lines, newcomers: [] }),
  }
}

async function placed(
  context: Context,
  { terms }: Pick<Act, 'terms'>,
  { organisations, units }: PartiesOf,
  day: Day,
  themesOn: Day,
): Promise<Effect['before']> {
  const units_ = terms.of === 'unit'
  const named = new Set(units_ ? units : organisations)
  const rows: Placed[] = units_
    ? await unitsAround(context, units, day)
    : await placesAround(context, organisations, day, themesOn)
  return rows.map((row) => ({ ...row, party: named.has(row.id) }))
}

async function partyViews(context: Context, { organisations, units }: PartiesOf, on: Day): Promise<View['parties']> {
  const eve = addDays(on, -1)
  const names = new Map([
    ...(await namesOn(
      context,
      organisations.map((organisation) => ({ organisation, on: eve })),
    )),
    ...(await unitNamesOn(
      context,
      units.map((unit) => ({ unit, on: eve })),
    )),
  ])
  return [...organisations, ...units].map((id) => ({ id, name: names.get(`${id} ${eve}`)! }))
}

/** A refusal of any rule that an act meets, in the reader's language. */
export function sentenceOf({ reason, details }: Hindrance, language: Language): string {
  const sentences: Record<string, Said> = {
    ...organisationMessages.refusals,
    ...structureMessages.refusals,
    ...themeMessages.refusals,
    ...selectionMessages.refusals,
    ...reorganisationMessages.refusals,
  }
  return fill(sentences[reason]?.[language] ?? reason, details)
}
