import { idea, pass } from '../journeys/theme-year.ts'
import { notice, objectedTheme, objection, openedCycle, opinion, publicNotice, theme } from './acts.ts'
import type { Table, Who } from './table.ts'

/** Those to whom a theme is visible before it is public: its secretary, and secretary, office, confidentiality reviewer there or above. */
export const concerned: Who[] = [
  'secretary@own',
  'office@own',
  'confidentiality@own',
  'secretary@parent',
  'office@parent',
  'confidentiality@parent',
]
const seen = { at: 'huangpu', sees: concerned } as const

export const themeRows: Table = {
  listThemes: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  listMyWork: { at: 'root', may: 'signed-in', sees: 'all', input: () => ({ limit: 5 }) },
  listBrands: { at: 'root', may: 'everyone', sees: 'all', input: () => ({ limit: 5 }) },
  readBrand: {
    nobody: 404,
    at: 'root',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ brand: await theme(ground, 'in-force') }),
  },
  readTheme: { ...seen, may: concerned, input: async (ground) => ({ theme: await theme(ground, 'draft') }) },
  draftTheme: {
    at: 'huangpu',
    may: ['secretary@own'],
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: async (ground) => {
      await openedCycle(ground)
      return { organisation: ground.organisations.huangpu, ...idea }
    },
  },
  changeTheme: {
    ...seen,
    may: ['secretary@own'],
    input: async (ground) => ({ theme: await theme(ground, 'draft'), ...idea }),
  },
  submitTheme: { ...seen, may: ['secretary@own'], input: async (ground) => ({ theme: await theme(ground, 'draft') }) },
  withdrawTheme: {
    ...seen,
    may: ['secretary@own'],
    input: async (ground) => ({ theme: await theme(ground, 'submitted') }),
  },
  reviewTheme: {
    ...seen,
    may: ['secretary@parent', 'office@parent'],
    input: async (ground) => ({ theme: await theme(ground, 'submitted'), ...pass }),
  },
  checkTheme: {
    ...seen,
    may: ['confidentiality@own', 'confidentiality@parent'],
    input: async (ground) => ({ theme: await theme(ground, 'passed'), result: 'clear', comment: '' }),
  },
  publiciseTheme: {
    ...seen,
    may: ['office@top'],
    input: async (ground) => ({ theme: await theme(ground, 'checked') }),
  },
  putInForce: {
    ...seen,
    may: ['office@top'],
    input: async (ground) => {
      const id = await theme(ground, 'noticed')
      await ground.world.setTime('2026-07-23T12:00:00.000000+08:00')
      return { theme: id }
    },
  },
  sendThemeBack: {
    ...seen,
    may: ['office@top'],
    input: async (ground) => ({ theme: await objectedTheme(ground), comment: '异议成立，请重新提炼' }),
  },
  nearestThemes: {
    at: 'huangpu',
    may: [
      'secretary@own',
      'office@own',
      'confidentiality@own',
      'secretary@parent',
      'office@parent',
      'confidentiality@parent',
    ],
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: ({ organisations }) => ({ organisation: organisations.huangpu, name: '海盾' }),
  },
  readMyTheme: {
    at: 'huangpu',
    may: [
      'secretary@own',
      'office@own',
      'confidentiality@own',
      'secretary@parent',
      'office@parent',
      'confidentiality@parent',
    ],
    sees: ['member@own', 'staff@own', 'member@parent', 'staff@parent'],
    input: ({ organisations }) => ({ organisation: organisations.huangpu }),
  },
}

const atRoot = { at: 'root', may: ['office@own'], sees: ['member@own', 'staff@own'] } as const satisfies Omit<
  Table[string],
  'input'
>
const listeners: Who[] = ['secretary@own', 'office@own', 'secretary@parent', 'office@parent']

export const noticeRows: Table = {
  listNotices: { at: 'root', may: 'everyone', sees: 'all', input: () => ({ limit: 5 }) },
  readNotice: {
    nobody: 404,
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground) }),
  },
  extendNotice: {
    at: 'huangpu',
    may: ['office@top'],
    sees: 'all',
    input: async (ground) => ({
      notice: await publicNotice(ground),
      days: 2,
      reason: '多数职工在一线值守',
      lastDay: '2026-07-22',
    }),
  },
  readNoticeContact: { ...atRoot, input: ({ organisations }) => ({ organisation: organisations.root }) },
  setNoticeContact: {
    ...atRoot,
    input: ({ organisations }) => ({
      organisation: organisations.root,
      address: '示例路 1 号',
      hotline: '020-12345678',
    }),
  },
  readNoticeCode: {
    nobody: 404,
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground) }),
  },
  narrowNotice: {
    at: 'huangpu',
    may: ['office@top', 'confidentiality@top'],
    sees: 'all',
    input: async (ground) => ({ notice: await publicNotice(ground), reason: '提到内部安排' }),
  },
  giveOpinion: {
    nobody: 404,
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground), text: '赞成' }),
  },
  signOpinion: {
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground), text: '赞成' }),
  },
  listOpinions: {
    at: 'huangpu',
    may: listeners,
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground), limit: 5 }),
  },
  listReplies: {
    nobody: 404,
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground), from: 1, limit: 5 }),
  },
  answerOpinion: {
    at: 'huangpu',
    may: ['office@top'],
    sees: listeners,
    input: async (ground) => ({ opinion: await opinion(ground), disposition: 'declined', reply: '目标已写明数量' }),
  },
  closeGroundless: {
    at: 'root',
    may: ['office@own'],
    sees: 'all',
    input: async (ground) => ({ opinions: [await opinion(ground)], notice: await notice(ground), reply: '与主题无关' }),
  },
  raiseObjection: {
    nobody: 404,
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({
      notice: await notice(ground),
      name: '吴某',
      contact: '办公室内线',
      text: '与事实不符',
    }),
  },
  listObjections: {
    at: 'huangpu',
    may: listeners,
    sees: 'all',
    input: async (ground) => ({ notice: await notice(ground) }),
  },
  passOnObjection: {
    at: 'huangpu',
    may: ['office@top'],
    sees: listeners,
    input: async (ground) => ({ objection: await objection(ground), substance: '反映某项数据不实' }),
  },
  answerObjection: {
    at: 'huangpu',
    may: ['office@top'],
    sees: listeners,
    input: async (ground) => ({
      objection: await objection(ground),
      result: 'not-upheld',
      reply: '经核实属实',
      substance: '反映某项数据不实',
    }),
  },
  readObjector: {
    at: 'huangpu',
    may: ['office@top'],
    sees: listeners,
    input: async (ground) => ({ objection: await objection(ground) }),
  },
}
