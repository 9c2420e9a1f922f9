import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsFileShape, readFactsFile } from '#programme/scoring/rules/facts-file.ts'
import { schemaText } from '#programme/scoring/rules/schema.ts'
import { sheetShape } from '#programme/scoring/rules/sheet-shape.ts'

const published = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8')

test('the published schemas are those of the shapes that files are read by', () => {
  expect(published('rule-sheet.schema.json')).toBe(schemaText('Rule sheet', sheetShape.schema))
  expect(published('score-facts.schema.json')).toBe(schemaText('Facts for scoring', factsFileShape.schema))
})

test('the schema of a sheet asks for the fields that every sheet has, and knows every type of clause', () => {
  const schema = JSON.parse(published('rule-sheet.schema.json')) as {
    required: string[]
    properties: { clauses: { items: { oneOf: { properties: { type: { enum: string[] } } }[] } } }
  }
  expect(schema.required).toContain('indicators')
  expect(schema.required).not.toContain('quotas')
  const types = schema.properties.clauses.items.oneOf.map(({ properties }) => properties.type.enum[0])
  expect(new Set(types).size).toBe(23)
})

test('a file of facts says what keeps it from being read', () => {
  const branch = { id: 'a', name: '支部', region: null, facts: { f: { value: { shape: 'flag', holds: true } } } }
  expect(readFactsFile({ format: 'hangbiao-facts/1', branches: [branch] })).toMatchObject({
    ok: true,
    value: [{ id: 'a', rulings: [], facts: { f: { sources: [] } } }],
  })
  const wrong = (file: unknown) => {
    const read = readFactsFile(file)
    return read.ok ? [] : read.errors.map(({ path, reason }) => `${path} ${reason}`)
  }
  expect(wrong({ format: 'hangbiao-facts/1', branches: [branch, branch] })).toEqual(['branches[1].id twice'])
  expect(
    wrong({ format: 'hangbiao-facts/1', branches: [{ ...branch, facts: { f: { value: { shape: 'flag' } } } }] }),
  ).toEqual(['branches[0].facts.f.value.holds missing'])
  expect(wrong(null)).toEqual([' not-a-thing'])
})
