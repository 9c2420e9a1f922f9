import { writeFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'
import { connect } from '#platform/database.ts'
import { describeSchema, describeTables } from '#platform/describe.ts'
import { openApi } from '#platform/openapi.ts'
import { factsFileShape } from '#programme/scoring/rules/facts-file.ts'
import { schemaText } from '#programme/scoring/rules/schema.ts'
import { sheetShape } from '#programme/scoring/rules/sheet-shape.ts'
import { capabilities } from './capabilities.ts'

/** Writes what is made from the contracts and from a migrated database: the API page, the table types, the schema. */
export async function generate(connection: PoolConfig): Promise<void> {
  writeFileSync('docs/openapi.json', `${JSON.stringify(openApi(capabilities), null, 2)}\n`)
  writeFileSync('docs/rule-sheet.schema.json', schemaText('Rule sheet', sheetShape.schema))
  writeFileSync('docs/score-facts.schema.json', schemaText('Facts for scoring', factsFileShape.schema))
  const db = connect(connection)
  try {
    writeFileSync('src/platform/tables.ts', await describeTables(db))
    writeFileSync('docs/schema.sql', await describeSchema(db))
  } finally {
    await db.destroy()
  }
}
