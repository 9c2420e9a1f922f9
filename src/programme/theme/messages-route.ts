import type { Messages } from '#basics/messages.ts'
import type { RoutePlanRefusal } from './rules/route.ts'

const labels = {
  routes: { zh: '审核路线', en: 'Review routes' },
  lead: {
    zh: '主题送审时走哪几级、由谁审、几个工作日。改动只影响以后提交的主题，已在审核中的按原路线走完。',
    en: 'Who reviews a theme, in which order, in how many working days. A change is for themes submitted later; those under way keep their route.',
  },
  organisation: { zh: '组织创建活动的党组织', en: 'Whose programme' },
  without: {
    zh: '没有设置过：支部以上各级依次审核，书记或党建工作部门均可，每级 5 个工作日；审核以后的各步也是每步 5 个工作日。',
    en: 'Not set: every organisation above the branch reviews, nearest first, secretary or office, five working days each; so are the steps after.',
  },
  idle: {
    zh: '本组织没有组织过创建年度，这里的路线不起作用。',
    en: 'This organisation has run no programme year; its route has no effect.',
  },
  now: { zh: '现行路线', en: 'In force' },
  since: { zh: '生效日期', en: 'From' },
  setBy: { zh: '设置人', en: 'Set by' },
  setAt: { zh: '设置时间', en: 'Set at' },
  standing: { zh: '状态', en: 'State' },
  versions: { zh: '历次设置', en: 'Versions' },
  toCome: { zh: '尚未生效', en: 'To come' },
  passed: { zh: '已被替代', en: 'Replaced' },
  change: { zh: '修改路线', en: 'Change' },
  set: { zh: '设置', en: 'Set' },
  fromOn: { zh: '从哪天起', en: 'From which day' },
  under: { zh: '支部的直接上级', en: 'Directly above the branch' },
  stages: { zh: '依次审核', en: 'Reviewed in turn by' },
  'general-branch': { zh: '党总支', en: 'General branch' },
  committee: { zh: '党委', en: 'Committee' },
  'party-group': { zh: '党组', en: "Leading Party members' group" },
  root: { zh: '最上级党组织', en: 'Topmost organisation' },
  kind: { zh: '哪一级', en: 'Level' },
  by: { zh: '由谁审', en: 'By' },
  either: { zh: '书记或党建工作部门', en: 'Secretary or office' },
  office: { zh: '党建工作部门', en: 'Office' },
  secretary: { zh: '书记', en: 'Secretary' },
  both: { zh: '先部门、后书记', en: 'Office, then secretary' },
  days: { zh: '工作日', en: 'Working days' },
  after: { zh: '审核通过以后', en: 'After the reviews' },
  'step.check': { zh: '保密审查', en: 'Check for secrets' },
  'step.disclose': { zh: '发起公示', en: 'Put on notice' },
  'step.answer': { zh: '公示期满后答复、办结', en: 'Answer and close after the notice' },
  noLimit: { zh: '不限', en: 'No limit' },
  mayReject: { zh: '可以不同意', en: 'May reject' },
  onlyReturn: { zh: '只能同意或退回', en: 'Passes or returns only' },
  addStage: { zh: '加一级', en: 'Add a stage' },
  remove: { zh: '去掉', en: 'Remove' },
  up: { zh: '上移', en: 'Up' },
  preview: { zh: '试看某个支部的路线', en: 'Preview for a branch' },
  previewHint: {
    zh: '选一个支部，看它的主题会经过哪几级、各级现在有谁能审。修改路线时，这里随着变。',
    en: 'Choose a branch to see its stages and who could review today; it follows what you change above.',
  },
  branch: { zh: '党支部', en: 'Branch' },
  gaps: { zh: '无人可审的环节', en: 'Stages with nobody to review' },
  gapsLead: {
    zh: '按现行审核路线，主题走到这些环节会没有人审。补上岗位就能继续；这里不显示主题。',
    en: 'By the route of today, themes that get to these stages find nobody. Fill the post and they go on. Themes are not shown.',
  },
  gapsNone: {
    zh: '没有：{branches} 个支部的每一级都有人能审。',
    en: 'None: every stage of {branches} branches has somebody.',
  },
  vacant: { zh: '岗位空缺', en: 'Post vacant' },
  own: { zh: '只有本支部书记自己兼任', en: "Held by the branch's own secretary alone" },
  nobody: { zh: '无人可审', en: 'Nobody' },
  branches: { zh: '影响支部', en: 'Branches' },
  examples: { zh: '如', en: 'Such as' },
  waitingHere: { zh: '正卡在无人可审环节的主题', en: 'Themes waiting where nobody may review' },
  fillPost: { zh: '请到“岗位”登记或确认任职。', en: 'Grant or confirm a post under “Posts”.' },
  place: { zh: '环节', en: 'Stage' },
  why: { zh: '原因', en: 'Why' },
} as const

/** What the screen of review routes says. */
export const routeMessages: Messages<RoutePlanRefusal, keyof typeof labels> = {
  refusals: {
    'theme.plan-backdated': {
      zh: '审核路线不能追溯，生效日期最早是今天（{today}）',
      en: 'A route begins today ({today}) or later',
    },
    'theme.plan-of-a-branch': {
      zh: '党支部不组织创建活动，请在上级党组织设置审核路线',
      en: 'A branch runs no programme; set the route at an organisation above it',
    },
    'theme.plan-says-twice': {
      zh: '同一种支部的路线里，一类组织只能出现一次；要先部门后书记，请选“先部门、后书记”',
      en: 'Each kind of organisation stands once in a route; for two reviews there choose “office, then secretary”',
    },
    'theme.plan-reaches-nobody': {
      zh: '每种支部的路线至少要有本支部直接上级或最上级党组织一级，否则可能无人审核',
      en: 'Each route needs the organisation directly above the branch, or the topmost one',
    },
  },
  labels,
}
