import { factShape, rulingShape, selfScoreShape } from '#programme/scoring/rules/facts-shape.ts'
import {
  day,
  either,
  flag,
  isThing,
  listOf,
  type Misshape,
  mapOf,
  misshapes,
  nullable,
  oneOf,
  optional,
  shaped,
  text,
  thing,
  wholeNumber,
  written,
} from '#programme/scoring/rules/shape.ts'
import { sheetMisshapes } from '#programme/scoring/rules/sheet-shape.ts'
import { type InputData, idOf, runFormats } from './run-file.ts'

const hash = written(/^[0-9a-f]{64}$/, 'not-a-text')
const anything = shaped({}, () => {})
/** Numbers of a result are compared with recomputed ones, so any short text will do. */
const word = text(0, 40_000)
const count = wholeNumber(0, 1_000_000)
const codePoints = listOf(thing({ code: word, points: nullable(word) }))
const detail = shaped({ type: ['string', 'integer'] }, (value, path, report) => {
  if (typeof value === 'number') wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)(value, path, report)
  else word(value, path, report)
})

const input = either('kind', {
  branch: {
    branch: thing({
      id: text(1, 100),
      name: text(1, 200),
      region: nullable(text(1, 100)),
      kind: text(0, 100),
      setUpOn: day,
      selfScore: selfScoreShape,
    }),
  },
  fact: { branch: text(1, 100), fact: text(1, 100), value: factShape },
  ruling: { branch: text(1, 100), ruling: rulingShape },
})

const result = thing({
  branches: listOf(
    thing({
      branch: word,
      total: nullable(word),
      indicators: codePoints,
      clauses: codePoints,
      level: nullable(word),
      gates: listOf(thing({ gate: word, state: word, ruled: flag })),
      vetoes: listOf(word),
      title: word,
      grounds: listOf(thing({ word, details: mapOf(detail) })),
    }),
  ),
  quotas: listOf(
    thing({
      region: nullable(word),
      base: count,
      percent: word,
      places: count,
      named: count,
      nomination: optional(thing({ ratio: word, needed: count, eligible: count })),
    }),
  ),
  ties: listOf(thing({ region: nullable(word), branches: listOf(word), by: nullable(listOf(word)) })),
  levelQuotas: optional(
    listOf(
      thing({
        quota: word,
        group: word,
        base: count,
        places: count,
        holders: count,
        state: word,
        moved: listOf(word),
        tied: listOf(word),
      }),
    ),
  ),
})

const run = thing({
  format: oneOf(...runFormats),
  title: text(1, 200),
  sheet: thing({ hash, data: anything }),
  inputs: listOf(thing({ id: text(1, 300), hash, data: input }), 0, 1_000_000),
  steps: listOf(thing({ step: count, word }), 0, 100),
  result: thing({ hash, data: result }),
  root: hash,
})

/** Everything that keeps a value from being read as a run, ids that are not their data's or stand twice included. */
export function misshapesOfRun(file: unknown): Misshape[] {
  const found = misshapes(run, file)
  if (!isThing(file) || found.length > 0) return found
  const { sheet, inputs } = file as { sheet: { data: unknown }; inputs: { id: string; data: InputData }[] }
  const seen = new Set<string>()
  inputs.forEach(({ id, data }, at) => {
    if (seen.has(id)) found.push({ path: `inputs[${at}].id`, reason: 'twice' })
    if (id !== idOf(data)) found.push({ path: `inputs[${at}].id`, reason: 'unknown-reference' })
    seen.add(id)
  })
  const branches = new Set(inputs.flatMap(({ data }) => (data.kind === 'branch' ? [data.branch.id] : [])))
  inputs.forEach(({ data }, at) => {
    if (data.kind !== 'branch' && !branches.has(data.branch))
      found.push({ path: `inputs[${at}].data.branch`, reason: 'unknown-reference' })
  })
  return [...found, ...sheetMisshapes(sheet.data).map(({ path, reason }) => ({ path: `sheet.data.${path}`, reason }))]
}
