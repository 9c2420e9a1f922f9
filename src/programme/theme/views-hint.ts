import type { OutputOf } from '#basics/contract.ts'
import type { Context } from '#platform/context.ts'
import { organisationsById } from '#programme/organisation/reads.ts'
import type { themeContract } from './contract.ts'
import { countsFor } from './reads-near.ts'
import { couldAnyBranchSay, saysNothingOfItsOwn } from './rules/any-branch.ts'
import type { Theme, ThemeVerb } from './rules/theme.ts'

type Hint = OutputOf<(typeof themeContract)['readTheme']>['hint']

/** What is general about a theme, for those who can still write or decide; null for everybody else. */
export async function hintView(context: Context, theme: Theme, allowed: readonly ThemeVerb[]): Promise<Hint> {
  if (!allowed.some((verb) => verb === 'change' || verb === 'review')) return null
  // the topmost organisation's name is everybody's
  const ids = theme.branchPath.split('/').filter(Boolean).slice(1)
  const names = [...(await organisationsById(context, ids)).values()].map(({ name }) => name)
  const reasons = couldAnyBranchSay(theme.texts, names, await countsFor(context, theme.texts))
  return { anyBranch: saysNothingOfItsOwn(reasons), reasons }
}
