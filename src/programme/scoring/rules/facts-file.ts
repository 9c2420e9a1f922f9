import type { Facts, Ruling } from './facts.ts'
import { factShape, rulingShape } from './facts-shape.ts'
import type { Member } from './figures.ts'
import {
  isThing,
  listOf,
  type Misshape,
  mapOf,
  misshapes,
  nullable,
  oneOf,
  optional,
  type Schema,
  type Shape,
  shaped,
  text,
  thing,
} from './shape.ts'

/** The facts of many branches for one rule sheet, as a file: what `hangbiao score` reads. */
export interface FactsFile {
  format: 'hangbiao-facts/1'
  branches: BranchFacts[]
}

/** One branch: its id, what people call it, its region (null: none), its facts by key, and what was ruled about it. */
export interface BranchFacts {
  id: string
  name: string
  region: string | null
  facts: Facts
  rulings: Ruling[]
}

const fact: Shape = thing({
  value: shaped((factShape.schema.properties as Record<string, Schema>).value!, (value, path, report) =>
    factShape({ value, sources: [] }, path.replace(/\.value$/, ''), report),
  ),
  sources: optional(shaped((factShape.schema.properties as Record<string, Schema>).sources!, () => {})),
})

/** A file of facts; its `schema` is published as docs/score-facts.schema.json. Sources and rulings may be left out. */
export const factsFileShape: Shape = thing({
  format: oneOf('hangbiao-facts/1'),
  branches: listOf(
    thing({
      id: text(1, 100),
      name: text(1, 200),
      region: nullable(text(1, 100)),
      facts: mapOf(fact),
      rulings: optional(listOf(rulingShape, 0, 1000)),
    }),
    0,
    1_000_000,
  ),
})

/** The branches of a file, or everything that keeps it from being read. An id may stand there once only. */
export function readFactsFile(file: unknown): { ok: true; value: BranchFacts[] } | { ok: false; errors: Misshape[] } {
  const errors = misshapes(factsFileShape, file)
  if (errors.length > 0 || !isThing(file)) return { ok: false, errors }
  const branches = (file as unknown as FactsFile).branches.map(
    (branch): BranchFacts => ({
      ...branch,
      facts: Object.fromEntries(
        Object.entries(branch.facts).map(([key, { value, sources = [] }]) => [key, { value, sources }]),
      ),
      rulings: branch.rulings ?? [],
    }),
  )
  const ids = branches.map(({ id }) => id)
  const twice = ids.flatMap((id, at): Misshape[] =>
    ids.indexOf(id) === at ? [] : [{ path: `branches[${at}].id`, reason: 'twice' }],
  )
  return twice.length > 0 ? { ok: false, errors: twice } : { ok: true, value: branches }
}

/** A branch as a member of a population. */
export function memberOf({ id, region, facts, rulings }: BranchFacts): Member {
  return { id, region, facts, rulings }
}
