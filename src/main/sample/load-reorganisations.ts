import type { Day } from '#basics/calendar.ts'
import { reorganisationActions } from '#programme/reorganisation/actions.ts'
import type { Terms } from '#programme/reorganisation/rules/terms.ts'
import { above, heirOf, mergedTheme, seafarers } from './load-merged.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import type { OrganisationCode } from './types.ts'

/** What organisations were called before they were renamed: they are loaded by these names. */
export const formerNames: Record<OrganisationCode, { name: string; shortName: string }> = {
  '0410009': { name: '东莞海事局沙田海事站党支部', shortName: '沙田海事站' },
}

const issuer = '广东海事局（示例）党委'

interface Entered {
  on: Day
  document: string
  reason: string
  terms: () => Terms
}

/** A branch that is no more, and one that was called otherwise: set up, moved, renamed and merged, each by its document. */
function entries(loading: Loading, made: { id: string }): Entered[] {
  const { sample } = loading
  const year = sample.cycles.running.year
  const of = 'organisation' as const
  const [zhuhai, shatian] = ['0409', '0410009'] as const
  const id = (code: string) => organisationOf(loading, code).id
  return [
    {
      on: `${year - 2}-03-05`,
      document: `粤海党（示例）〔${year - 2}〕11号`,
      reason: '跨海通道施工船员中流动党员较多，单独成立党支部',
      terms: () => ({
        kind: 'set-up',
        of,
        newcomer: { ...seafarers, kind: 'branch', parent: id(zhuhai), region: '珠三角' },
        units: [],
      }),
    },
    {
      on: `${year - 1}-02-10`,
      document: `粤海党（示例）〔${year - 1}〕4号`,
      reason: '施工转到东莞水域，船员随船转移',
      terms: () => ({ kind: 'move', of, id: made.id, parent: id(above) }),
    },
    {
      on: `${year - 1}-06-10`,
      document: `粤海党（示例）〔${year - 1}〕17号`,
      reason: '海事站改设为海事处',
      terms: () => {
        const now = sample.organisations.find(({ code }) => code === shatian)!
        return { kind: 'rename', of, id: id(shatian), name: now.name, shortName: now.shortName }
      },
    },
    {
      on: `${year - 1}-09-01`,
      document: `粤海党（示例）〔${year - 1}〕26号`,
      reason: '施工结束，党员关系已转出',
      terms: () => ({
        kind: 'merge',
        of,
        ids: [made.id],
        into: id(heirOf(sample)),
        bequests: [{ organisation: made.id, inForce: 'end', underWay: 'to-draft' }],
      }),
    },
  ]
}

/** Each entered by the system administrator and confirmed by the security administrator, on its day. */
export function reorganisationActs(loading: Loading): Act[] {
  const made = { id: '' }
  const acts = entries(loading, made).flatMap(({ on, terms, ...document }) => {
    const entered = { id: '' }
    return [
      {
        at: at(loading, on, 0),
        by: numberOf(loading, 'systemAdmin'),
        async run(context) {
          const entry = { terms: terms(), effectiveOn: on, issuer, ...document }
          entered.id = (await reorganisationActions.enterReorganisation(context, entry as never)).id
        },
      },
      {
        at: at(loading, on, 4),
        by: numberOf(loading, 'securityAdmin'),
        async run(context) {
          const act = { reorganisation: entered.id }
          const view = await reorganisationActions.confirmReorganisation(context, act)
          if (view.kind === 'set-up') made.id = view.parties.find(({ name }) => name === seafarers.name)!.id
        },
      },
    ] satisfies Act[]
  })
  return [...acts, ...mergedTheme(loading, made)]
}
