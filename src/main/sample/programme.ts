import { type Day, isDay, yearOf } from '#basics/calendar.ts'
import { assessmentCalendar, sampleAssessments } from './assessments.ts'
import { sampleCycle } from './cycles.ts'
import { holdersOf } from './holders.ts'
import { namedPeople } from './named-people.ts'
import { sampleOrganisations } from './organisations.ts'
import { givePosts, samplePeople } from './people.ts'
import { sampleRecords } from './records.ts'
import { standings } from './standing.ts'
import { sampleThemes } from './themes.ts'
import type { SampleOptions, SampleOrganisation, SamplePerson, SampleProgramme } from './types.ts'

const note = {
  zh: '示例数据：单位名称取自公开名录，片区划分、支部、人员、主题、记录和得分均为虚构；少数主题名称借自其他单位公开报道的真实品牌，出处见源代码。',
  en: 'Sample data: names of bureaus come from a public directory; regions, branches, people, themes, records and scores are invented; a few theme names are real brands of other organisations, noted in the source.',
}

/** The sample programme as plain data: the same anchor and seed always make the same sample. */
export function sampleProgramme({ anchor, seed = 1, thin = false }: SampleOptions): SampleProgramme {
  if (!isDay(anchor)) throw new Error(`the anchor is no day: ${anchor}`)
  const year = runningYear(anchor)
  const organisations = sampleOrganisations(year)
  const people = samplePeople(organisations, anchor, year, seed)
  givePosts(organisations, people, year)
  const holders = holdersOf(organisations, people)
  const standing = standings(holders.branches, year, seed)
  const themes = sampleThemes(holders, standing, anchor, year, seed)
  return {
    anchor,
    note,
    organisations: counted(organisations, people),
    people,
    namedPeople: namedPeople(organisations, people),
    cycles: { last: sampleCycle(year - 1, false), running: sampleCycle(year, true) },
    earlierCycles: [4, 3, 2].map((ago) => sampleCycle(year - ago, false)),
    themes,
    records: sampleRecords({ holders, standing, themes, anchor, year, seed, thin }),
    assessments: sampleAssessments(holders, standing, year, seed),
    assessmentCalendar: assessmentCalendar(year),
  }
}

/** Until the end of March the year before is still being assessed, so it counts as the running one. */
export function runningYear(anchor: Day): number {
  return anchor.slice(5) < '04-01' ? yearOf(anchor) - 1 : yearOf(anchor)
}

function counted(organisations: SampleOrganisation[], people: SamplePerson[]): SampleOrganisation[] {
  const counts = new Map<string, number>()
  const parents = new Map(organisations.map(({ code, parent }) => [code, parent]))
  for (const person of people) {
    if (person.kind !== 'member') continue
    for (let code: string | null = person.organisation; code !== null; code = parents.get(code) ?? null)
      counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return organisations.map((organisation) => ({ ...organisation, memberCount: counts.get(organisation.code) ?? 0 }))
}
