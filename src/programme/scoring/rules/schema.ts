import type { Schema } from './shape.ts'

/** A JSON Schema as the text of a file. References between rows, and what is unwise, are beyond it: the lint says those. */
export function schemaText(title: string, schema: Schema): string {
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...schema })}\n`
}
