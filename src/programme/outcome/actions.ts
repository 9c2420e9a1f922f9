import type { OutputOf } from '#basics/contract.ts'
import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { totals } from '#programme/building/reads-figures.ts'
import { measuresCounted } from '#programme/building/reads-measure.ts'
import { addUp, type Measure } from '#programme/building/rules/measure.ts'
import { sees } from '#programme/building/rules/permissions.ts'
import { organisation } from '#programme/organisation/reads.ts'
import type { outcomeContract } from './contract.ts'
import { organisationsNamed, recordsBehind, tasksNamed } from './reads.ts'
import { type FigureName, readFigureName, writeFigureName } from './rules/figure.ts'

type Outcomes = OutputOf<typeof outcomeContract.readOutcomes>['outcomes']
type Figure = Outcomes[number]['parts'][number]

export const outcomeActions: Actions<typeof outcomeContract> = {
  async readOutcomes(context, { organisation: id, from, to }) {
    const place = await looked(context, id)
    const measures = await measuresCounted(context, place.path)
    const sums = await totals(
      context,
      { path: place.path, measures: measures.map((each) => each.id), from, to },
      'none',
    )
    const days = { from: from ?? null, to: to ?? null, task: null }
    const figureOf = ({ partOf: _, ...measure }: Measure): Figure => ({
      figure: writeFigureName({ measure: measure.name, organisation: place.name, ...days }),
      measure,
      total: sums.find((each) => each.measure === measure.id)?.total ?? addUp(measure.addition, []),
    })
    const figures = measures
      .filter(({ partOf }) => partOf === null)
      .map((whole) => ({
        ...figureOf(whole),
        parts: measures.filter(({ partOf }) => partOf === whole.id).map(figureOf),
      }))
    const spoken = ({ total, parts }: Outcomes[number]) =>
      [total, ...parts.map((part) => part.total)].some(({ records }) => records > 0)
    return { organisation: { id, name: place.name }, from: days.from, to: days.to, outcomes: figures.filter(spoken) }
  },

  async traceFigure(context, { figure: given, ...paging }) {
    const name = accept(readable(given))
    const place = await placeOf(context, name, given)
    const { partOf: _, ...measure } = one(
      (await measuresCounted(context, place.path)).filter((each) => each.name === name.measure),
      given,
    )
    const task = name.task === null ? null : one(await tasksNamed(context, name.task), given)
    const { from, to } = name
    const traced = { path: place.path, from, to, task: task?.id ?? null }
    const { rows, next } = await recordsBehind(context, { ...traced, measure: measure.id }, paging)
    const filter = {
      path: place.path,
      measures: [measure.id],
      from: from ?? undefined,
      to: to ?? undefined,
      task: task?.id,
    }
    const [sum] = await totals(context, filter, 'none')
    return {
      figure: writeFigureName(name),
      measure,
      total: sum?.total ?? addUp(measure.addition, []),
      organisation: { id: place.id, name: place.name },
      task,
      rows: rows.map(({ organisation: at, organisationName, evidence, evidenceName, latest, ...row }) => ({
        ...row,
        organisation: { id: at, name: organisationName },
        evidence: evidence ? { id: evidence, name: evidenceName! } : null,
        counts: measure.addition !== 'latest' || latest,
      })),
      next,
    }
  },
}

async function looked(context: Context, id: string) {
  const place = found(await organisation(context, id))
  permit(sees(context.actor, id as OrganisationId, place.path) ? allow(true) : refuse('outcome.not-within-reach'))
  return place
}

function readable(given: string) {
  const name = readFigureName(given)
  return name ? allow(name) : refuse('outcome.no-such-figure', { figure: given })
}

/** The organisation that the figure is of; to somebody who may not look at it, it is not there. */
async function placeOf(context: Context, { organisation: name }: FigureName, given: string) {
  const within = (await organisationsNamed(context, name)).filter(({ id, path }) =>
    sees(context.actor, id as OrganisationId, path),
  )
  found(within[0])
  return looked(context, one(within, given).id)
}

function one<Each>(several: Each[], figure: string): Each {
  const [first, second] = several
  return accept(
    first === undefined
      ? refuse('outcome.no-such-figure', { figure })
      : second === undefined
        ? allow(first)
        : refuse('outcome.several-such-figures', { figure }),
  )
}
