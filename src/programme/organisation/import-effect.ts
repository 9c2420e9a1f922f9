import type { Context } from '#platform/context.ts'
import { parts, planHash } from './import-check.ts'
import { entrySubjects, type ReadTable } from './reads-import-parts.ts'
import type { ImportSheet } from './rules/import-lines.ts'
import type { Change, PlanEntry } from './rules/import-plan.ts'
import { keepImages } from './store-import-images.ts'
import { type Places, writeOrganisations, writePeople } from './store-import-rows.ts'
import { unitIds } from './store-structure.ts'

/**
 * Puts a previewed file into effect, part by part: it is judged anew as it is written, and false is answered when it would
 * do anything else than was shown. What was written by then has to be taken back with the transaction.
 */
export async function putIntoEffect(
  context: Context,
  file: { id: string; planHash: string; uploadedBy: string; tables: readonly ReadTable[] },
  progress: (rows: number) => Promise<void>,
): Promise<boolean> {
  const { id, tables, uploadedBy } = file
  const hash = planHash()
  let places: Places = new Map()
  let [entries, rows] = [0, 0]
  const by = [uploadedBy, context.actor.person]
  for await (const { made, entries: some, remarks, open, present, rows: read } of parts(
    context,
    { id, tables, language: 'zh' },
    by,
  )) {
    const shown = await entrySubjects(context, id, entries + 1, some.length)
    const targets = [...made.organisations, ...made.people]
    if (remarks.problems.length > 0 || !areAsShown(targets, shown)) return false
    hash.add(some)
    const subjects = shown.map(({ subject }) => subject)
    const ids = new Map<object, string>(targets.map((target, at) => [target, subjects[at]!]))
    const idOf = (target: object) => ids.get(target)!
    const own = { id, subjects, entries: some }
    if (places.size === 0)
      places = await withOrganisationImages(context, own, () =>
        writeOrganisations(context, open.organisations, present, idOf),
      )
    else
      await withImages(context, own, 'people', () =>
        writePeople(context, made.people, places, { idOf, importId: id, confirmer: null }),
      )
    entries += some.length
    rows += read
    await progress(rows)
  }
  return hash.end() === file.planHash
}

/** Whether these are about the same as was shown, and make what was to be made. */
function areAsShown(
  targets: readonly { before: { id: string } | null }[],
  shown: readonly { subject: string; isNew: boolean }[],
): boolean {
  return (
    targets.length === shown.length &&
    targets.every(({ before }, at) => (before === null ? shown[at]!.isNew : before.id === shown[at]!.subject))
  )
}

interface Own {
  id: string
  subjects: readonly string[]
  entries: readonly PlanEntry[]
}

/** Does something to the subjects of some entries, and keeps what those were that it changes and what it leaves. */
async function withImages<T>(
  context: Context,
  { id, subjects, entries }: Own,
  sheet: ImportSheet,
  write: () => Promise<T>,
): Promise<T> {
  const those = (change: Change) => subjects.filter((_, at) => entries[at]!.change === change)
  await keepImages(context, id, 'before', sheet, those('changed'))
  const done = await write()
  await keepImages(context, id, 'changed', sheet, those('changed'))
  await keepImages(context, id, 'made', sheet, those('new'))
  return done
}

async function withOrganisationImages<T>(context: Context, own: Own, write: () => Promise<T>): Promise<T> {
  const units = new Set(await unitIds(context))
  const done = await withImages(context, own, 'organisations', write)
  const made = (await unitIds(context)).filter((unit) => !units.has(unit))
  await keepImages(context, own.id, 'made', 'units', made)
  return done
}
