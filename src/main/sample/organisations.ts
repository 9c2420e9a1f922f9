import type { Day } from '#basics/calendar.ts'
import { bureauDepartments, bureaus, directBodies, rootDepartments } from './bureaus.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { SampleOrganisation, SampleRegion, UnitKind } from './types.ts'

export const ROOT = '0400'
const ROOT_NAME = '广东海事局（示例）'

interface Branch {
  name: string
  shortName: string
  unitName: string
  unitKind: UnitKind
}

/** The tree: root, committees and general branches, 267 branches. Parents stand before their children. */
export function sampleOrganisations(year: number): SampleOrganisation[] {
  const tree: SampleOrganisation[] = [upper(ROOT, null, 'committee', `${ROOT_NAME}党委`, '局党委', ROOT_NAME, '珠三角')]
  tree.push(
    upper('0401', ROOT, 'committee', `${ROOT_NAME}直属机关党委`, '直属机关党委', `${ROOT_NAME}机关`, '珠三角'),
    ...branchesOf('0401', '0401', '珠三角', rootDepartments.map(rootDepartment)),
  )
  for (const [index, body] of directBodies.entries()) {
    const code = `04${String(index + 2).padStart(2, '0')}`
    const title = body.kind === 'committee' ? '党委' : '党总支'
    const branches = body.branches.map(([name, kind]) => directBranch(body.name, name, kind))
    tree.push(
      upper(code, ROOT, body.kind, `${body.name}${title}`, body.name, body.name, '珠三角'),
      ...branchesOf(code, code, '珠三角', branches),
    )
  }
  for (const index of bureaus.keys()) tree.push(...bureauTree(index))
  const days = chanceOf(1, 'set-up')
  return tree.map((organisation, index) => ({
    ...organisation,
    sortNo: (index + 1) * 10,
    setUpOn: recent(organisation.name, year) ?? `${year - age(organisation, days)}-${two(days.between(1, 12))}-01`,
  }))
}

// Set up less than six months before the end of last year: not rated, and out of the quota's base.
function recent(name: string, year: number): Day | null {
  if (name === '广州海事局莲花山海事处党支部') return `${year - 1}-08-20`
  if (name === '阳江海事局海陵海事处党支部') return `${year - 1}-10-12`
  return null
}

// Nobody is older than the organisation above it.
function age({ kind, code }: SampleOrganisation, days: Chance): number {
  if (code === ROOT) return 27
  return kind === 'branch' ? days.between(7, 24) : kind === 'general-branch' ? 25 : 26
}

function bureauTree(index: number): SampleOrganisation[] {
  const bureau = bureaus[index]!
  const code = `04${String(index + 7).padStart(2, '0')}`
  const full = `${bureau.name}海事局`
  const title = bureau.kind === 'committee' ? '党委' : '党总支'
  const top = upper(code, ROOT, bureau.kind, `${full}${title}`, full, full, bureau.region)

  const departments = bureauDepartments.slice(0, bureau.departments).map((name) => within(full, name, 'department'))
  const rest = [
    within(full, '政务窗口', 'window'),
    ...shipNumbers(index).map((number) => within(full, `海巡${number}船`, 'ship')),
    ...officeBranches(full, bureau.offices),
    ...(bureau.retired ? [within(full, '离退休干部', 'retired')] : []),
  ]
  const all = [...departments, ...rest]
  const groups = generalBranches(bureau.name, bureau.departments)
  const uppers = groups.map((group, at) =>
    upper(
      `${code}Z${at + 1}`,
      code,
      'general-branch',
      `${full}${group}党总支`,
      group,
      `${full}${group}`,
      bureau.region,
    ),
  )
  const branches = branchesOf(code, code, bureau.region, all).map((branch) => {
    const group = groups.findIndex((name) =>
      name === '机关' ? branch.unitKind === 'department' : branch.name.startsWith(`${full}${name}`),
    )
    return group < 0 ? branch : { ...branch, parent: `${code}Z${group + 1}` }
  })
  return [top, ...uppers, ...branches]
}

/** Larger bureaus put a general branch between their committee and some branches. */
function generalBranches(bureau: string, departments: number): string[] {
  if (bureau === '广州') return ['机关', '黄埔海事处', '南沙海事处']
  return departments >= 4 ? ['机关'] : []
}

function shipNumbers(index: number): string[] {
  const before = bureaus.slice(0, index).reduce((sum, bureau) => sum + bureau.ships, 0)
  return Array.from({ length: bureaus[index]!.ships }, (_, at) => `09${before + at + 11}`)
}

function officeBranches(bureau: string, offices: string[]): Branch[] {
  return offices.map((office, at) => {
    if (office === '东人工岛') return bridgeBranch(bureau)
    const same = offices.filter((other) => other === office).length
    const number = same > 1 ? `第${'一二三'[at - offices.indexOf(office)]}` : ''
    return { ...within(bureau, `${office}海事处`, 'office', number), shortName: `${office}海事处${number}` }
  })
}

// The longest name there is, and a joint branch over two units.
function bridgeBranch(bureau: string): Branch {
  return {
    name: `${bureau}东人工岛海事处与桥区水上交通安全联合值守及应急处置先锋队联合党支部`,
    shortName: '东人工岛联合支部',
    unitName: `${bureau}东人工岛海事处、${bureau}桥区联合值守队`,
    unitKind: 'office',
  }
}

function within(bureau: string, unit: string, unitKind: UnitKind, number = ''): Branch {
  return {
    name: `${bureau}${unit}${number}党支部`,
    shortName: `${bureau.replace('海事局', '')}${unit}`,
    unitName: `${bureau}${unit}`,
    unitKind,
  }
}

function rootDepartment(name: string): Branch {
  const unitKind = name === '离退休干部处' ? 'retired' : 'department'
  return { name: `机关${name}党支部`, shortName: name, unitName: `${ROOT_NAME}${name}`, unitKind }
}

function directBranch(body: string, name: string, unitKind: UnitKind): Branch {
  const alone = unitKind === 'ship' || name.startsWith(body)
  return {
    name: alone ? `${name}党支部` : `${body}${name}党支部`,
    shortName: name,
    unitName: alone ? name : `${body}${name}`,
    unitKind,
  }
}

function branchesOf(prefix: string, parent: string, region: SampleRegion, branches: Branch[]): SampleOrganisation[] {
  return branches.map((branch, index) => ({
    code: `${prefix}${String(index + 1).padStart(3, '0')}`,
    ...branch,
    kind: 'branch',
    parent,
    region,
    sortNo: 0,
    setUpOn: '',
    memberCount: 0,
  }))
}

function upper(
  code: string,
  parent: string | null,
  kind: 'committee' | 'general-branch',
  name: string,
  shortName: string,
  unitName: string,
  region: SampleRegion,
): SampleOrganisation {
  return {
    code,
    name,
    shortName,
    kind,
    parent,
    region,
    unitName,
    unitKind: null,
    sortNo: 0,
    setUpOn: '',
    memberCount: 0,
  }
}

/** The organisations above one, from its parent up to the root. */
export function chainAbove(byCode: ReadonlyMap<string, SampleOrganisation>, code: string): string[] {
  const parent = byCode.get(code)?.parent ?? null
  return parent === null ? [] : [parent, ...chainAbove(byCode, parent)]
}

/** The part of the tree directly under the root that an organisation belongs to: what assessors must not share. */
export function bodyOf(code: string): string {
  return code.slice(0, 4)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
