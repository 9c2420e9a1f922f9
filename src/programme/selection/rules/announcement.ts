import type { Said } from '#basics/messages.ts'
import type { Digest } from './digest.ts'

/** The list as society reads it: what holds for all said once, then by region, then what is each branch's own. */
export interface Announcement {
  common: Said[]
  regions: {
    region: string | null
    base: number
    places: number
    named: number
    common: Said[]
    branches: { id: string; name: string; reasons: Said[] }[]
  }[]
}

/** One passage of what is disclosed, under the label people see. */
export interface Passage {
  label: string
  text: string
}

/** Orders the named by region and says each reason where it holds for everybody; within a region the given order stays. */
export function announcement({ named, quotas }: Digest): Announcement {
  const common = shared(named.map(({ grounds }) => grounds))
  // where the quota is over all, there is one group without a region
  const over = quotas.length === 1 && quotas[0]!.region === null
  return {
    common,
    regions: quotas
      .filter((quota) => quota.named > 0)
      .map(({ region, base, places, named: count }) => {
        const own = named.filter((each) => over || each.region === region)
        const here = shared(own.map(({ grounds }) => grounds)).filter((each) => !has(common, each))
        return {
          region,
          base,
          places,
          named: count,
          common: here,
          branches: own.map(({ branch, name, grounds }) => ({
            id: branch,
            name,
            reasons: grounds.filter((each) => !has(common, each) && !has(here, each)),
          })),
        }
      }),
  }
}

/** The list as passages of a public notice, in Chinese, as it is posted. */
export function passages(digest: Digest): Passage[] {
  const { common, regions } = announcement(digest)
  const name = (region: string | null) => region ?? (regions.length > 1 ? '未分片区' : '全部')
  const list = regions.map(
    ({ region, base, places, branches }) =>
      `${name(region)}（参评${base}个，名额${places}个，拟命名${branches.length}个）：${branches.map((each) => each.name).join('、')}`,
  )
  const reasons = [
    ...common.map(({ zh }) => zh),
    ...regions.flatMap(({ common: here }) => here.map(({ zh }) => zh)),
    ...regions.flatMap(({ branches }) =>
      branches.flatMap((branch) => branch.reasons.map(({ zh }) => `${branch.name}：${zh}`)),
    ),
  ]
  return [
    { label: '拟命名名单', text: list.join('\n') },
    { label: '命名依据', text: reasons.join('\n') },
    {
      label: '核验',
      text: `依据《${digest.sheet.title}》（${digest.sheet.code}）计算，参评${digest.rated}个，不参评${digest.notRated}个。本次运行的根哈希：${digest.root}`,
    },
  ]
}

function shared(lists: Said[][]): Said[] {
  const [first = [], ...rest] = lists
  return first.filter((each) => rest.every((list) => has(list, each)))
}

function has(list: Said[], said: Said): boolean {
  return list.some(({ zh }) => zh === said.zh)
}
