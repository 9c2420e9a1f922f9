import { questionnaireContract } from '#programme/questionnaire/contract.ts'
import { as, openedCycle } from './acts.ts'
import type { Ground, Table, Who } from './table.ts'

const leaders: Who[] = ['secretary@own', 'office@own']
const leading: Who[] = [...leaders, 'secretary@parent', 'office@parent']
const reach: Who[] = ['member@own', 'staff@own', 'member@parent', 'staff@parent']
/** A questionnaire of guangzhou goes to all below it: they see it, and so does everyone on the way up. */
const concerned: Who[] = [...reach, 'member@child', 'staff@child']

let made = 0
const sheet = (ground: Ground) => ({
  title: '职工意见',
  minutes: 5,
  lastDay: '2099-12-31',
  // another question each time: the same one is not asked twice of the same people
  questions: [{ kind: 'one' as const, text: `第${++made}次：对党支部工作满意吗`, options: ['满意', '一般', '不满意'] }],
  groups: [{ organisation: ground.organisations.guangzhou, slips: 20 }],
  legalOffice: '法规处',
  legalDocument: '示海法〔2026〕3号',
})

async function drafted(ground: Ground): Promise<string> {
  await openedCycle(ground)
  const office = await as(ground, 'office@guangzhou')
  const organisation = ground.organisations.guangzhou
  return (await office.get(questionnaireContract.draftQuestionnaire, { organisation, ...sheet(ground) } as never)).id
}

async function opened(ground: Ground): Promise<string> {
  const questionnaire = await drafted(ground)
  await (await as(ground, 'office@guangzhou')).get(questionnaireContract.openQuestionnaire, { questionnaire })
  return questionnaire
}

async function code(ground: Ground): Promise<string> {
  const questionnaire = await opened(ground)
  const office = await as(ground, 'office@guangzhou')
  const group = ground.organisations.guangzhou
  return (await office.get(questionnaireContract.drawSlips, { questionnaire, group })).codes[0]!
}

const draft = { at: 'guangzhou', sees: leading } as const
const running = { at: 'guangzhou', sees: concerned } as const
export const questionnaireRows: Table = {
  listQuestionnaires: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  readQuestionnaire: {
    at: 'guangzhou',
    may: concerned,
    sees: 'none',
    input: async (ground) => ({ questionnaire: await opened(ground) }),
  },
  draftQuestionnaire: {
    at: 'guangzhou',
    may: leaders,
    sees: reach,
    input: (ground) => ({ organisation: ground.organisations.guangzhou, ...sheet(ground) }),
  },
  changeQuestionnaire: {
    ...draft,
    may: leaders,
    input: async (ground) => ({ questionnaire: await drafted(ground), ...sheet(ground) }),
  },
  discardQuestionnaire: { ...draft, may: leaders, input: async (ground) => ({ questionnaire: await drafted(ground) }) },
  approveQuestionnaire: {
    ...draft,
    may: ['secretary@own', 'secretary@parent'],
    input: async (ground) => ({ questionnaire: await drafted(ground) }),
  },
  openQuestionnaire: { ...draft, may: leaders, input: async (ground) => ({ questionnaire: await drafted(ground) }) },
  drawSlips: {
    ...running,
    may: leaders,
    input: async (ground) => ({ questionnaire: await opened(ground), group: ground.organisations.guangzhou }),
  },
  closeQuestionnaire: {
    ...running,
    may: leaders,
    input: async (ground) => {
      const questionnaire = await opened(ground)
      await ground.world.owner
        .updateTable('questionnaire')
        .set({ last_day: '2020-01-01' })
        .where('id', '=', questionnaire)
        .execute()
      return { questionnaire }
    },
  },
  abandonQuestionnaire: {
    ...running,
    may: leaders,
    input: async (ground) => ({ questionnaire: await opened(ground), reason: '题目有误' }),
  },
  // whoever holds a slip
  readSlip: { at: 'guangzhou', may: 'everyone', sees: 'all', input: async (ground) => ({ code: await code(ground) }) },
  answerSlip: {
    at: 'guangzhou',
    may: 'everyone',
    sees: 'all',
    input: async (ground) => ({ code: await code(ground), answers: [{ question: 1, chosen: [1] }] }),
  },
}
