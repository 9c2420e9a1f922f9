import type { Day } from '#basics/calendar.ts'
import { type Decision, refuse } from '#basics/decision.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import type { organisationContract } from './contract.ts'
import { personActions } from './people.ts'
import { postActions } from './posts.ts'
import { isEmpty, type OrganisationRow, organisation, organisationsById, organisationWithinReach } from './reads.ts'
import { personWithinReach } from './reads-people.ts'
import { postWithinReach } from './reads-posts.ts'
import { type OrganisationOn, organisationOn, organisationsOn, placesOf } from './reads-structure.ts'
import { known } from './rules/restructure.ts'
import { setUpAll } from './set-up.ts'

export const organisationActions: Actions<typeof organisationContract> = {
  async readMe(context) {
    const { actor, session } = context
    const ids = [...new Set(actor.posts.map((held) => held.organisation))]
    const byId = await organisationsById(context, ids)
    return {
      person: actor.person,
      name: actor.name,
      posts: actor.posts.map(({ post, organisation: id }) => ({
        post,
        organisation: id,
        organisationName: byId.get(id)!.name,
        organisationKind: byId.get(id)!.kind,
      })),
      provedAt: session?.provedAt ?? null,
    }
  },

  async listOrganisations(context, { on = context.today, ...filter }) {
    accept(known(on, context.today))
    const { rows, next } = await organisationsOn(context, on, filter)
    return { rows: rows.map(viewOn), next, total: null }
  },

  async readOrganisation(context, { organisation: id, on }) {
    const row = found(await organisation(context, id))
    if (on === undefined) return view(row)
    accept(known(on, context.today))
    const then = await organisationOn(context, id, on)
    return viewOn(then ?? accept(notThere(row.name, on, (await placesOf(context, id))[0]!.fromOn)))
  },

  async readSetUp(context) {
    return { open: await isEmpty(context) }
  },

  async setUp(context, input) {
    return setUpAll(context, input)
  },

  ...personActions,
  ...postActions,
}

export const organisationReach = {
  organisation: (context: Context, id: string) => organisationWithinReach(context, id),
  person: (context: Context, id: string) => personWithinReach(context, id),
  post: (context: Context, id: string) => postWithinReach(context, id),
}

function view(row: OrganisationRow) {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    parent: row.parent_id && row.parent_name ? { id: row.parent_id, name: row.parent_name } : null,
    region: row.region,
    unit: row.units[0]?.name ?? null,
    units: row.units,
    setUpOn: row.set_up_on,
    dissolvedOn: row.dissolved_on,
    successor: row.successor,
    branches: row.branches,
  }
}

function viewOn({ id, kind, name, shortName, parent, parentName, ...row }: OrganisationOn) {
  const { region, units, setUpOn, dissolvedOn, successor, branches } = row
  const above = parent && parentName ? { id: parent, name: parentName } : null
  const unit = units[0]?.name ?? null
  return { id, kind, name, shortName, parent: above, region, unit, units, setUpOn, dissolvedOn, successor, branches }
}

function notThere(name: string, day: Day, from: Day): Decision<never> {
  return refuse('organisation.not-there-that-day', { name, day, from })
}
