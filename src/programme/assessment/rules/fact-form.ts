import { clausesReading, type FactNeed, type Sheet } from '#programme/scoring/rules/sheet.ts'
import { listedIn, periodsOf, type SingleShape, singleShape } from './fact-source.ts'

/** What may be written in a field. `choices` takes several of a list. */
export type FieldKind = 'text' | 'whole' | 'decimal' | 'day' | 'moment' | 'yes-no' | 'choice' | 'choices'

/** One field of a value, as people fill it in: on the screen and in the Excel file alike. */
export interface FactField {
  name: FieldName
  kind: FieldKind
  required: boolean
  /** What can be chosen; empty: anything. */
  choices: string[]
}

export const fieldNames = [
  'period',
  'holds',
  'count',
  'number',
  'part',
  'whole',
  'grade',
  'day',
  'at',
  'rank',
  'of',
  'kinds',
  'item',
  'names',
  'people',
  'group',
  'ballot',
  'points',
  'reason',
  'comparedWith',
  'level',
  'matter',
  'issuer',
  'document',
  'on',
  'countedIn',
] as const
export type FieldName = (typeof fieldNames)[number]

/**
 * How the value of a fact is filled in. `one`: one row of fields. `periods`: one row for each of so many periods. `many`:
 * any number of rows, none included; of a series each row names its period.
 */
export interface FactForm {
  rows: 'one' | 'periods' | 'many'
  /** How many periods; null where the fact has none. */
  periods: number | null
  fields: FactField[]
}

const lists: readonly SingleShape[] = ['things', 'ratings', 'honours', 'survey', 'votes']

/** The form of a fact, as its shape and the clauses that read it ask. Ballots have none: two people count them. */
export function formOf(sheet: Sheet, need: FactNeed): FactForm {
  const shape = singleShape(sheet, need)
  const fields = fieldsOf(sheet, need, shape)
  const periods = periodsOf(sheet, need)
  if (periods === null) return { rows: lists.includes(shape) ? 'many' : 'one', periods, fields }
  const all = [field('period', 'whole'), ...fields]
  return { rows: lists.includes(shape) ? 'many' : 'periods', periods, fields: all }
}

function fieldsOf(sheet: Sheet, need: FactNeed, shape: SingleShape): FactField[] {
  const listed = listedIn(sheet, need, shape)
  switch (shape) {
    case 'flag':
      return [field('holds', 'yes-no')]
    case 'count':
    case 'periods':
      return [field('count', 'whole')]
    case 'number':
      return [field('number', 'decimal')]
    case 'ratio':
      return [field('part', 'whole'), field('whole', 'whole')]
    case 'grade':
      return [field('grade', listed.length > 0 ? 'choice' : 'text', listed)]
    case 'since':
      return [maybe('day', 'day')]
    case 'moment':
      return [maybe('at', 'moment')]
    case 'rank':
      return [field('rank', 'whole'), maybe('of', 'whole')]
    case 'kinds':
      return [field('kinds', 'choices', listed)]
    case 'things':
      return fieldsOfThings(sheet, need, listed)
    case 'ratings':
      return fieldsOfMarks(sheet)
    case 'honours':
      return [
        field('level', listed.length > 0 ? 'choice' : 'text', listed),
        field('matter', 'text'),
        maybe('issuer', 'text'),
        maybe('document', 'text'),
        field('on', 'day'),
        maybe('countedIn', 'whole'),
      ]
    case 'survey':
    case 'votes':
      return []
  }
}

/** A thing has what the clauses that read the list ask about it, and no more. */
function fieldsOfThings(sheet: Sheet, { key }: FactNeed, listed: string[]): FactField[] {
  const clauses = clausesReading(sheet, key)
  const reads = (...types: string[]) => clauses.some(({ type }) => types.includes(type))
  const evidence = clauses.flatMap((clause) => ('evidence' in clause && clause.evidence ? [clause.evidence] : []))
  return [
    field('item', 'text'),
    ...(listed.length > 0 ? [maybe('names', 'choices', listed)] : []),
    ...(reads('A17') ? [field('people', 'whole')] : []),
    ...(reads('A4E') ? [field('points', 'decimal'), field('reason', 'text')] : []),
    ...(evidence.some(({ document }) => document) ? [maybe('document', 'text')] : []),
    ...(evidence.some(({ from, until }) => from !== null || until !== null) ? [maybe('on', 'day')] : []),
  ]
}

/** A mark on paper: the number of the ballot stands for whoever gave it, never a name. */
function fieldsOfMarks({ panel, clauses }: Sheet): FactField[] {
  const groups = (panel.groups ?? []).map(({ name }) => name)
  const compares = clauses.some((clause) => 'comparison' in clause && clause.comparison)
  return [
    ...(groups.length > 0 ? [field('group', 'choice', groups)] : []),
    field('ballot', 'whole'),
    field('points', 'decimal'),
    field('reason', 'text'),
    ...(compares ? [maybe('comparedWith', 'text')] : []),
  ]
}

function field(name: FieldName, kind: FieldKind, choices: string[] = []): FactField {
  return { name, kind, required: true, choices }
}

function maybe(name: FieldName, kind: FieldKind, choices: string[] = []): FactField {
  return { ...field(name, kind, choices), required: false }
}
