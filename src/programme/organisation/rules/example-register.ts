import type { Lines, OrganisationLine, PersonLine } from './import-lines.ts'
import { entriesOf, type Plan, type Present, plan } from './import-plan.ts'

/** A small register and files for it, by which the tests of the import show what they mean. */

export const TODAY = '2026-01-12'
export const root = '示例海事局党委'
export const bureau = '广州海事局党委'
export const branch = '广州海事局黄埔海事处党支部'

export const present: Present = {
  organisations: [
    on('o1', root, 'committee', null, 0),
    on('o2', bureau, 'committee', root, 1),
    on('o3', branch, 'branch', bureau, 2),
  ],
  people: [
    { id: 'p1', staffNo: '0001', name: '单振华', kind: 'member', organisation: root, left: false },
    { id: 'p2', staffNo: '0104', name: '黄志远', kind: 'member', organisation: branch, left: false },
    { id: 'p3', staffNo: null, name: '陈𬭎', kind: 'member', organisation: branch, left: false },
  ],
  posts: [
    held('p1', '单振华', 'system-admin', root),
    held('p2', '黄志远', 'secretary', branch, { fromOn: '2022-05-01' }),
  ],
}

function on(id: string, name: string, kind: 'committee' | 'branch', parent: string | null, sortNo: number) {
  return {
    id,
    name,
    shortName: name,
    kind,
    parent,
    region: null,
    unit: null,
    sortNo,
    setUpOn: '2010-01-01',
    dissolved: false,
  }
}

function held(
  person: string,
  personName: string,
  post: Present['posts'][number]['post'],
  organisation: string,
  more: Partial<Present['posts'][number]> = {},
) {
  return { person, personName, post, organisation, fromOn: '2020-01-01', untilOn: null, confirmed: true, ...more }
}

export const organisation = (row: number, name: string, more: Partial<OrganisationLine> = {}): OrganisationLine => ({
  row,
  name,
  shortName: null,
  kind: 'branch',
  parent: bureau,
  region: null,
  unit: null,
  sortNo: null,
  setUpOn: '2010-01-01',
  ...more,
})
export const person = (
  row: number,
  staffNo: string | null,
  name: string,
  more: Partial<PersonLine> = {},
): PersonLine => ({
  row,
  staffNo,
  name,
  organisation: branch,
  kind: 'member',
  posts: [],
  postOrganisation: null,
  fromOn: null,
  ...more,
})
export const planned = (lines: Partial<Lines>, by: string[] = ['p1'], state = present): Plan =>
  plan({ organisations: [], people: [], broken: [], ...lines }, state, { today: TODAY, by })
export const reasons = (lines: Partial<Lines>, by?: string[], state?: Present) =>
  planned(lines, by, state).problems.map(
    ({ sheet, row, field, reason }) => `${sheet} ${row} ${field} ${reason.slice(13)}`,
  )
export const warnings = (lines: Partial<Lines>) =>
  planned(lines).warnings.map(({ row, reason }) => `${row} ${reason.slice(13)}`)
export const changes = (lines: Partial<Lines>, state = present) =>
  entriesOf(planned(lines, [], state), state)
    .filter(({ change }) => change !== 'absent')
    .map(({ change, name, fields, posts }) => [
      change,
      name,
      ...fields.filter(() => change === 'changed').map(({ field, before, after }) => `${field} ${before}→${after}`),
      ...posts.map(({ post, replaces }) => (replaces ? `${post} for ${replaces}` : post)),
    ])
