import { measureContract } from '#programme/building/contract-measure.ts'
import { taskContract } from '#programme/building/contract-task.ts'
import { as, openedCycle } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

const leaders: Who[] = ['secretary@own', 'office@own']
/** Those who look after the organisation and those above who do. */
const leading: Who[] = [...leaders, 'secretary@parent', 'office@parent']
const reach: Who[] = ['member@own', 'staff@own', 'member@parent', 'staff@parent']
/** A task of guangzhou goes to all below it: they see it, and so does everyone on the way up. */
const concerned: Who[] = [...reach, 'member@child', 'staff@child']
const lookers: Who[] = [
  'secretary@parent',
  'office@parent',
  'assessor@parent',
  'inspector@parent',
  'confidentiality@parent',
]
const season = { kind: 'seasonal' as const, name: '防台风', from: '2026-01-01', to: '2026-12-31' }

async function measure(ground: Ground): Promise<string> {
  const office = await as(ground, 'office@guangzhou')
  const organisation = ground.organisations.guangzhou
  const { rows } = await office.get(measureContract.listMeasures, { organisation } as never)
  if (rows[0]) return rows[0].id
  return (await office.get(measureContract.setMeasure, { organisation, name: '巡航时间', unit: '小时' } as never)).id
}

/** A draft, not yet agreed to by anybody; anew each time, for some of those who may would use it up. */
async function drafted(ground: Ground): Promise<string> {
  await openedCycle(ground)
  const office = await as(ground, 'office@guangzhou')
  return (
    await office.get(taskContract.draftTask, { organisation: ground.organisations.guangzhou, ...season } as never)
  ).id
}

async function issued(ground: Ground): Promise<string> {
  const task = await drafted(ground)
  await (await as(ground, 'office@guangzhou')).get(taskContract.issueTask, { task })
  return task
}

const draft = { at: 'guangzhou', sees: leading } as const
export const taskRows: Table = {
  listMeasures: {
    at: 'guangzhou',
    may: reach,
    sees: 'none',
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, limit: 5 }),
  },
  setMeasure: {
    at: 'guangzhou',
    may: leaders,
    sees: reach,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, name: '登轮检查', unit: '艘次' }),
  },
  retireMeasure: {
    at: 'guangzhou',
    may: leaders,
    sees: reach,
    input: async (ground) => ({ measure: await measure(ground) }),
  },
  listTasks: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readTask: {
    at: 'guangzhou',
    may: concerned,
    sees: 'none',
    input: async (ground) => ({ task: await issued(ground) }),
  },
  readTaskTotals: {
    at: 'guangzhou',
    may: concerned,
    sees: 'none',
    input: async (ground) => ({ task: await issued(ground) }),
  },
  draftTask: {
    at: 'guangzhou',
    may: leaders,
    sees: reach,
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, ...season }),
  },
  changeTask: { ...draft, may: leaders, input: async (ground) => ({ task: await drafted(ground), ...season }) },
  approveTask: {
    ...draft,
    may: ['secretary@own', 'secretary@parent'],
    input: async (ground) => ({ task: await drafted(ground) }),
  },
  issueTask: { ...draft, may: leaders, input: async (ground) => ({ task: await drafted(ground) }) },
  discardTask: { ...draft, may: leaders, input: async (ground) => ({ task: await drafted(ground) }) },
  withdrawTask: {
    at: 'guangzhou',
    may: leaders,
    sees: concerned,
    input: async (ground) => ({ task: await issued(ground), reason: '并入上级任务' }),
  },
  readOutcomes: {
    at: 'guangzhou',
    may: [...reach.slice(0, 2), ...lookers],
    sees: reach.slice(2),
    input: ({ organisations }) => ({ organisation: organisations.guangzhou }),
  },
  traceFigure: {
    at: 'guangzhou',
    may: [...reach.slice(0, 2), ...lookers],
    sees: 'none',
    input: async (ground) => {
      await measure(ground)
      return { figure: '巡航时间@广州海事局党委', limit: 5 }
    },
  },
  readBurden: {
    at: 'guangzhou',
    may: ['member@own', 'staff@own', 'secretary@parent', 'office@parent'],
    sees: ['member@parent', 'staff@parent'],
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, limit: 5 }),
  },
  listBurdenOfBranches: {
    at: 'guangzhou',
    may: ['member@own', 'staff@own', 'secretary@parent', 'office@parent'],
    sees: ['member@parent', 'staff@parent'],
    input: ({ organisations }) => ({ organisation: organisations.guangzhou, limit: 5 }),
  },
  setBurdenBudget: {
    at: 'root',
    may: ['secretary@own'],
    sees: 'all',
    input: async (ground) => ({ cycle: await openedCycle(ground), minutes: 240 }),
  },
}
