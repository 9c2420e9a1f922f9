import { sql } from 'kysely'
import { startOf } from '#basics/calendar.ts'
import type { Context } from '#platform/context.ts'
import { containing } from '#platform/database.ts'
import { decodeCursor, encodeCursor } from '#platform/paging.ts'
import type { Sight } from './rules/sight.ts'

export interface HistoryFilter {
  subjectKind?: string | undefined
  subjectId?: string | undefined
  organisation?: string | undefined
  person?: string | undefined
  action?: string | undefined
  fromOn?: string | undefined
  untilOn?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of the history in sight, latest first. */
export async function linesInSight({ tx }: Context, sight: Sight, filter: HistoryFilter) {
  const after = decodeCursor(filter.cursor, ['number'])
  const rows = await tx
    .selectFrom('history')
    .leftJoin('person', 'person.id', 'history.person_id')
    .leftJoin('organisation', 'organisation.id', 'history.organisation_id')
    .select([
      'history.id',
      'history.at',
      'person.name as person',
      'history.action',
      'history.subject_kind',
      'history.subject_id',
      sql<
        string | null
      >`organisation_name_on(history.organisation_id, (history.at at time zone 'Asia/Shanghai')::date)`.as(
        'organisation',
      ),
      'organisation.name as now',
      'history.detail',
    ])
    .$if(!sight.all, (query) =>
      query
        .where((where) =>
          where.or(sight.all ? [] : sight.paths.map((path) => where('organisation.path', 'like', `${path}%`))),
        )
        .where('history.action', 'not like', 'account.%'),
    )
    .$if(filter.subjectKind !== undefined, (query) => query.where('history.subject_kind', '=', filter.subjectKind!))
    .$if(filter.subjectId !== undefined, (query) => query.where('history.subject_id', '=', filter.subjectId!))
    .$if(filter.organisation !== undefined, (query) =>
      query.where('history.organisation_id', '=', filter.organisation!),
    )
    .$if(filter.action !== undefined, (query) => query.where('history.action', '=', filter.action!))
    .$if(filter.person !== undefined, (query) => query.where(named(filter.person!)))
    .$if(filter.fromOn !== undefined, (query) => query.where('history.at', '>=', startOf(filter.fromOn!)))
    .$if(filter.untilOn !== undefined, (query) => query.where('history.at', '<', startOf(filter.untilOn!)))
    .$if(after !== null, (query) => query.where(sql<boolean>`history.id < ${after![0]}::bigint`))
    .orderBy('history.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > filter.limit && last ? encodeCursor([String(last.id)]) : null }
}

/** By two signs and more the index of people's words finds the few who can be meant. */
function named(search: string) {
  const called = sql<boolean>`person.name like ${containing(search)}`
  if ([...search.replace(/\s/g, '')].length < 2) return called
  return sql<boolean>`history.person_id in (select person.id from person
    where bigrams(person_words(name, staff_no)) @> bigrams(${search}::text) and ${called})`
}
