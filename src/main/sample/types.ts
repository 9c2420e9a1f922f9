import type { Post } from '#basics/actor.ts'
import type { Day } from '#basics/calendar.ts'
import type { Question } from '#programme/theme/rules/questions.ts'
import type { AssessmentCalendar, SampleAssessment } from './assessment-types.ts'

/** The key of an organisation in the sample: its code, as it would stand in the import file. */
export type OrganisationCode = string
/** The key of a person in the sample: the staff number, leading zeros kept. */
export type StaffNo = string
/** An exact decimal written as text. */
export type Decimal = string

export type SampleRegion = '珠三角' | '粤西' | '粤东'

/** What a branch works at: 机关处室, 海事处, 船艇, 政务窗口, 中心, 离退休. */
export type UnitKind = 'department' | 'office' | 'ship' | 'window' | 'centre' | 'retired'

/** A Party organisation. Parents stand before their children. */
export interface SampleOrganisation {
  code: OrganisationCode
  name: string
  shortName: string
  kind: 'committee' | 'general-branch' | 'branch'
  /** Null for the root alone. */
  parent: OrganisationCode | null
  region: SampleRegion
  /** The administrative unit it belongs to; a joint branch names two, separated by `、`. */
  unitName: string
  /** Null for organisations that are no branch. */
  unitKind: UnitKind | null
  sortNo: number
  setUpOn: Day
  /** The members of the branch; of an upper organisation, those of all branches below. */
  memberCount: number
}

export interface SamplePost {
  post: Exclude<Post, 'member' | 'staff'>
  organisation: OrganisationCode
  from: Day
}

/** Every person belongs to a branch, as member or as staff (not a Party member), and may hold posts elsewhere. */
export interface SamplePerson {
  staffNo: StaffNo
  name: string
  organisation: OrganisationCode
  kind: 'member' | 'staff'
  /** The day from which the person belongs to the branch. */
  from: Day
  posts: SamplePost[]
}

export const namedKeys = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'rootOffice',
  'rootSecretary',
  'rootConfidentiality',
  'bureauOffice',
  'bureauSecretary',
  'bureauConfidentiality',
  'generalBranchSecretary',
  'namedSecretary',
  'returnedSecretary',
  'noThemeSecretary',
  'noticeSecretary',
  'shipSecretary',
  'assessor',
  'colleagueAssessor',
  'inspector',
  'member',
  'staff',
  'outsider',
] as const
export type NamedKey = (typeof namedKeys)[number]

/** Someone to sign in as in the demo and in tests. The outsider has no account. */
export interface NamedPerson {
  key: NamedKey
  staffNo: StaffNo | null
  name: string
  /** Where they belong, or for office-holders the organisation whose post they are shown for. */
  organisation: OrganisationCode | null
  zh: string
  en: string
}

interface SampleCalendarItem {
  on: Day
  text: string
}

export interface SampleCycle {
  year: number
  name: string
  openedOn: Day
  startsOn: Day
  endsOn: Day
  overallGoal: string
  ideas: string
  aims: [string, string, string, string]
  principles: [string, string, string, string]
  calendar: SampleCalendarItem[]
  approval: { body: string; documentNumber: string; on: Day; termFrom: Day; termUntil: Day }
  /** Where themes are disclosed, and for how many working days. */
  disclosure: { scope: 'party' | 'society'; workingDays: number }
  state: 'finished' | 'running'
}

export interface SampleReview {
  by: StaffNo
  organisation: OrganisationCode
  verdict: 'pass' | 'return'
  /** Empty for some that pass; never for a return. */
  comment: string
  /** What a return answered with no; null where it was sent back for something else. */
  no: Question | null
  on: Day
}

export type SampleReply =
  | { result: 'adopted'; text: string; wordsBefore: string; wordsAfter: string; on: Day }
  | { result: 'partly'; text: string; wordsBefore: string; wordsAfter: string; on: Day }
  | { result: 'not-adopted' | 'groundless'; text: string; on: Day }

/** Words on a public notice. `by` is null for an unnamed opinion; an objection always has a name. */
export interface SampleOpinion {
  by: StaffNo | null
  text: string
  on: Day
  /** Null: still to be answered. */
  reply: SampleReply | null
}
export type SampleObjection = SampleOpinion & { by: StaffNo }

export interface SampleNotice {
  from: Day
  scope: 'party' | 'society'
  workingDays: number
  opinions: SampleOpinion[]
  objections: SampleObjection[]
}

/** The texts as they were handed in: words that a reply changed stand here as they were before. */
interface SampleIdea {
  branch: OrganisationCode
  name: string
  meaning: string
  strengths: string
  /** In which aspect the branch is ahead, and of whom. */
  aspect: string
  comparison: string
  coreWork: string
  lasting: string
  goals: string
  slogan: string | null
  draftedBy: StaffNo
  draftedOn: Day
}

/** How the branch's members made the theme their own before it was handed in: counts and dates, no names. */
interface SampleAdoption {
  suggestions: number
  takenUp: string
  meetingOn: Day
  present: number
}

interface SampleSubmission {
  adoption: SampleAdoption
  submittedOn: Day
  /** From the bottom up: general branch, committee of the bureau, root. Dates never go back. */
  reviews: SampleReview[]
}

interface SampleCheck {
  confidentiality: { by: StaffNo; on: Day }
}

export type SampleTheme =
  | (SampleIdea & { state: 'draft' })
  | (SampleIdea & SampleSubmission & { state: 'submitted' })
  | (SampleIdea & SampleSubmission & { state: 'returned' })
  | (SampleIdea & SampleSubmission & { state: 'passed' })
  | (SampleIdea & SampleSubmission & SampleCheck & { state: 'on-notice'; notice: SampleNotice })
  | (SampleIdea & SampleSubmission & SampleCheck & { state: 'in-force'; notice: SampleNotice; effectiveOn: Day })

export type RecordKind =
  | 'members-meeting'
  | 'committee-meeting'
  | 'core-task'
  | 'activity'
  | 'problem-solved'
  | 'training'
  | 'partner'
  | 'good-deed'
  | 'adopted'
  | 'other'
export type Force = 'creativity' | 'cohesion' | 'effectiveness' | 'image'

export interface SampleRecord {
  /** Unique within the sample, stable for one anchor and seed. */
  key: string
  branch: OrganisationCode
  by: StaffNo
  /** The year of the cycle it belongs to. */
  cycle: number
  happenedOn: Day
  recordedOn: Day
  sentence: string
  kind: RecordKind
  force: Force | null
  figures: { name: string; value: Decimal; unit: string }[]
  documentNumber: string | null
  /** Only of kind `adopted`: the branch whose practice was taken over. */
  adoptedFrom: OrganisationCode | null
}

export interface SampleProgramme {
  anchor: Day
  /** Said wherever the sample is shown: what is real in it and what is ours. */
  note: { zh: string; en: string }
  organisations: SampleOrganisation[]
  people: SamplePerson[]
  namedPeople: NamedPerson[]
  /** Last year, finished, and this year, running. */
  cycles: { last: SampleCycle; running: SampleCycle }
  /** Three finished cycles before last year, in which the older themes took effect; nothing else is kept of them. */
  earlierCycles: SampleCycle[]
  themes: SampleTheme[]
  records: SampleRecord[]
  /** One for each branch that existed by the end of last year, exempt ones too. */
  assessments: SampleAssessment[]
  assessmentCalendar: AssessmentCalendar
}

export interface SampleOptions {
  anchor: Day
  /** Another seed, another people and other figures; the same tree of organisations. */
  seed?: number
  /** Building records for one branch in ten and the named ones only. */
  thin?: boolean
}
