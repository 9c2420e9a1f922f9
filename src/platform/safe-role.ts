import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Refuses to run with a database role that could change history or see past row security. */
export async function mustBeSafeRole(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; super: boolean; bypass: boolean; owns: boolean; history: boolean }>`
    select rolname as name, rolsuper as super, rolbypassrls as bypass,
      exists (select 1 from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as owns,
      has_table_privilege(rolname, 'history', 'update') or has_table_privilege(rolname, 'history', 'delete') as history
    from pg_roles where rolname = current_user`.execute(db)
  const role = rows[0]!
  const why = role.super
    ? 'superuser'
    : role.bypass
      ? 'bypassrls'
      : role.owns
        ? 'owner of tables'
        : role.history
          ? 'may change history'
          : null
  if (why)
    throw new Error(
      `拒绝启动：应用的数据库角色 ${role.name} 权限过大（${why}），请换用普通角色 / refusing to start: the application's database role ${role.name} has too many rights (${why}); use a plain role`,
    )
}
