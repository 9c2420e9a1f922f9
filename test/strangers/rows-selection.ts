import { sql } from 'kysely'
import { posts } from '#basics/actor.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { facts, freezeAssessment } from '../journeys/selection-stage.ts'
import { as, openedCycle } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

const { raiseObjection, listObjections, answerObjection } = noticeContract
const { prepareSelection, runSelection, ruleOn, checkSelection, publishSelection, readSelection } = selectionContract

/** Those who see a selection whole: office, secretary and confidentiality reviewer of the organisation that runs it. */
const whole: Who[] = ['office@own', 'secretary@own', 'confidentiality@own']
/** Once it is disclosed, everybody in the programme finds it. */
const inside: Who[] = posts.flatMap((post): Who[] => [`${post}@own`, `${post}@child`])
/** Offices and secretaries find an assessment, above and below, and the organisation's assessors. */
const assessed: Who[] = ['office@own', 'secretary@own', 'assessor@own', 'office@child', 'secretary@child']

/** The frozen assessment of the root's cycle. */
async function assessment(ground: Ground): Promise<string> {
  const cycle = await openedCycle(ground)
  const known = await ground.world.owner
    .selectFrom('assessment')
    .select('id')
    .where('cycle_id', '=', cycle)
    .where('frozen_at', 'is not', null)
    .executeTakeFirst()
  const { organisations, people, world } = ground
  return (
    known?.id ??
    freezeAssessment(world, {
      by: people['office@root']!,
      organisation: organisations.root,
      cycle,
      branches: [
        { id: organisations.huangpu, facts: facts.patrol },
        { id: organisations.nansha, facts: facts.window },
        { id: organisations.xuwen, facts: facts.xuwen },
      ],
    })
  )
}

const steps = ['prepared', 'run', 'ruled', 'checked', 'noticed'] as const
type Step = (typeof steps)[number]

/** A selection of the root that has come so far; each one asked for is another, the one before is put out of the way. */
async function selection(ground: Ground, wanted: Step): Promise<string> {
  await clear(ground)
  const office = await as(ground, 'office@root')
  const { id } = await office.get(prepareSelection, { assessment: await assessment(ground) })
  const upTo = (step: Step) => steps.indexOf(wanted) >= steps.indexOf(step)
  if (upTo('run')) await office.get(runSelection, { selection: id })
  if (upTo('ruled')) await office.get(ruleOn, { selection: id, ...(await ruling(ground, id)) })
  if (upTo('checked')) await (await as(ground, 'confidentiality@root')).get(checkSelection, { selection: id })
  if (upTo('noticed')) await office.get(publishSelection, { selection: id })
  return id
}

async function clear({ world }: Ground): Promise<void> {
  await sql`truncate selection, selection_run, selection_line, selection_ruling, title`.execute(world.owner)
}

async function ruling(ground: Ground, id: string) {
  const { open } = await (await as(ground, 'office@root')).get(readSelection, { selection: id })
  return {
    branch: ground.organisations.huangpu,
    about: 'gate' as const,
    code: open[0]!.code,
    holds: 'yes' as const,
    ground: '党委会研究',
  }
}

const seen = { at: 'root', sees: whole } as const
const found = { at: 'root', sees: inside } as const

export const selectionRows: Table = {
  listSelections: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  listTitles: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  listRegister: { at: 'root', may: 'everyone', sees: 'all', input: () => ({ limit: 5 }) },
  readSelection: { ...seen, may: whole, input: async (ground) => ({ selection: await selection(ground, 'run') }) },
  listSelectionLines: {
    ...found,
    may: whole,
    input: async (ground) => ({ selection: await selection(ground, 'noticed'), limit: 5 }),
  },
  prepareSelection: {
    at: 'root',
    may: ['office@own'],
    sees: assessed,
    input: async (ground) => {
      await clear(ground)
      return { assessment: await assessment(ground) }
    },
  },
  runSelection: {
    ...seen,
    may: ['office@own'],
    input: async (ground) => ({ selection: await selection(ground, 'prepared') }),
  },
  ruleOn: {
    ...seen,
    may: ['office@own'],
    input: async (ground) => {
      const id = await selection(ground, 'run')
      return { selection: id, ...(await ruling(ground, id)) }
    },
  },
  checkSelection: {
    ...seen,
    may: ['confidentiality@own'],
    input: async (ground) => ({ selection: await selection(ground, 'ruled') }),
  },
  publishSelection: {
    ...seen,
    may: ['office@own'],
    input: async (ground) => ({ selection: await selection(ground, 'checked') }),
  },
  concludeSelection: {
    ...found,
    may: ['office@own'],
    input: async (ground) => {
      const id = await selection(ground, 'noticed')
      await ground.world.setTime('2026-07-23T12:00:00.000000+08:00')
      return { selection: id }
    },
  },
  setSelectionAside: {
    ...found,
    may: ['office@own'],
    input: async (ground) => ({ selection: await objected(ground), reason: '异议成立，重新核实' }),
  },
  downloadRun: {
    ...seen,
    may: whole,
    input: async (ground) => ({ selection: await selection(ground, 'run') }),
  },
  readPublicRun: {
    at: 'root',
    nobody: 404,
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => {
      const id = await selection(ground, 'noticed')
      return { run: (await (await as(ground, 'office@root')).get(readSelection, { selection: id })).run!.id }
    },
  },
}

/** A disclosed selection with an objection that was upheld. */
async function objected(ground: Ground): Promise<string> {
  const id = await selection(ground, 'noticed')
  const office = await as(ground, 'office@root')
  const { notice } = await office.get(readSelection, { selection: id })
  const told = { name: '吴某', contact: '办公室内线', text: '与事实不符' }
  await (await as(ground, 'member@nansha')).get(raiseObjection, { notice: notice!.id, ...told })
  const { rows } = await office.get(listObjections, { notice: notice!.id })
  const answer = { result: 'upheld' as const, reply: '经核实属实', substance: '一项事实不实' }
  await office.get(answerObjection, { objection: rows[0]!.id, ...answer })
  return id
}
