import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Refuses to run with a database role that could change history, become its owner, or see past row security. */
export async function mustBeSafeRole(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; why: string | null }>`
    select rolname as name, case
      when rolsuper then 'superuser'
      when rolbypassrls then 'bypassrls'
      when rolcreaterole then 'may make roles'
      when exists (select 1 from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace)
        then 'owner of tables'
      when exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(rolname, relowner, 'member'))
        then 'may become the owner of tables'
      when exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and obj_description(oid, 'pg_class') in ('append-only', 'read-only')
          and has_table_privilege(rolname, oid, 'update, delete, truncate'))
        then 'may change history'
    end as why
    from pg_roles where rolname = current_user`.execute(db)
  const role = rows[0]!
  if (role.why)
    throw new Error(
      `拒绝启动：应用的数据库角色 ${role.name} 权限过大（${role.why}），请换用普通角色 / refusing to start: the application's database role ${role.name} has too many rights (${role.why}); use a plain role`,
    )
}
