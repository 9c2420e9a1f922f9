import { addDays, type Day, daysBetween } from '#basics/calendar.ts'
import { bureaus } from './bureaus.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Holders } from './holders.ts'
import { bodyOf } from './organisations.ts'
import { type Outcome, outcomeOf } from './outcomes.ts'
import { solvedProblems } from './problem-words.ts'
import { adoptedPhrases, coreTasks, type Phrase, phrases } from './record-words.ts'
import type { Standing } from './standing.ts'
import type { RecordKind, SampleOrganisation, SampleRecord, SampleTheme } from './types.ts'

interface Happening {
  kind: RecordKind
  on: Day
  from?: SampleOrganisation
}

interface Making {
  holders: Holders
  standing: Map<string, Standing>
  themes: SampleTheme[]
  anchor: Day
  year: number
  seed: number
  thin: boolean
}

/** What branches did: last year as its outcome says, this year up to the anchor. Sorted by branch and day. */
export function sampleRecords(making: Making): SampleRecord[] {
  const { holders, standing, year, seed } = making
  const outcomes = new Map(holders.branches.map(({ code }) => [code, outcomeOf(code, standing.get(code)!, seed)]))
  const adopted = adoptions(making, outcomes)
  const kept = making.thin
    ? holders.branches.filter(
        (branch, index) => index % 10 === 0 || branch.name.includes('黄埔') || branch.name.startsWith('海巡0901'),
      )
    : holders.branches
  return kept.flatMap((branch) => {
    const chance = chanceOf(seed, `records ${branch.code}`)
    const last = [...lastYear(outcomes.get(branch.code)!, year - 1, chance), ...(adopted.get(branch.code) ?? [])]
    const both = [...last, ...thisYear(making, chance)].filter(({ on }) => on >= branch.setUpOn)
    both.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    const words = unrepeated(chance)
    return both.map((happening, index) => written(branch, happening, index, making, chance, words))
  })
}

function lastYear(outcome: Outcome, year: number, chance: Chance): Happening[] {
  const happened: Happening[] = []
  const held = chance.shuffled([0, 1, 2, 3]).slice(outcome.missedMembersMeetings)
  for (const quarter of held)
    happened.push({ kind: 'members-meeting', on: dayIn(year, quarter * 3 + chance.between(1, 3), chance) })
  const months = chance.shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).slice(outcome.missedCommitteeMeetings)
  for (const month of months) happened.push({ kind: 'committee-meeting', on: dayIn(year, month, chance) })
  const some = (kind: RecordKind, count: number) => {
    for (let at = 0; at < count; at++) happened.push({ kind, on: dayIn(year, chance.between(1, 12), chance) })
  }
  some('core-task', chance.between(1, 3))
  some('activity', outcome.activities)
  some('problem-solved', outcome.problemsSolved)
  for (const kind of ['training', 'partner', 'good-deed', 'other'] as const) if (chance.percent(20)) some(kind, 1)
  return happened
}

function thisYear({ anchor, year }: Making, chance: Chance): Happening[] {
  const first = `${year}-01-06`
  const last = earlier(anchor, `${year}-12-28`)
  const kinds: RecordKind[] = ['members-meeting', 'committee-meeting', 'committee-meeting', 'core-task', 'activity']
  const more = chance.shuffled<RecordKind>(['problem-solved', 'core-task', 'training', 'partner', 'good-deed'])
  return [...kinds, ...more.slice(0, chance.between(1, 3))].map((kind) => ({
    kind,
    on: addDays(first, chance.between(0, daysBetween(first, last))),
  }))
}

// Another body's branch wrote down what it took over: that record is what makes a practice exemplary.
function adoptions(
  { holders, standing, year, seed }: Making,
  outcomes: Map<string, Outcome>,
): Map<string, Happening[]> {
  const chance = chanceOf(seed, 'adoptions')
  const result = new Map<string, Happening[]>()
  for (const from of holders.branches) {
    const old = holders.branches.filter(({ code }) => bodyOf(code) !== bodyOf(from.code) && !standing.get(code)!.exempt)
    for (const adopter of chance.shuffled(old).slice(0, outcomes.get(from.code)!.timesAdopted)) {
      const happening: Happening = { kind: 'adopted', on: dayIn(year - 1, chance.between(3, 12), chance), from }
      result.set(adopter.code, [...(result.get(adopter.code) ?? []), happening])
    }
  }
  return result
}

function written(
  branch: SampleOrganisation,
  { kind, on, from }: Happening,
  index: number,
  { holders, themes, anchor }: Making,
  chance: Chance,
  words: (phrases: Phrase[]) => Phrase,
): SampleRecord {
  const theme = themes.find((one) => one.branch === from?.code && one.state === 'in-force' && one.effectiveOn <= on)
  const phrase: Phrase = from
    ? { text: adoptedPhrases[from.unitKind!], force: 'creativity' }
    : words(phrasesOf(branch, kind, on))
  const waters = bureaus.find((bureau) => branch.name.startsWith(`${bureau.name}海事局`))?.waters ?? '珠江口水域'
  const value = phrase.figure ? String(chance.between(phrase.figure[2], phrase.figure[3])) : ''
  const sentence = phrase.text
    .replace('{n}', value)
    .replace('{waters}', waters)
    .replace('{from}', from?.shortName ?? '')
    .replace('{theme}', theme ? `“${theme.name}”` : '')
  const writer = holders.holder('secretary', branch.code)
  const year = Number(on.slice(0, 4))
  const latest = earlier(anchor, `${year}-12-31`)
  const entered = addDays(on, chance.between(0, 5))
  const numbered = kind === 'core-task' || kind === 'problem-solved' ? 40 : 5
  return {
    key: `${branch.code}-${String(index + 1).padStart(3, '0')}`,
    branch: branch.code,
    by: writer.staffNo,
    cycle: year,
    happenedOn: on,
    recordedOn: earlier(entered, latest),
    sentence,
    kind,
    force: phrase.force ?? null,
    figures: phrase.figure ? [{ name: phrase.figure[0], value, unit: phrase.figure[1] }] : [],
    documentNumber: chance.percent(numbered) ? `粤海示〔${year}〕${chance.between(3, 480)}号` : null,
    adoptedFrom: from?.code ?? null,
  }
}

/** Says each phrase of a list once before any of them again. */
function unrepeated(chance: Chance): (list: Phrase[]) => Phrase {
  const left = new Map<Phrase[], Phrase[]>()
  return (list) => {
    const waiting = left.get(list)?.length ? left.get(list)! : chance.shuffled(list)
    left.set(list, waiting)
    return waiting.pop()!
  }
}

function phrasesOf(branch: SampleOrganisation, kind: RecordKind, on: Day): Phrase[] {
  if (kind === 'core-task') return coreTasks(branch.unitKind!, Math.floor((Number(on.slice(5, 7)) - 1) / 3))
  if (kind === 'problem-solved') return solvedProblems(branch.unitKind!)
  if (kind === 'adopted') throw new Error('an adopted practice has a source')
  return phrases[kind]
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

function dayIn(year: number, month: number, chance: Chance): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(chance.between(3, 27)).padStart(2, '0')}`
}
