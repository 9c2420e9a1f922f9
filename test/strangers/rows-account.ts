import { nobody } from '#platform/context.ts'
import { insertPerson } from '#programme/organisation/store.ts'
import type { World } from '../world.ts'
import type { Table } from './table.ts'

/** Accounts: everyone deals with their own, and sees nobody else's. */
export const accountRows: Table = {
  signIn: {
    at: 'root',
    may: 'everyone',
    sees: 'all',
    input: () => ({ login: 'nobody-of-this-name', password: 'not the password' }),
  },
  signOut: { at: 'root', may: 'everyone', sees: 'all', input: () => ({}) },
  proveAgain: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ password: 'not the password' }) },
  activate: {
    at: 'root',
    may: 'everyone',
    sees: 'all',
    input: () => ({ login: 'nobody-of-this-name', code: 'AAAABBBBCCCC', password: 'a sentence as a password' }),
  },
  changePassword: {
    at: 'root',
    may: 'signed-in',
    sees: 'all',
    input: () => ({ password: 'a sentence as a password' }),
  },
  listMySessions: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  endMySession: {
    at: 'root',
    may: [],
    sees: 'none',
    input: async ({ world, organisations }) => ({ session: await sessionOf(world, organisations.zhanjiang) }),
  },
  listMyTokens: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({}) },
  makeToken: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ name: 'nightly export', days: 1 }) },
  revokeToken: { at: 'root', may: [], sees: 'none', input: () => ({ token: '00000000-0000-4000-8000-000000000000' }) },
}

/** The id of an open session of somebody who is not one of the crowd. */
async function sessionOf(world: World, organisation: string): Promise<string> {
  const person = await world.dispatcher.act(nobody, (context) =>
    insertPerson(context, { staffNo: context.newId(), name: '外人', kind: 'member', organisation }),
  )
  await world.as(person)
  const row = await world.db
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return row.id
}
