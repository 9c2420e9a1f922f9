import type { Day } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { OrganisationId } from '#basics/id.ts'
import { listsBy } from '#basics/lists.ts'
import type { Context } from '#platform/context.ts'
import { openCycleFor } from '#programme/cycle/reads.ts'
import { organisationsAbove, organisationsById } from '#programme/organisation/reads.ts'
import type { routeContract } from './contract-route.ts'
import { holdersAt, ownersOf, planOn, treeBelow, underReview } from './reads-route.ts'
import { type Above, type Gap, gapsIn, type Holder, reviewersAt, routeFor, type Stage } from './rules/route.ts'
import { themeFrom } from './store.ts'

/** The route of a branch by the plan of the organisation whose programme it is, on a day. */
export async function routeOf(
  context: Pick<Context, 'tx'>,
  branchPath: string,
  owner: string | undefined,
  on: Day,
): Promise<Stage[]> {
  const plan = owner === undefined ? undefined : await planOn(context, owner, on)
  return routeFor(plan?.plan ?? null, (await organisationsAbove(context, branchPath)).map(aboveFrom))
}

function aboveFrom({ id, kind, path }: { id: string; kind: string; path: string }): Above {
  return { id: id as OrganisationId, kind: kind as Above['kind'], root: path === `${id}/` }
}

/** What a theme of this branch would go through, with the people who hold the posts above it. */
export async function reviewRoute(
  context: Context,
  branch: { id: string; name: string; path: string },
  on: Day,
): Promise<OutputOf<(typeof routeContract)['readReviewRoute']>> {
  const above = await organisationsAbove(context, branch.path)
  const cycle = await openCycleFor(context, branch.path)
  const owner = cycle && (await organisationsById(context, [cycle.organisationId])).get(cycle.organisationId)
  const plan = owner && (await planOn(context, owner.id, on))
  const holders = await holdersAt(context, [branch.id, ...above.map(({ id }) => id)])
  const own = ownersOf({ organisation_id: branch.id, drafted_by: '', submitted_by: null }, holders)
  const names = new Map(above.map(({ id, name }) => [id, name]))
  return {
    branch: { id: branch.id, name: branch.name },
    owner: owner ? { id: owner.id, name: owner.name } : null,
    planFrom: plan?.fromOn ?? null,
    above: above.map(({ name, ...each }) => ({
      ...aboveFrom(each),
      name,
      office: namesAt(holders, each.id, 'office'),
      secretary: namesAt(holders, each.id, 'secretary'),
    })),
    stages: routeFor(plan?.plan ?? null, above.map(aboveFrom)).map((stage) => ({
      ...stage,
      organisation: { id: stage.organisation, name: names.get(stage.organisation)! },
      reviewers: reviewersAt(stage, holders, own).map(({ name }) => name),
    })),
  }
}

function namesAt(holders: readonly Holder[], organisation: string, post: 'office' | 'secretary'): string[] {
  return holders.filter((held) => held.organisation === organisation && held.post === post).map(({ name }) => name)
}

const EXAMPLES = 5

/** Where nobody may review below an organisation, by its plan of today, and which themes wait at such a place. */
export async function gapsBelow(
  context: Context,
  owner: { id: string; path: string },
): Promise<OutputOf<(typeof routeContract)['listRouteGaps']>> {
  const tree = await treeBelow(context, owner.path)
  const places = new Map(tree.map((each) => [each.id as string, each]))
  const holders = await holdersAt(context, [...places.keys()])
  const plan = (await planOn(context, owner.id, context.today))?.plan ?? null
  const branches = tree.filter(({ kind }) => kind === 'branch')
  const found = branches.flatMap((branch) => {
    const above = branch.path.split('/').filter(Boolean).slice(0, -1).reverse()
    const route = routeFor(
      plan,
      above.map((id) => aboveFrom(places.get(id)!)),
    )
    const own = ownersOf({ organisation_id: branch.id, drafted_by: '', submitted_by: null }, holders)
    return gapsIn(route, holders, own).map((gap) => ({ gap, branch: { id: branch.id, name: branch.name } }))
  })
  const named = (id: string) => ({ id, name: places.get(id)!.name })
  return {
    branches: branches.length,
    gaps: groupsOf(found).map((group) => ({
      organisation: named(group[0]!.gap.stage.organisation),
      posts: group[0]!.gap.stage.posts,
      why: group[0]!.gap.why,
      branches: group.length,
      examples: group.slice(0, EXAMPLES).map(({ branch }) => branch),
    })),
    waiting: (await underReview(context, owner.id)).flatMap((row) => {
      const theme = themeFrom(row)
      const stage = theme.state === 'submitted' ? theme.route[theme.stage]! : undefined
      if (!stage || reviewersAt(stage, holders, ownersOf(row, holders)).length > 0) return []
      const branch = { id: row.organisation_id, name: row.branch_name }
      return [{ id: row.id, name: row.name, branch, at: named(stage.organisation), posts: stage.posts }]
    }),
  }
}

/** The gaps at one place for one reason, together. */
function groupsOf<Found extends { gap: Gap }>(found: readonly Found[]): Found[][] {
  const groups = listsBy(found, ({ gap: { stage, why } }) => `${stage.organisation} ${stage.posts.join()} ${why}`)
  return [...groups.values()]
}
