import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { organisationWithinReach, pathOf } from '#programme/organisation/reads.ts'
import type { measureContract } from './contract-measure.ts'
import { measuresChosen } from './measures-chosen.ts'
import { type MeasureRow, measureById, measuresOn } from './reads-measure.ts'
import { type Addition, type Measure, measurable } from './rules/measure.ts'
import type { Force } from './rules/record.ts'
import { maySetMeasures } from './rules/task-permissions.ts'
import { insertMeasure, loadMeasure, loadMeasures, retire } from './store-measure.ts'

export const measureActions: Actions<typeof measureContract> = {
  async listMeasures(context, { organisation, retired, ...paging }) {
    const path = found(await pathOf(context, organisation))
    const { rows, next } = await measuresOn(context, path, { ...paging, retired: retired === 'yes' })
    return { rows: rows.map((row) => view(context, row)), next, total: null }
  },

  async setMeasure(context, { organisation: id, partOf, force, ...rest }) {
    const path = found(await pathOf(context, id))
    permit(maySetMeasures(context.actor, id as OrganisationId))
    const others = await loadMeasures(context, id)
    const whole = partOf === undefined ? null : found((await measuresChosen(context, path, [partOf])).get(partOf))
    const wanted: Measure = { id: context.newId(), ...rest, force: force ?? null, partOf: partOf ?? null }
    const measure = accept(measurable(wanted, whole, others))
    await insertMeasure(context, id, measure, others.length + 1)
    return noted(context, measure.id, 'building.measure-set')
  },

  async retireMeasure(context, { measure: id }) {
    const row = await loadMeasure(context, id)
    permit(maySetMeasures(context.actor, row.organisation_id as OrganisationId))
    accept(row.retired_at === null ? allow(true) : refuse('building.measure-retired', { name: row.name }))
    await retire(context, id)
    return noted(context, id, 'building.measure-retired')
  },
}

export const measureReach = {
  async measure(context: Context, id: string): Promise<boolean> {
    const row = await measureById(context, id)
    return row !== undefined && (await organisationWithinReach(context, row.organisation_id))
  },
}

async function noted(context: Context, id: string, action: string) {
  const row = found(await measureById(context, id))
  const detail = { name: row.name, unit: row.unit, addition: row.addition }
  await writeHistory(context, action, { kind: 'measure', id, organisation: row.organisation_id }, detail)
  return view(context, row)
}

function view({ actor }: Context, row: MeasureRow) {
  const retired = row.retired_at !== null
  const may = !retired && maySetMeasures(actor, row.organisation_id as OrganisationId).ok
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisationName },
    name: row.name,
    unit: row.unit,
    addition: row.addition as Addition,
    force: row.force as Force | null,
    partOf: row.part_of_id ? { id: row.part_of_id, name: row.wholeName! } : null,
    retired,
    allowed: may ? ['retire' as const] : [],
  }
}
