import type { Database } from '#platform/database.ts'
import type { Settings } from '#platform/settings.ts'
import { inDatabaseHere } from './cli-database.ts'

export interface User {
  login: string
  name: string
  organisation: string
  state: 'invited' | 'active' | 'disabled'
}

/** The accounts of the database that this machine's settings name. Where nothing was set up there is nobody; nothing is made. */
export async function usersHere(settings: Settings, root: string): Promise<User[]> {
  return (await inDatabaseHere(settings, root, usersIn)) ?? []
}

async function usersIn(db: Database): Promise<User[]> {
  const found = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['login', 'person.name', 'organisation.name as organisation', 'password_hash', 'disabled_at'])
    .orderBy('login')
    .execute()
  return found.map(({ login, name, organisation, password_hash, disabled_at }) => ({
    login,
    name,
    organisation,
    state: disabled_at ? 'disabled' : password_hash ? 'active' : 'invited',
  }))
}
