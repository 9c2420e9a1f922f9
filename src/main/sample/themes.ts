import { addDays, type Day, daysBetween, weekdayOf } from '#basics/calendar.ts'
import { aheadOf } from './ahead.ts'
import { bureaus } from './bureaus.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Holders } from './holders.ts'
import { bodyOf, chainAbove } from './organisations.ts'
import { passComment, returnComment, takenUp } from './review-words.ts'
import type { Standing } from './standing.ts'
import { slogans } from './theme-closings.ts'
import { fixedNames, inventedNames, motifs, nearNames, realNames, tradeNames } from './theme-names.ts'
import { themeWords } from './theme-words.ts'
import type { SampleNotice, SampleOrganisation, SampleReview, SampleTheme } from './types.ts'
import { voices } from './voices.ts'

export const NOTICE_WORKING_DAYS = 5

/** The themes of about 255 branches, each as it stands on the anchor day. */
export function sampleThemes(
  holders: Holders,
  standing: Map<string, Standing>,
  anchor: Day,
  year: number,
  seed: number,
): SampleTheme[] {
  const chance = chanceOf(seed, 'themes')
  const names = nameAll(holders.branches, chance)
  return holders.branches.flatMap((branch) => {
    const { theme, twist } = standing.get(branch.code)!
    if (theme.state === 'none') return []
    const own = chanceOf(seed, `theme ${branch.code}`)
    return [dated(branch, names.get(branch.code)!, theme, { holders, anchor, year, twist, chance: own })]
  })
}

interface Making {
  holders: Holders
  anchor: Day
  year: number
  twist: Standing['twist']
  chance: Chance
}

function dated(
  branch: SampleOrganisation,
  name: string,
  theme: Exclude<Standing['theme'], { state: 'none' }>,
  making: Making,
): SampleTheme {
  const { holders, anchor, year, chance } = making
  const texts = { ...textsOf(branch, name, chance), ...aheadOf(branch, making.holders) }
  const draftedBy = holders.holder('secretary', branch.code).staffNo
  const base = { branch: branch.code, name, ...texts, draftedBy }
  if (theme.state === 'draft') return { ...base, state: 'draft', draftedOn: before(anchor, chance.between(3, 30)) }

  // Dates are laid out backwards from the last thing that happened. This year's are close together.
  const old = theme.state === 'in-force' && theme.year < year
  const gap = (least: number, most: number) => chance.between(least, old ? most : least)
  const effectiveOn = theme.state === 'in-force' ? effective(theme.year, making) : null
  const noticeFrom = effectiveOn ? before(effectiveOn, gap(16, 22)) : before(anchor, chance.between(1, 4))
  const checkedOn = before(noticeFrom, gap(1, 3))
  const chain = chainAbove(holders.organisations, branch.code)
  const steps =
    theme.state === 'submitted' || theme.state === 'returned' ? chance.between(0, chain.length - 1) : chain.length
  const reviewers = theme.state === 'returned' ? chain.slice(0, steps + 1) : chain.slice(0, steps)
  const newestFirst: SampleReview[] = []
  let on = theme.state === 'in-force' || theme.state === 'on-notice' ? checkedOn : before(anchor, chance.between(0, 5))
  for (const organisation of [...reviewers].reverse()) {
    on = before(on, gap(2, 6))
    const by = holders.holder(chance.percent(50) ? 'secretary' : 'office', organisation).staffNo
    const returned = theme.state === 'returned' && newestFirst.length === 0
    const { comment, no } = returned
      ? chance.pick(returnComment)
      : { comment: chance.percent(60) ? chance.pick(passComment) : '', no: null }
    newestFirst.push({ by, organisation, verdict: returned ? 'return' : 'pass', comment, no, on })
  }
  const submittedOn = before(on, gap(2, 6))
  const meetingOn = before(submittedOn, gap(1, 5))
  const draftedOn = before(meetingOn, gap(7, 25))
  const members = holders.members(branch.code).length
  const adoption = {
    suggestions: chance.between(3, 19),
    takenUp: chance.pick(takenUp),
    meetingOn,
    present: Math.max(3, members - chance.between(0, 2)),
  }
  const submission = { ...base, draftedOn, adoption, submittedOn, reviews: newestFirst.reverse() }
  if (theme.state !== 'in-force' && theme.state !== 'on-notice') return { ...submission, state: theme.state }

  const confidentiality = { by: holders.holder('confidentiality', bodyOf(branch.code)).staffNo, on: checkedOn }
  const bare = {
    from: noticeFrom,
    scope: scopeOf(branch),
    workingDays: NOTICE_WORKING_DAYS,
    opinions: [],
    objections: [],
  }
  const heard = old && !chance.percent(20)
  const notice: SampleNotice = heard ? bare : voices(bare, submission, effectiveOn, making)
  if (effectiveOn) return { ...submission, confidentiality, notice, effectiveOn, state: 'in-force' }
  return { ...submission, confidentiality, notice, state: 'on-notice' }
}

function effective(themeYear: number, { anchor, year, chance }: Making): Day {
  if (themeYear < year) return onWeekday(addDays(`${themeYear}-04-12`, chance.between(0, 220)))
  const earliest = `${year}-03-01`
  const span = Math.min(120, daysBetween(earliest, anchor) - 8)
  return onWeekday(addDays(anchor, -8 - chance.between(0, span)))
}

function scopeOf(branch: SampleOrganisation): 'party' | 'society' {
  return branch.unitKind === 'window' || branch.unitKind === 'office' ? 'society' : 'party'
}

function textsOf(branch: SampleOrganisation, name: string, chance: Chance) {
  const words = themeWords[branch.unitKind!]
  const bureau = bureaus.find((one) => branch.name.startsWith(`${one.name}海事局`))
  const say = ([openings, closes]: [string[], string[]]) =>
    `${chance.pick(openings)}${chance.pick(closes)}`
      .replaceAll('{name}', name)
      .replaceAll('{unit}', branch.shortName)
      .replaceAll('{waters}', bureau?.waters ?? '珠江口水域')
  return {
    meaning: say(words.meaning),
    strengths: say(words.strengths),
    coreWork: say(words.coreWork),
    lasting: say(words.lasting),
    goals: say(words.goals),
    slogan: chance.percent(45) ? chance.pick(slogans) : null,
  }
}

/** Every branch gets a name that no other has: a fixed or a real one, one of ours, or its place with a motif. */
function nameAll(branches: SampleOrganisation[], chance: Chance): Map<string, string> {
  const pools = new Map<string, string[]>()
  for (const [kind, names] of Object.entries({ ...inventedNames, ...tradeNames })) {
    const real = realNames.filter((one) => one.kind === kind && !one.only).map(({ name }) => name)
    pools.set(kind, chance.shuffled([...real, ...names]))
  }
  const taken = new Set<string>()
  const result = new Map<string, string>()
  for (const branch of branches) {
    const reserved = reservedFor(branch.name)
    const trade = Object.keys(tradeNames).find((name) => branch.name.endsWith(`${name}党支部`))
    // Only some of the offices take a name from the list; most are called after their place.
    const listed =
      reserved || (branch.unitKind === 'office' && !chance.percent(25))
        ? undefined
        : pools.get(trade ?? branch.unitKind!)!.pop()
    let name = reserved ?? listed ?? placed(branch, chance)
    while (taken.has(name)) name = placed(branch, chance)
    taken.add(name)
    result.set(branch.code, name)
  }
  return result
}

function reservedFor(branch: string): string | undefined {
  return nearNames[branch] ?? fixedNames[branch] ?? realNames.find(({ only }) => only === branch)?.name
}

function placed(branch: SampleOrganisation, chance: Chance): string {
  const bureau = bureaus.find((one) => branch.name.startsWith(`${one.name}海事局`))
  const office = branch.unitKind === 'office' || !bureau
  return `${office ? branch.shortName.split('海事处')[0] : bureau.name}${chance.pick(motifs)}`
}

/** So many days earlier, and on a weekday. */
export function before(day: Day, days: number): Day {
  return onWeekday(addDays(day, -days))
}

function onWeekday(day: Day): Day {
  return weekdayOf(day) > 5 ? addDays(day, 5 - weekdayOf(day)) : day
}
