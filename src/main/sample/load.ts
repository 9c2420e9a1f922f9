import { type Context, nobody } from '#platform/context.ts'
import { type Database, json } from '#platform/database.ts'
import type { Dispatcher } from '#platform/dispatch.ts'
import { isEmpty } from '#programme/organisation/reads.ts'
import { assessmentActs } from './load-assessment.ts'
import { callActs } from './load-calls.ts'
import { cycleActs } from './load-cycles.ts'
import { dutyActs } from './load-duties.ts'
import { gateActs } from './load-gate.ts'
import { noticeOfficeActs } from './load-notice-office.ts'
import { noticeActs } from './load-notices.ts'
import { loadAccounts, loadOrganisations } from './load-organisations.ts'
import { problemActs } from './load-problems.ts'
import { publicityActs } from './load-publicity.ts'
import { questionnaireActs } from './load-questionnaires.ts'
import { recordActs } from './load-records.ts'
import { reorganisationActs } from './load-reorganisations.ts'
import { resultActs } from './load-results.ts'
import { revisionActs } from './load-revisions.ts'
import { selectionActs } from './load-selection.ts'
import { sheetActs } from './load-sheets.ts'
import { taskActs } from './load-tasks.ts'
import { themeActs } from './load-themes.ts'
import { type Act, type Loading, perform } from './loading.ts'
import type { SampleProgramme } from './types.ts'

/** What people did over the years, by capability; performed together, in the order of time. */
const year = {
  reorganisations: reorganisationActs,
  cycles: cycleActs,
  duties: dutyActs,
  calls: callActs,
  gate: gateActs,
  themes: themeActs,
  notices: noticeActs,
  noticeOffice: noticeOfficeActs,
  results: resultActs,
  tasks: taskActs,
  revisions: revisionActs,
  records: recordActs,
  problems: problemActs,
  publicity: publicityActs,
  assessment: assessmentActs,
  selection: selectionActs,
  sheets: sheetActs,
  questionnaires: questionnaireActs,
} satisfies Record<string, (loading: Loading) => Act[]>

/**
 * Feeds the sample programme through the product's own actions, each act at its own moment by the person who did it,
 * so that states, trails, history, hashes and scores are really computed. Only into an empty database, which the owner
 * marks as the sample's when all is in. `say` is told how far it has got.
 */
export async function loadSample(
  { dispatcher, owner }: { dispatcher: Dispatcher; owner: Database },
  sample: SampleProgramme,
  say: (line: string) => void = () => {},
): Promise<Loading> {
  const until = await dispatcher.act(nobody, async (context: Context) => {
    if (!(await isEmpty(context))) throw new Error('只能向空数据库装入示例 / a sample goes into an empty database only')
    return context.now
  })
  const loading: Loading = {
    dispatcher,
    sample,
    until,
    say,
    organisations: new Map(),
    people: new Map(),
    cycles: new Map(),
    themes: new Map(),
    notices: new Map(),
    records: new Map(),
    assessed: new Map(),
    assessment: '',
    selection: '',
    measures: new Map(),
    tasks: new Map(),
    actors: new Map(),
  }
  await loadOrganisations(loading)
  await loadAccounts(loading)
  const acts = Object.values(year).flatMap((actsOf) => actsOf(loading))
  await perform(loading, acts)
  await markAsSample(owner, sample)
  return loading
}

async function markAsSample(owner: Database, sample: SampleProgramme): Promise<void> {
  const names = new Map(sample.organisations.map(({ code, name }) => [code, name]))
  const people = sample.namedPeople.map((person) => ({
    ...person,
    organisation: person.organisation === null ? null : (names.get(person.organisation) ?? null),
  }))
  await owner
    .insertInto('sample_programme')
    .values({ anchor: sample.anchor, note: json(sample.note), named_people: json(people) })
    .execute()
}
