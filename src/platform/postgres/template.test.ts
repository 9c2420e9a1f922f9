import { expect, inject, test } from 'vitest'
import { using } from './roles.ts'
import { createDatabaseFrom, makeTemplate } from './template.ts'

const server = inject('postgres')

test('a template is filled once, however many ask, and its copies are apart from each other', async () => {
  let filled = 0
  const make = () =>
    makeTemplate(server, 'template_test_once', (owner) =>
      using(owner, async (client) => {
        filled += 1
        await client.query('create table note (words text)')
        await client.query('grant select, insert on note to hangbiao_app')
      }),
    )
  await Promise.all([make(), make(), make()])
  expect(filled).toBe(1)
  const [one, other] = await Promise.all([
    createDatabaseFrom(server, 'template_test_once', 'template_test_one'),
    createDatabaseFrom(server, 'template_test_once', 'template_test_other'),
  ])
  await using(one.app, (client) => client.query("insert into note values ('航标')"))
  expect(await using(one.app, async (client) => (await client.query('select words from note')).rows)).toEqual([
    { words: '航标' },
  ])
  expect(await using(other.app, async (client) => (await client.query('select words from note')).rows)).toEqual([])
  await Promise.all([one.drop(), other.drop()])
  await expect(using(one.app, (client) => client.query('select 1'))).rejects.toThrow('does not exist')
})

test('a template whose filling fails does not look ready', async () => {
  const fails = makeTemplate(server, 'template_test_fails', () => Promise.reject(new Error('no such table')))
  await expect(fails).rejects.toThrow('no such table')
  await makeTemplate(server, 'template_test_fails', (owner) =>
    using(owner, async (client) => void (await client.query('create table note (words text)'))),
  )
  const copy = await createDatabaseFrom(server, 'template_test_fails', 'template_test_copy')
  expect(await using(copy.owner, async (client) => (await client.query('select * from note')).rows)).toEqual([])
  await copy.drop()
})

test('the application can neither make tables, schemas, roles and databases nor become another role', async () => {
  await using(server.app, async (client) => {
    for (const attempt of [
      'create table x ()',
      'create schema x',
      'create role x',
      'create database x',
      'create temporary table x ()',
      'set role hangbiao_owner',
      'set session authorization postgres',
      "copy (select 1) to '/tmp/x'",
    ])
      await expect(client.query(attempt), attempt).rejects.toThrow(/permission denied/)
    const { rows } = await client.query(
      'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }])
    expect((await client.query("select current_setting('TimeZone') as zone")).rows).toEqual([{ zone: 'Asia/Shanghai' }])
  })
})
