import { addDays, type Day } from '#basics/calendar.ts'
import type { ConsentWay } from '#programme/publicity/rules/naming.ts'
import type { PublicationKind } from '#programme/publicity/rules/publication.ts'
import { publicationWords } from './publication-words.ts'
import { sampleRevisions, type ThemeInForce } from './revisions.ts'
import { before } from './themes.ts'
import type { SampleProgramme, SampleRecord } from './types.ts'

/** What a branch publishes of its brand, as far as it has got. */
export interface SamplePublication {
  theme: ThemeInForce
  kind: PublicationKind
  title: string
  text: string
  records: SampleRecord[]
  people: { name: string; consentedOn: Day; way: ConsentWay }[]
  draftedOn: Day
  checkedOn: Day | null
  approvedOn: Day | null
  withdrawn: { on: Day; reason: string } | null
}

/** So many brands are made known by the day of the sample. */
const KNOWN = 13
/** Which of them was withdrawn since. */
const WITHDRAWN = 3
const ways: readonly ConsentWay[] = ['signed', 'meeting', 'message']

/**
 * A dozen brands made known, each by a publication that cites records of its own; one withdrawn since, one that waits for
 * the office and one for its check.
 */
export function samplePublications(sample: SampleProgramme): SamplePublication[] {
  const revised = new Set(sampleRevisions(sample).map(({ of }) => of.branch))
  const written = sample.themes.flatMap((theme) => {
    if (theme.state !== 'in-force' || revised.has(theme.branch)) return []
    const records = latest(sample, theme)
    return records.length > 0 ? [{ theme, records }] : []
  })
  return chosen(sample, written).map(({ theme, records }, at) => {
    // the two latest are still under way
    const draftedOn = at < KNOWN ? before(sample.anchor, 8 + 2 * at) : before(sample.anchor, 3)
    const approvedOn = at < KNOWN ? before(draftedOn, -4) : null
    const checkedOn = at <= KNOWN ? before(draftedOn, -2) : null
    const cited = records.filter(({ recordedOn }) => recordedOn < draftedOn)
    return {
      theme,
      ...wordsOf(sample, theme, cited[0]!, at),
      records: cited.slice(0, 1 + (at % 3)),
      draftedOn,
      checkedOn,
      approvedOn,
      withdrawn:
        at === WITHDRAWN ? { on: before(sample.anchor, 2), reason: '其中一个数字与台账不符，更正后再发' } : null,
    }
  })
}

/** All over the structure, with the branch of the member who signs in among them. */
function chosen<Each extends { theme: ThemeInForce }>({ namedPeople }: SampleProgramme, all: Each[]): Each[] {
  const home = namedPeople.find(({ key }) => key === 'member')!.organisation
  const [own, others] = [true, false].map((mine) => all.filter(({ theme }) => (theme.branch === home) === mine))
  const most = Math.min(KNOWN + 2, all.length) - own!.length
  const spread = Array.from({ length: most }, (_, at) => others![Math.floor((at * others!.length) / most)]!)
  return [...own!, ...spread]
}

/** Older than everything drafted here, and since the theme is in force; the latest first. */
function latest({ records, anchor }: SampleProgramme, { branch, effectiveOn }: ThemeInForce): SampleRecord[] {
  const earliest = before(anchor, 8 + 2 * KNOWN)
  const telling = ['activity', 'core-task', 'problem-solved', 'good-deed', 'partner', 'training']
  return records
    .filter((record) => record.branch === branch && telling.includes(record.kind))
    .filter(({ happenedOn, recordedOn }) => happenedOn >= effectiveOn && recordedOn < earliest)
    .reverse()
}

function wordsOf(sample: SampleProgramme, theme: ThemeInForce, record: SampleRecord, at: number) {
  const { kind, title, text, named } = publicationWords[at % publicationWords.length]!
  const { shortName } = sample.organisations.find(({ code }) => code === theme.branch)!
  const unit = shortName.endsWith('党支部') ? shortName : `${shortName}党支部`
  const person = sample.people.find(({ organisation, kind: of }) => organisation === theme.branch && of === 'member')!
  const say = (words: string) =>
    words
      .replaceAll('{unit}', unit)
      .replaceAll('{name}', theme.name)
      .replaceAll('{record}', record.sentence)
      .replaceAll('{person}', person.name)
  const consentedOn = addDays(record.recordedOn, 1)
  const people = named ? [{ name: person.name, consentedOn, way: ways[at % ways.length]! }] : []
  return { kind, title: say(title), text: say(text), people }
}
