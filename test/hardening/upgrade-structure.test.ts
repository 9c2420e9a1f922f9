import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { connect } from '#platform/database.ts'
import { migrate, migrationFiles } from '#platform/migrate.ts'
import { createDatabaseFrom, makeTemplate } from '#platform/postgres/template.ts'

/** An installation of before the structure was kept by date gets its days from what it knew. */
test('organisations, units and people of before are known from the days on which they were set up', async () => {
  const server = inject('postgres')
  const files = migrationFiles(join(import.meta.dirname, '../../src'))
  await makeTemplate(server, 'before-structure', async (owner) => {
    const before = files.filter((file) => basename(file) < '20261125T1100')
    await migrate(owner, server.app.user, before)
  })
  const copy = await createDatabaseFrom(server, 'before-structure', `u_${randomUUID().replaceAll('-', '')}`)
  const owner = connect({ ...copy.owner, max: 2 })
  try {
    const id = Object.fromEntries(
      ['root', 'bureau', 'old', 'young', 'unit', 'person'].map((key) => [key, randomUUID()]),
    )
    const organisation = (key: string, kind: string, parent: string | null, day: string, unit: string | null = null) =>
      sql`insert into organisation (id, kind, name, short_name, parent_id, path, set_up_on, unit_id, pinyin, initials)
        values (${id[key]!}, ${kind}, ${key}, ${key}, ${parent && id[parent]!}, ${`${key}/`}, ${day}, ${unit && id[unit]!}, '', '')`.execute(
        owner,
      )
    await sql`insert into unit (id, name) values (${id.unit!}, '黄埔海事处')`.execute(owner)
    await organisation('root', 'committee', null, '2000-01-01')
    await organisation('bureau', 'committee', 'root', '2005-01-01')
    await organisation('old', 'branch', 'bureau', '1998-07-01', 'unit')
    await organisation('young', 'branch', 'bureau', '2019-07-01')
    await sql`insert into person (id, name, pinyin, initials, kind, organisation_id)
      values (${id.person!}, '黄志远', '', '', 'member', ${id.old!})`.execute(owner)

    await migrate(copy.owner, server.app.user, files)

    const spans = await owner.selectFrom('organisation_span').selectAll().orderBy('from_on').orderBy('name').execute()
    expect(spans.map(({ name, from_on, until_on }) => [name, from_on, until_on])).toEqual([
      ['root', '2000-01-01', null],
      // older than the one above it: where it stood before is not known
      ['bureau', '2005-01-01', null],
      ['old', '2005-01-01', null],
      ['young', '2019-07-01', null],
    ])
    const ties = await owner.selectFrom('organisation_unit').selectAll().execute()
    expect(ties).toMatchObject([{ organisation_id: id.old, unit_id: id.unit, from_on: '2005-01-01', until_on: null }])
    expect(await owner.selectFrom('unit_span').selectAll().execute()).toMatchObject([
      { name: '黄埔海事处', from_on: '2005-01-01', until_on: null },
    ])
    expect(await owner.selectFrom('membership').selectAll().execute()).toMatchObject([
      { person_id: id.person, organisation_id: id.old, from_on: null, until_on: null },
    ])
  } finally {
    await owner.destroy()
    await copy.drop()
  }
})
