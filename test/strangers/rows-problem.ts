import { buildingContract } from '#programme/building/contract.ts'
import { problemContract } from '#programme/problem/contract.ts'
import { as, openedCycle } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

const writers: Who[] = ['secretary@own', 'office@own']
const above: Who[] = ['secretary@parent', 'office@parent']
const readers: Who[] = [
  'member@own',
  'staff@own',
  ...above,
  'assessor@parent',
  'inspector@parent',
  'confidentiality@parent',
]
const content = {
  kind: 'shortcoming' as const,
  title: '夜间值守薄弱',
  benchmark: '全年夜间险情十分钟内响应',
  gap: '平均二十分钟',
  dueOn: '2027-01-31',
}

/** A new problem of huangpu, for those who may would use one up. */
async function taken(ground: Ground): Promise<string> {
  await openedCycle(ground)
  const secretary = await as(ground, 'secretary@huangpu')
  const organisation = ground.organisations.huangpu
  return (await secretary.get(problemContract.takeOnProblem, { organisation, ...content })).id
}

async function planned(ground: Ground): Promise<string> {
  const problem = await taken(ground)
  await (await as(ground, 'secretary@huangpu')).get(problemContract.setProblemMeasures, { problem, measures: '增班' })
  return problem
}

async function record(ground: Ground): Promise<string> {
  const solved = { happenedOn: '2026-07-01', kind: 'problem-solved' as const, sentence: '夜间增设值守一班。' }
  const organisation = ground.organisations.huangpu
  return (await (await as(ground, 'secretary@huangpu')).get(buildingContract.enterRecord, { organisation, ...solved }))
    .id
}

async function finished(ground: Ground): Promise<string> {
  const problem = await planned(ground)
  const input = { problem, result: '已降到九分钟', records: [await record(ground)] }
  await (await as(ground, 'secretary@huangpu')).get(problemContract.finishProblem, input)
  return problem
}

const ofProblem = { at: 'huangpu', sees: readers } as const
export const problemRows: Table = {
  listProblems: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readProblem: {
    at: 'huangpu',
    may: readers,
    sees: 'none',
    input: async (ground) => ({ problem: await taken(ground) }),
  },
  takeOnProblem: {
    at: 'huangpu',
    may: writers,
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: async (ground) => {
      await openedCycle(ground)
      return { organisation: ground.organisations.huangpu, ...content }
    },
  },
  setProblemMeasures: {
    ...ofProblem,
    may: writers,
    input: async (ground) => ({ problem: await taken(ground), measures: '增班' }),
  },
  finishProblem: {
    ...ofProblem,
    may: writers,
    input: async (ground) => ({
      problem: await planned(ground),
      result: '已降到九分钟',
      records: [await record(ground)],
    }),
  },
  confirmProblem: { ...ofProblem, may: above, input: async (ground) => ({ problem: await finished(ground) }) },
  returnProblem: {
    ...ofProblem,
    may: above,
    input: async (ground) => ({ problem: await finished(ground), reason: '仍有两次超时' }),
  },
}
