import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, id, paging, text } from '#basics/shapes.ts'
import { totalView } from '#programme/building/contract-measure.ts'
import { additions } from '#programme/building/rules/measure.ts'
import { forces, qualifiers } from '#programme/building/rules/record.ts'

const named = z.strictObject({ id, name: z.string() })
const measure = z.strictObject({
  id,
  name: z.string(),
  unit: z.string(),
  addition: z.enum(additions),
  force: z.nullable(z.enum(forces)),
})

/** A figure: what it is called (`traceFigure` opens it), what is counted, and what it comes to. */
const figure = z.strictObject({ figure: z.string(), measure, total: totalView })

export const outcomeContract = {
  readOutcomes: operation({
    method: 'GET',
    path: '/organisations/:organisation/outcomes',
    summary:
      'What the records of an organisation and all below it add up to, by the four forces; parts beside their whole',
    input: z.strictObject({ from: z.optional(day), to: z.optional(day) }),
    output: z.strictObject({
      organisation: named,
      from: z.nullable(day),
      to: z.nullable(day),
      /** Everything counted of which there is a record; 其中 stands with its whole. */
      outcomes: z.array(z.strictObject({ ...figure.shape, parts: z.array(figure) })),
    }),
  }),
  traceFigure: operation({
    method: 'GET',
    path: '/figures',
    summary: 'Open a figure: the records that make it up, and which of them count',
    input: z.strictObject({ ...paging, figure: text(250) }),
    output: z.strictObject({
      ...figure.shape,
      organisation: named,
      task: z.nullable(named),
      rows: z.array(
        z.strictObject({
          record: id,
          organisation: named,
          happenedOn: day,
          sentence: z.string(),
          value: z.string(),
          qualifier: z.enum(qualifiers),
          items: z.array(z.string()),
          documentNumber: z.nullable(z.string()),
          evidence: z.nullable(named),
          /** Of a stock only the latest of each organisation counts. */
          counts: z.boolean(),
        }),
      ),
      next: z.nullable(z.string()),
    }),
  }),
}
