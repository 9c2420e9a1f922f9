import { addDays, type Day } from '#basics/calendar.ts'
import { questions, suggestions } from './call-words.ts'
import { before } from './themes.ts'
import type { OrganisationCode, SampleProgramme, SampleTheme, StaffNo } from './types.ts'

/** A branch asks its people before it writes or revises its theme. */
export interface SampleCall {
  branch: OrganisationCode
  /** Its secretary. */
  by: StaffNo
  question: string
  openedOn: Day
  lastDay: Day
  /** Null for an unnamed one; `from` is whoever of the branch gives it. */
  given: { from: StaffNo; signed: boolean; text: string; on: Day }[]
  /** What was in the box, copied on the day after the last. */
  paper: string[]
  /** The members' meeting that adopted what came of it; null while it goes on. */
  meeting: { on: Day; present: number; inFavour: number } | null
}

const FINISHED = 4

/** A few finished calls behind themes of this year, and one that is open now, where there is no theme yet. */
export function sampleCalls(sample: SampleProgramme): SampleCall[] {
  const { themes, cycles } = sample
  const opened = addDays(cycles.running.openedOn, 15)
  const finished = themes
    .filter((theme): theme is Exclude<SampleTheme, { state: 'draft' }> => theme.state !== 'draft')
    .filter(({ draftedOn }) => draftedOn > opened)
    .slice(0, FINISHED)
    .map((theme, at) => finishedCall(sample, theme, at))
  return [...finished, openCall(sample)]
}

function finishedCall(
  sample: SampleProgramme,
  theme: Exclude<SampleTheme, { state: 'draft' }>,
  at: number,
): SampleCall {
  const { branch, draftedBy, draftedOn, adoption } = theme
  const openedOn = before(draftedOn, 12)
  const lastDay = before(draftedOn, 2)
  const online = suggestions.filter(({ paper }) => !paper)
  const { present, meetingOn } = adoption
  return {
    branch,
    by: draftedBy,
    question: questions[at % questions.length]!,
    openedOn,
    lastDay,
    given: given(sample, branch, online.slice(at % 3), openedOn),
    paper: suggestions.filter(({ paper }) => paper).map(({ text }) => text),
    meeting: { on: meetingOn, present, inFavour: present - (at % 2) },
  }
}

function openCall(sample: SampleProgramme): SampleCall {
  const { organisation, staffNo } = sample.namedPeople.find(({ key }) => key === 'noThemeSecretary')!
  const [branch, by] = [organisation!, staffNo!]
  const openedOn = before(sample.anchor, 6)
  return {
    branch,
    by,
    question: questions[1]!,
    openedOn,
    lastDay: addDays(sample.anchor, 9),
    given: given(sample, branch, suggestions.slice(0, 4), openedOn),
    paper: [],
    meeting: null,
  }
}

/** One a day, by one person after another, every second one under a name. */
function given(
  { people, anchor }: SampleProgramme,
  branch: OrganisationCode,
  words: readonly { text: string }[],
  openedOn: Day,
): SampleCall['given'] {
  const own = people.filter((person) => person.organisation === branch && person.from <= openedOn)
  return words.map(({ text }, at) => {
    const on = addDays(openedOn, at)
    return { from: own[at % own.length]!.staffNo, signed: at % 2 === 1, text, on: on < anchor ? on : anchor }
  })
}
