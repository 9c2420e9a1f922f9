import type { Day } from '#basics/calendar.ts'
import type { Decimal, OrganisationCode, StaffNo } from './types.ts'

export type BenchmarkGrade = '好' | '较好' | '一般' | '差'
export type HonourLevel = '国家级' | '省部级' | '厅局级'

/** What offices and departments supply about a branch for the year; each with the paper it is taken from. */
export interface SuppliedFacts {
  election: { state: 'on-time' | 'not-due' | 'late' | 'extension-approved'; source: string }
  leadershipComplete: { value: boolean; source: string }
  secretaryTrained: { value: boolean; source: string }
  /** Coverage is trained ÷ held. */
  trainingCoverage: { held: number; trained: number; source: string }
  findingsOverdue: { count: number; source: string }
  problemsRepeated: { count: number; source: string }
  benchmark: { grade: BenchmarkGrade; source: string }
}

export interface SampleRating {
  indicator: '2.1' | '5.1'
  by: StaffNo
  points: Decimal
  reason: string
  /** The group compared with; only of 5.1. */
  comparedWith: string | null
  on: Day
}

export interface SampleHonour {
  level: HonourLevel
  issuer: string
  documentNumber: string
  matter: string
  awardedOn: Day
}

/** What the assessment of one branch needs beside its theme and its records. */
export interface SampleAssessment {
  branch: OrganisationCode
  supplied: SuppliedFacts
  selfScores: { indicator: string; points: Decimal }[]
  selfScoredBy: StaffNo
  selfScoredOn: Day
  ratings: SampleRating[]
  /** A survey on paper, at the members' meeting of the year's end. */
  survey: { handedOut: number; valid: number; satisfied: number; on: Day }
  honours: SampleHonour[]
  veto: { ground: '党员受党纪重处分' | '责任事故'; source: string; on: Day } | null
}

/** The days on which last year was assessed and its brand branches were named. */
export interface AssessmentCalendar {
  openedOn: Day
  frozenOn: Day
  selectedOn: Day
  noticeFrom: Day
  namedOn: Day
}
