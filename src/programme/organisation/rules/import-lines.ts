import { type Day, isDay } from '#basics/calendar.ts'
import { foldText, tidyText } from '#support/spreadsheet/rules/text.ts'
import type { GrantedPost } from './posts.ts'

export const organisationKinds = ['committee', 'party-group', 'general-branch', 'branch'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** One row of organisations. Null in an optional field keeps what is on record; a null parent is the topmost one's. */
export interface OrganisationLine {
  /** Its number in the sheet, from 1. */
  row: number
  name: string
  shortName: string | null
  kind: OrganisationKind
  parent: string | null
  region: string | null
  unit: string | null
  sortNo: number | null
  setUpOn: Day
}

/** One row of people. Somebody with posts in several organisations, or from several days, has a row for each. */
export interface PersonLine {
  row: number
  staffNo: string | null
  name: string
  organisation: string
  kind: 'member' | 'staff'
  posts: GrantedPost[]
  /** Where the posts are held; null: in the own organisation. */
  postOrganisation: string | null
  /** Null: from the day on which the file is put into effect. */
  fromOn: Day | null
}

/** What a file of organisations and people says. */
export interface Lines {
  organisations: OrganisationLine[]
  people: PersonLine[]
  /** Names of organisations whose own row is wrong: that others refer to them is not wrong as well. */
  broken: string[]
}

export type ImportSheet = 'organisations' | 'people'
export type ImportField = Exclude<keyof OrganisationLine | keyof PersonLine, 'row'>

/** Why a row of organisations or people cannot be taken. */
export type ImportReason =
  | 'organisation.import-nothing-in-it'
  | 'organisation.import-row-differs'
  | 'organisation.import-parent-missing'
  | 'organisation.import-parent-unknown'
  | 'organisation.import-below-itself'
  | 'organisation.import-stands-under'
  | 'organisation.import-dissolved'
  | 'organisation.import-former-name'
  | 'organisation.import-sort-number'
  | 'organisation.import-organisation-unknown'
  | 'organisation.import-number-needed'
  | 'organisation.import-identity-number'
  | 'organisation.import-post-unknown'
  | 'organisation.import-post-missing'
  | 'organisation.import-two-secretaries'
  | 'organisation.import-secretary-waits'
  | 'organisation.import-secretary-before'
  | 'organisation.import-secretary-no-member'
  | 'organisation.administrators-exclude-each-other'
  | 'organisation.not-your-own-post'
  | 'organisation.has-that-post'
  | 'organisation.ends-before-it-begins'

/** What a person should look at, although it stops nothing. */
export type ImportWarning =
  | 'organisation.import-row-doubled'
  | 'organisation.import-row-hidden'
  | 'organisation.import-name-changes'
  | 'organisation.import-post-stays'
  | 'organisation.import-post-day-stays'

/** Something about one cell of a row. */
export interface Remark<Reason extends string = ImportReason | ImportWarning> {
  sheet: ImportSheet
  row: number
  field: ImportField
  reason: Reason
  details?: Record<string, string | number>
}

/** Most characters in the name of an organisation, as for one made by hand. */
export const LONGEST_NAME = 60

/**
 * A name as it is kept: tidied, with ordinary instead of full-width digits and letters. Blanks between Chinese characters
 * go (names are often spread to one width), and the dot in names of other peoples is always `·`.
 */
export function tidyName(text: string): string {
  return tidyText(text)
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/[•・‧]/g, '·')
}

const COMMON_CHINESE = /^[\u4e00-\u9fa5]+$/

/** By what two writings of a name are the same: width of brackets and letters, case and blanks do not count. */
export function nameKey(name: string): string {
  // most names are their own key
  if (COMMON_CHINESE.test(name)) return name
  return foldText(tidyName(name)).replace(/\s/g, '').toLowerCase()
}

/** What is on record where the file means the same by it, else what the file says. */
export function keptName<Before extends string | null>(before: Before | undefined, written: string): string {
  return before && tidyName(before) === written ? before : written
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether the text is a citizen's identity number (GB 11643): region, a real day of birth, and the right check digit. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false
  if (!isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase()
}
