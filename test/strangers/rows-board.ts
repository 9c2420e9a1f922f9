import type { Relation, Table, Who } from './table.ts'

const relations: Relation[] = ['own', 'parent', 'child', 'sibling', 'unrelated', 'top']
/** Whoever answers for an organisation, wherever it stands; each sees their own part, see journeys/board.test.ts. */
const answering: Who[] = relations.flatMap((relation) => [
  `secretary@${relation}` as const,
  `office@${relation}` as const,
])

export const boardRows: Table = {
  listBoard: { at: 'root', may: answering, sees: 'all', input: () => ({ limit: 5 }) },
  readBoard: { at: 'root', may: answering, sees: 'all', input: () => ({}) },
  exportBoard: { at: 'root', may: answering, sees: 'all', input: () => ({}) },
}
