import { importContract } from '#programme/organisation/contract-import.ts'
import { importWorkbook } from '#programme/organisation/import-file.ts'
import type { OrganisationLine, PersonLine } from '#programme/organisation/rules/import-lines.ts'
import type { Browser } from '../world.ts'

/** Rows and files of organisations and people, as tests bring them. */
export const organisation = (name: string, more: Partial<OrganisationLine> = {}): OrganisationLine => ({
  row: 0,
  name,
  shortName: null,
  kind: 'branch',
  parent: '广州海事局党委',
  region: '珠三角',
  unit: null,
  sortNo: null,
  setUpOn: '2019-07-01',
  ...more,
})
export const person = (
  staffNo: string | null,
  name: string,
  at: string,
  more: Partial<PersonLine> = {},
): PersonLine => ({
  row: 0,
  staffNo,
  name,
  organisation: at,
  kind: 'member',
  posts: [],
  postOrganisation: null,
  fromOn: null,
  ...more,
})
export const fileOf = async (organisations: OrganisationLine[], people: PersonLine[], name = '名册.xlsx') => ({
  name,
  bytes: (await importWorkbook({ organisations, people }, 'zh')) as Uint8Array<ArrayBuffer>,
})
export const upload = async (admin: Browser, organisations: OrganisationLine[], people: PersonLine[]) =>
  admin.get(importContract.uploadImport, { file: await fileOf(organisations, people) })
export const discard = (admin: Browser, id: string) => admin.get(importContract.discardImport, { import: id })
