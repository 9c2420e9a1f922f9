import { canonical } from '#basics/canonical.ts'
import type { QuotaLine } from '#programme/scoring/rules/quotas.ts'
import type { BranchResult, Quota, SelectionResult } from './select.ts'

/** A place where a stated result differs from the recomputed one. `branch` is null for quotas and ties. */
export interface Difference {
  branch: string | null
  what:
    | 'branch'
    | 'total'
    | 'indicator'
    | 'clause'
    | 'level'
    | 'gate'
    | 'vetoes'
    | 'title'
    | 'grounds'
    | 'quota'
    | 'level-quota'
    | 'ties'
  /** The code of the indicator, clause or gate, the region of a quota; empty where `what` says it all. */
  code: string
  stated: string
  found: string
}

/** Every difference, by branch and item. `—` stands for what is not there. */
export function compareResults(stated: SelectionResult, found: SelectionResult): Difference[] {
  return [
    ...compareBranches(stated.branches, found.branches),
    ...compareLists(null, 'quota', stated.quotas, found.quotas, regionOf),
    ...compareOne(null, 'ties', stated.ties, found.ties),
    ...compareLists(null, 'level-quota', stated.levelQuotas ?? [], found.levelQuotas ?? [], levelQuotaOf),
  ]
}

const absent = '—'

function compareBranches(stated: BranchResult[], found: BranchResult[]): Difference[] {
  const statedById = new Map(stated.map((result) => [result.branch, result]))
  const foundById = new Map(found.map((result) => [result.branch, result]))
  const ids = [...new Set([...statedById.keys(), ...foundById.keys()])].toSorted()
  const differences = ids.flatMap((id): Difference[] => {
    const [a, b] = [statedById.get(id), foundById.get(id)]
    if (a && b) return compareBranch(a, b)
    return [{ branch: id, what: 'branch', code: '', stated: a ? id : absent, found: b ? id : absent }]
  })
  const sorted = canonical(stated.map(({ branch }) => branch)) === canonical(found.map(({ branch }) => branch))
  if (differences.length > 0 || sorted) return differences
  return [{ branch: null, what: 'branch', code: '', stated: `${stated.length}`, found: `${found.length}` }]
}

function compareBranch(stated: BranchResult, found: BranchResult): Difference[] {
  const id = found.branch
  const code = (each: { code: string }) => each.code
  return [
    ...compareOne(id, 'total', stated.total, found.total),
    ...compareLists(id, 'indicator', stated.indicators, found.indicators, code, (each) => each.points),
    ...compareLists(id, 'clause', stated.clauses, found.clauses, code, (each) => each.points),
    ...compareOne(id, 'level', stated.level, found.level),
    ...compareLists(id, 'gate', stated.gates, found.gates, ({ gate }) => gate),
    ...compareOne(id, 'vetoes', stated.vetoes, found.vetoes),
    ...compareOne(id, 'title', stated.title, found.title),
    ...compareOne(id, 'grounds', stated.grounds, found.grounds),
  ]
}

function compareOne(
  branch: string | null,
  what: Difference['what'],
  stated: unknown,
  found: unknown,
  code = '',
): Difference[] {
  if (stated !== undefined && found !== undefined && canonical(stated) === canonical(found)) return []
  return [{ branch, what, code, stated: shown(stated), found: shown(found) }]
}

/** Compares by code, and names the code; a list in another order, or with a code twice, differs as a whole. */
function compareLists<Each>(
  branch: string | null,
  what: Difference['what'],
  stated: Each[],
  found: Each[],
  codeOf: (each: Each) => string,
  read: (each: Each) => unknown = (each) => each,
): Difference[] {
  if (canonical(stated) === canonical(found)) return []
  const codes = [...new Set([...stated, ...found].map(codeOf))]
  const single = (list: Each[], code: string) => {
    const each = list.find((one) => codeOf(one) === code)
    return each === undefined ? undefined : read(each)
  }
  const differences = codes.flatMap((code) => compareOne(branch, what, single(stated, code), single(found, code), code))
  return differences.length > 0 ? differences : compareOne(branch, what, stated, found)
}

function levelQuotaOf({ quota, group }: QuotaLine): string {
  return group === '' ? quota : `${quota} ${group}`
}

function regionOf({ region }: Quota): string {
  return region ?? ''
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return absent
  return typeof value === 'string' ? value : canonical(value)
}
