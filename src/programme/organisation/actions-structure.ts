import type { Day } from '#basics/calendar.ts'
import { labelsIn } from '#basics/messages.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { structureContract } from './contract-structure.ts'
import { organisationMessages } from './messages.ts'
import { structureMessages } from './messages-structure.ts'
import { organisation } from './reads.ts'
import { holdingsOfPerson, holdingsOn, membershipOn, secretariesOn } from './reads-holders.ts'
import { personById } from './reads-people.ts'
import { namesOn, type OrganisationOn, placesOf, tiesOf, unitsOn } from './reads-structure.ts'
import { treeOn } from './reads-tree.ts'
import { mayListPosts, seesPeople } from './rules/people.ts'
import { known } from './rules/restructure.ts'
import { inOrder } from './rules/structure.ts'
import type { UnitKind } from './rules/units.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const structureActions: Actions<typeof structureContract> = {
  async readStructure(context, { on = context.today, below }) {
    accept(known(on, context.today))
    return { on, rows: (await treeOf(context, on, { below })).map(rowView) }
  },

  async exportStructure(context, { on = context.today }) {
    accept(known(on, context.today))
    const rows = await treeOf(context, on, { whole: true })
    const top = context.actor.posts[0]!.path.split('/')[0]!
    const subject = { kind: 'organisation', id: top, organisation: top }
    await writeHistory(context, 'organisation.structure-exported', subject, { on, organisations: rows.length })
    return workbookOf(context, on, rows)
  },

  async listPlaces(context, { organisation: id }) {
    const row = found(await organisation(context, id))
    const places = await placesOf(context, id)
    return {
      setUpOn: row.set_up_on,
      dissolvedOn: row.dissolved_on,
      successor: row.successor,
      places: places.map(({ parent, parentName, kind, ...place }) => ({
        ...place,
        kind: kind as OrganisationOn['kind'],
        parent: parent && parentName ? { id: parent, name: parentName } : null,
      })),
      ties: await tiesOf(context, id),
    }
  },

  async listUnits(context, { on = context.today, ...filter }) {
    accept(known(on, context.today))
    const { rows, next } = await unitsOn(context, on, filter)
    return { rows: rows.map((row) => ({ ...row, kind: row.kind as UnitKind | null })), next, total: null }
  },

  async listHolders(context, { on = context.today, ...filter }) {
    permit(mayListPosts(context.actor))
    accept(known(on, context.today))
    return { ...(await holdingsOn(context, on, filter)), total: null }
  },

  async readRights(context, { person: id, on = context.today }) {
    accept(known(on, context.today))
    const { name } = found(await personById(context, id))
    const belongs = await membershipOn(context, id, on)
    const called = belongs && (await namesOn(context, [{ organisation: belongs.id, on }])).get(`${belongs.id} ${on}`)
    return {
      on,
      person: { id, name },
      belongs: belongs ? { id: belongs.id, name: called!, kind: belongs.kind as 'member' | 'staff' } : null,
      posts: await holdingsOfPerson(context, id, on),
    }
  },
}

type Row = OrganisationOn & { level: number; secretary: string | null; more: boolean }

/** The tree of the day in its order, with the secretaries for those who look after the people. */
async function treeOf(context: Context, on: Day, asked: Parameters<typeof treeOn>[2]): Promise<Row[]> {
  const { rows, more } = await treeOn(context, on, asked)
  const there = new Set(rows.map(({ id }) => id))
  const secretaries = await secretariesOn(context, on, [...there])
  const hung = rows.map((row) => ({
    ...row,
    above: row.parent,
    parent: row.parent && there.has(row.parent) ? row.parent : null,
  }))
  return inOrder(hung).map(({ above, ...row }) => ({
    ...row,
    parent: above,
    secretary: seesPeople(context.actor, row.reachedBy) ? (secretaries.get(row.id) ?? null) : null,
    more: more.has(row.id),
  }))
}

function rowView({ id, kind, name, shortName, parent, region, units, secretary, fromOn, setUpOn, ...row }: Row) {
  const { branches, more } = row
  return { id, kind, name, shortName, parent, region, units, branches, secretary, fromOn, setUpOn, more }
}

async function workbookOf(context: Context, on: Day, rows: Row[]) {
  const say = { ...labelsIn(organisationMessages, context.language), ...labelsIn(structureMessages, context.language) }
  const title = `${say.structure} ${on}`
  const column = (key: string, heading: string, width: number, kind: 'text' | 'day' | 'whole' = 'text') => ({
    ...{ key, heading, width, kind },
  })
  const bytes = await writeWorkbook({
    language: context.language,
    sheets: [
      {
        name: say.structure,
        title,
        columns: [
          column('level', say.level, 6, 'whole'),
          column('name', say.organisation, 40),
          column('shortName', say.shortName, 18),
          column('kind', say.kind, 10),
          column('parent', say.parent, 30),
          column('region', say.region, 10),
          column('units', say.unit, 26),
          column('secretary', say.secretary, 12),
          column('branches', say.branches, 8, 'whole'),
          column('fromOn', say.placeSince, 12, 'day'),
          column('setUpOn', say.setUpOn, 12, 'day'),
        ],
        rows: rows.map((row) => [
          row.level + 1,
          `${'\u3000'.repeat(row.level)}${row.name}`,
          row.shortName,
          say[row.kind],
          row.parentName,
          row.region,
          row.units.map(({ name }) => name).join('、') || null,
          row.secretary,
          row.branches,
          row.fromOn,
          row.setUpOn,
        ]),
      },
    ],
  })
  return { name: `${title}.xlsx`, type: WORKBOOK, bytes: new Uint8Array(bytes) }
}
