import { sql } from 'kysely'
import { isLeading } from '#basics/actor.ts'
import type { Day, Instant } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { SheetState } from './rules/permissions.ts'
import type { Sheet } from './rules/sheet.ts'

/** One version of a rule sheet, as it is kept. */
export interface SheetRow {
  id: string
  organisationId: string
  organisationName: string
  path: string
  code: string
  title: string
  year: number
  asOf: Day
  number: number
  hash: string
  fileName: string
  importedBy: string
  importedAt: Instant
  issuedAt: Instant | null
  superseded: boolean
}

export interface KeptSheet extends SheetRow {
  data: Sheet
}

function sheets({ tx }: Pick<Context, 'tx'>) {
  return tx
    .selectFrom('sheet')
    .innerJoin('organisation', 'organisation.id', 'sheet.organisation_id')
    .leftJoin('sheet_issue', 'sheet_issue.sheet_id', 'sheet.id')
    .select([
      'sheet.id',
      'sheet.organisation_id as organisationId',
      'organisation.name as organisationName',
      'organisation.path',
      'sheet.code',
      'sheet.title',
      'sheet.year',
      'sheet.as_of as asOf',
      'sheet.number',
      'sheet.hash',
      'sheet.file_name as fileName',
      'sheet.imported_by as importedBy',
      'sheet.imported_at as importedAt',
      'sheet_issue.issued_at as issuedAt',
      sql<boolean>`exists (select 1 from sheet later join sheet_issue i on i.sheet_id = later.id
        where later.organisation_id = sheet.organisation_id and later.code = sheet.code
          and later.number > sheet.number)`.as('superseded'),
    ])
}

/** One version of a rule sheet with its content; whoever asks has seen to who may see it. */
export async function sheetById(context: Pick<Context, 'tx'>, id: string): Promise<KeptSheet | undefined> {
  return (await sheets(context).select('sheet.data').where('sheet.id', '=', id).executeTakeFirst()) as
    | KeptSheet
    | undefined
}

/** Draft, issued, or superseded by a later version that was issued. */
export function stateOf({ issuedAt, superseded }: Pick<SheetRow, 'issuedAt' | 'superseded'>): SheetState {
  return issuedAt === null ? 'draft' : superseded ? 'superseded' : 'issued'
}

/** A page of the versions that the actor sees (the rule `seesSheet`, in SQL), the latest import first. */
export async function sheetsSeen(
  context: Context,
  filter: { year?: number | undefined; cursor?: string | undefined; limit: number },
): Promise<{ rows: SheetRow[]; next: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id'])
  const leads = context.actor.posts.filter(isLeading)
  const own = leads.map(({ organisation }) => organisation)
  const upwards = [...new Set(context.actor.posts.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const rows = (await sheets(context)
    .where((where) =>
      where.or([
        ...(own.length > 0 ? [where('sheet.organisation_id', 'in', own)] : []),
        where.and([
          where('sheet_issue.issued_at', 'is not', null),
          where.or([
            ...(upwards.length > 0 ? [where('sheet.organisation_id', 'in', upwards)] : []),
            ...leads.map(({ path }) => where('organisation.path', 'like', `${path}%`)),
          ]),
        ]),
      ]),
    )
    .$if(filter.year !== undefined, (query) => query.where('sheet.year', '=', filter.year!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(sheet.imported_at, sheet.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('sheet.imported_at', 'desc')
    .orderBy('sheet.id', 'desc')
    .limit(filter.limit + 1)
    .execute()) as SheetRow[]
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > filter.limit && last ? encodeCursor([last.importedAt, last.id]) : null }
}

/** The versions of a code in an organisation, the latest first. */
export async function versionsOf({ tx }: Pick<Context, 'tx'>, organisation: string, code: string) {
  return tx
    .selectFrom('sheet')
    .select(['id', 'number', 'hash'])
    .where('organisation_id', '=', organisation)
    .where('code', '=', code)
    .orderBy('number', 'desc')
    .execute()
}

/** The bars on this version that a legal office lifted, in the order in which they were put on record. */
export async function liftsOf({ tx }: Pick<Context, 'tx'>, sheet: string) {
  return tx
    .selectFrom('bar_lift')
    .innerJoin('person', 'person.id', 'bar_lift.lifted_by')
    .select([
      'row_table as table',
      'row_code as code',
      'legal_office as legalOffice',
      'document',
      'decided_on as decidedOn',
      'reason',
      'lifted_at as at',
      'person.name as by',
    ])
    .where('sheet_id', '=', sheet)
    .orderBy('lifted_at')
    .orderBy('bar_lift.id')
    .execute()
}
