import type { Actions, Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import type { organisationContract } from './contract.ts'
import { personActions } from './people.ts'
import { postActions } from './posts.ts'
import {
  isEmpty,
  type OrganisationRow,
  organisation,
  organisationsById,
  organisationsWithinReach,
  organisationWithinReach,
} from './reads.ts'
import { personWithinReach } from './reads-people.ts'
import { postWithinReach } from './reads-posts.ts'
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

  async listOrganisations(context, filter) {
    const { rows, next } = await organisationsWithinReach(context, filter)
    return { rows: rows.map(view), next, total: null }
  },

  async readOrganisation(context, { organisation: id }) {
    return view(found(await organisation(context, id)))
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
    unit: row.unit_name,
    setUpOn: row.set_up_on,
    branches: row.branches,
  }
}
