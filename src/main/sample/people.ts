import { addDays, type Day } from '#basics/calendar.ts'
import { listsBy } from '#basics/lists.ts'
import { type Chance, chanceOf } from './chance.ts'
import { inventName } from './names.ts'
import { bodyOf, ROOT } from './organisations.ts'
import type { SampleOrganisation, SamplePerson, SamplePost } from './types.ts'

/** Names given to people whom tests and the demo know, by the branch and their place in it; all invented. */
const given: Record<string, Record<number, string>> = {
  机关办公室党支部: { 0: '沈知远', 1: '陆昭宁', 2: '单国梁' },
  机关组织处党支部: { 0: '许怀瑾', 1: '尉迟明澜', 2: '曾宪予', 3: '苏映雪' },
  机关科技信息处党支部: { 1: '范启航' },
  机关人事教育处党支部: { 1: '钱守静' },
  机关审计处党支部: { 1: '仇正言' },
  广州海事局综合办公室党支部: { 0: '冯玉衡', 1: '梁世衡', 2: '叶知秋', 3: '解文渊' },
  广州海事局通航管理处党支部: { 1: '温若谷', 2: '甘雨桐' },
  广州海事局黄埔海事处第一党支部: { 0: '陈𬭎', 1: '黎向晨', 3: '简一帆' },
  东莞海事局太平海事处党支部: { 0: '麦浩然' },
  珠海海事局九州港海事处党支部: { 0: '林㛃' },
  佛山海事局顺德海事处党支部: { 0: '招颂恩' },
  海巡0901船党支部: { 0: '江听澜' },
  深圳海事局通航管理处党支部: { 2: '霍启明' },
}
const givenStaff: Record<string, string> = { 广州海事局黄埔海事处第一党支部: '区晓彤' }

/** Bodies managed by delegation kept their own numbers: digits only, with leading zeros. */
const digitsOnly = ['深圳海事局', '汕头海事局', '湛江海事局']

/** About 3,000 people: members and staff of 267 branches; the posts are given below. */
export function samplePeople(
  organisations: SampleOrganisation[],
  anchor: Day,
  year: number,
  seed: number,
): SamplePerson[] {
  const chance = chanceOf(seed, 'people')
  const people: SamplePerson[] = []
  for (const branch of organisations.filter(({ kind }) => kind === 'branch')) {
    const names = new Set([...Object.values(given[branch.name] ?? {}), givenStaff[branch.name] ?? ''])
    const members = membersOf(branch, chance)
    const staff = branch.unitKind === 'retired' ? 0 : chance.between(1, 3)
    for (let at = 0; at < members + staff; at++) {
      const kind = at < members ? 'member' : 'staff'
      const named = at === members ? givenStaff[branch.name] : given[branch.name]?.[at]
      const name = named ?? inventName(chance, names)
      names.add(name)
      const posts: SamplePost[] = []
      const joined = at < 6 ? longAgo(branch, year) : since(branch, anchor, year, chance)
      people.push({
        staffNo: staffNo(branch, people.length),
        name,
        organisation: branch.code,
        kind,
        from: joined,
        posts,
      })
    }
  }
  return people
}

/** Gives every organisation its office-holders, and the root its panel, its inspectors and its three administrators. */
export function givePosts(organisations: SampleOrganisation[], people: SamplePerson[], year: number): void {
  const ofBranch = listsBy(people, ({ organisation }) => organisation)
  const byName = new Map(organisations.map((organisation) => [organisation.name, organisation]))
  const give = (branch: string, at: number, post: SamplePost['post'], organisation: string) => {
    const holder = ofBranch.get(branch)![at]!
    holder.posts.push({ post, organisation, from: holder.from })
  }

  for (const branch of organisations.filter(({ kind }) => kind === 'branch'))
    give(branch.code, 0, 'secretary', branch.code)
  const organisationOffice = byName.get('机关组织处党支部')!.code
  give(byName.get('机关办公室党支部')!.code, 1, 'secretary', ROOT)
  for (const at of [1, 2, 4]) give(organisationOffice, at, 'office', ROOT)
  give(organisationOffice, 3, 'confidentiality', ROOT)
  give(byName.get('机关科技信息处党支部')!.code, 1, 'system-admin', ROOT)
  give(byName.get('机关人事教育处党支部')!.code, 1, 'security-admin', ROOT)
  give(byName.get('机关审计处党支部')!.code, 1, 'audit-admin', ROOT)

  for (const top of organisations.filter(({ parent }) => parent === ROOT)) {
    const below = organisations.filter(({ code, kind }) => kind === 'branch' && bodyOf(code) === top.code)
    const host = below[0]!.code
    // The departments of the root: their first branch already hosts the secretary of the root.
    const shift = top.code === '0401' ? 2 : 1
    give(host, shift, 'secretary', top.code)
    give(host, shift + 1, 'office', top.code)
    give(host, shift + 2, 'confidentiality', top.code)
    for (const group of organisations.filter(({ parent, kind }) => parent === top.code && kind === 'general-branch')) {
      const first = organisations.find(({ parent }) => parent === group.code)!
      const at = first.code === host ? 4 : 1
      give(first.code, at, 'secretary', group.code)
      give(first.code, at + 1, 'office', group.code)
    }
    if (Number(top.code.slice(2)) >= 7) givePanel(top.name, below, give)
  }
  // Posts begin before the oldest theme was drafted, so that everyone could do then what the sample says they did.
  for (const person of people) for (const post of person.posts) post.from = later(person.from, `${year - 5}-01-05`)
}

// One assessor from each bureau, two from the two largest; every second bureau sends an inspector.
function givePanel(
  bureau: string,
  branches: SampleOrganisation[],
  give: (branch: string, at: number, post: SamplePost['post'], organisation: string) => void,
): void {
  const [, second, third] = branches
  give(second!.code, 1, 'assessor', ROOT)
  if (bureau.startsWith('广州') || bureau.startsWith('深圳')) give(second!.code, 2, 'assessor', ROOT)
  if (Number(second!.code.slice(2, 4)) % 2 === 1) give(third!.code, 3, 'inspector', ROOT)
}

function membersOf(branch: SampleOrganisation, chance: Chance): number {
  if (branch.name === '梅州海事局三河坝海事处党支部') return 5
  if (branch.unitKind === 'retired') return chance.between(14, 26)
  return chance.between(7, 11)
}

function staffNo(branch: SampleOrganisation, index: number): string {
  const number = 1000 + index * 3
  const digits = digitsOnly.some((bureau) => branch.name.startsWith(bureau))
  return digits ? String(number).padStart(7, '0') : `GD${String(number).padStart(6, '0')}`
}

function longAgo(branch: SampleOrganisation, year: number): Day {
  return later(branch.setUpOn, `${year - 5}-01-05`)
}

function since(branch: SampleOrganisation, anchor: Day, year: number, chance: Chance): Day {
  if (chance.percent(80)) return longAgo(branch, year)
  return later(branch.setUpOn, addDays(anchor, -chance.between(40, 1400)))
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}
