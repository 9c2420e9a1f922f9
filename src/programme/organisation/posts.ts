import type { Actor } from '#basics/actor.ts'
import type { Actions } from '#platform/context.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { voidActivation } from '#support/account/actions.ts'
import type { organisationContract } from './contract.ts'
import { namesOf, organisation as organisationById, organisationWithinReach } from './reads.ts'
import { holdingsOf, livingPostsOf, type PostRow, postById, postsWithinReach } from './reads-posts.ts'
import { mustStand } from './restructuring.ts'
import { mayListPosts } from './rules/people.ts'
import { confirm, end, grant, isAdministrator, life, may, mayGrant, turnDown } from './rules/posts.ts'
import * as store from './store-posts.ts'

const done = { done: true } as const

type PostOperations = 'listPosts' | 'grantPost' | 'confirmPost' | 'refusePost' | 'endPost'

export const postActions: Pick<Actions<typeof organisationContract>, PostOperations> = {
  async listPosts(context, filter) {
    permit(mayListPosts(context.actor))
    const { rows, next } = await postsWithinReach(context, filter)
    const names = await namesOf(
      context,
      rows.flatMap((row) => [row.grantedBy, row.confirmedBy]),
    )
    return { rows: rows.map((row) => view(row, context.actor, names)), next, total: null }
  },

  async grantPost(context, { person, organisation, post, fromOn, untilOn = null }) {
    const at = found(
      (await organisationWithinReach(context, organisation)) ? await organisationById(context, organisation) : null,
    )
    permit(mayGrant(context.actor, person, at.path))
    await mustStand(context, organisation)
    await store.lockPerson(context, person)
    const given = { post, organisation, fromOn, untilOn }
    accept(grant(await livingPostsOf(context, [person]), given, context.today))
    const id = await store.insertGranted(context, { person, ...given })
    await writeHistory(context, 'organisation.post-granted', subject(id, organisation), {
      person,
      post,
      fromOn,
      untilOn,
    })
    return { id }
  },

  async confirmPost(context, { post: id }) {
    const given = await locked(context, id)
    permit(may(context.actor, 'confirm', given))
    const others = (await livingPostsOf(context, [given.person])).filter((each) => each.id !== id)
    const secretaries = await holdingsOf(context, 'secretary', given.organisation)
    accept(confirm(given, others, secretaries, context.today))
    await store.saveConfirmed(context, id)
    // a code handed out before by somebody else must not open an administrator's account
    if (isAdministrator(given.post)) await voidActivation(context, given.person)
    await writeHistory(context, 'organisation.post-confirmed', subject(id, given.organisation), {
      person: given.person,
      post: given.post,
    })
    return done
  },

  async refusePost(context, { post: id, reason }) {
    const given = await locked(context, id)
    permit(may(context.actor, 'refuse', given))
    accept(turnDown(given))
    await store.saveRefused(context, id, reason)
    await writeHistory(context, 'organisation.post-refused', subject(id, given.organisation), {
      person: given.person,
      post: given.post,
      reason,
    })
    return done
  },

  async endPost(context, { post: id, untilOn }) {
    const given = await locked(context, id)
    permit(may(context.actor, 'end', given))
    const others = (await holdingsOf(context, given.post)).filter((each) => each.person !== given.person)
    accept(end(given, untilOn, others, context.today))
    await store.saveEnd(context, id, untilOn)
    await writeHistory(context, 'organisation.post-ended', subject(id, given.organisation), {
      person: given.person,
      post: given.post,
      untilOn,
    })
    return done
  },
}

/** The post as it stands once nobody else can decide on its person, its organisation or the administrators. */
async function locked(context: Context, id: string): Promise<PostRow> {
  const before = found(await postById(context, id))
  if (isAdministrator(before.post)) await store.lockAdministrators(context)
  await store.lockOrganisation(context, before.organisation)
  await store.lockPerson(context, before.person)
  return found(await postById(context, id))
}

function subject(id: string, organisation: string) {
  return { kind: 'post', id, organisation }
}

function view(row: PostRow, actor: Actor, names: Map<string, string>) {
  return {
    id: row.id,
    person: { id: row.person, name: row.personName },
    post: row.post,
    organisation: { id: row.organisation, name: row.organisationName },
    fromOn: row.fromOn,
    untilOn: row.untilOn,
    state: row.state,
    grantedBy: row.grantedBy && (names.get(row.grantedBy) ?? null),
    confirmedBy: row.confirmedBy && (names.get(row.confirmedBy) ?? null),
    refusal: row.refusal,
    fromFile: row.fromFile,
    allowed: life[row.state].filter((verb) => may(actor, verb, row).ok && !(row.fromFile && row.state === 'waiting')),
  }
}
