import { accountRows } from './rows-account.ts'
import { organisationRows } from './rows-organisation.ts'
import type { Table } from './table.ts'

/** The one table of expected answers. An operation without a row fails the suite. */
export const table: Table = { ...accountRows, ...organisationRows }
