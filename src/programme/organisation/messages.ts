import type { Post } from '#basics/actor.ts'
import type { Messages } from '#basics/messages.ts'

export type OrganisationRefusal =
  | 'organisation.already-set-up'
  | 'organisation.wrong-set-up-code'
  | 'organisation.three-different-people'

export type OrganisationKindLabel = 'committee' | 'party-group' | 'general-branch' | 'branch'

type Label =
  | 'name'
  | 'staffNo'
  | 'setUp'
  | 'setUpWhy'
  | 'setUpCode'
  | 'setUpCodeHint'
  | 'rootName'
  | 'rootNameHint'
  | 'setUpGo'
  | 'setUpDone'
  | 'setUpCodes'
  | 'goActivate'

export const organisationMessages: Messages<OrganisationRefusal, Post | OrganisationKindLabel | Label> = {
  refusals: {
    'organisation.already-set-up': { zh: '系统已经初始化，不能再次设置', en: 'The system has been set up already' },
    'organisation.wrong-set-up-code': {
      zh: '初始化码不对，请看运行程序的终端',
      en: 'The set-up code is wrong; look at the terminal the program runs in',
    },
    'organisation.three-different-people': {
      zh: '三名管理员必须是三个人',
      en: 'The three administrators must be three people',
    },
  },
  labels: {
    member: { zh: '党员', en: 'Member' },
    staff: { zh: '职工', en: 'Staff' },
    secretary: { zh: '书记', en: 'Secretary' },
    office: { zh: '党建工作部门', en: 'Party-building office' },
    confidentiality: { zh: '保密审查员', en: 'Confidentiality reviewer' },
    assessor: { zh: '考核组成员', en: 'Assessor' },
    inspector: { zh: '督查组成员', en: 'Inspector' },
    'system-admin': { zh: '系统管理员', en: 'System administrator' },
    'security-admin': { zh: '安全保密管理员', en: 'Security administrator' },
    'audit-admin': { zh: '安全审计员', en: 'Audit administrator' },
    committee: { zh: '党委', en: 'Committee' },
    'party-group': { zh: '党组', en: "Leading Party members' group" },
    'general-branch': { zh: '党总支', en: 'General branch' },
    branch: { zh: '党支部', en: 'Branch' },
    name: { zh: '姓名', en: 'Name' },
    staffNo: { zh: '工号', en: 'Staff number' },
    setUp: { zh: '首次设置', en: 'First set-up' },
    setUpWhy: {
      zh: '请先设定顶层党组织和三名管理员。三人互相制约，不能由同一人担任，也不能代办业务',
      en: 'Name the top organisation and the three administrators. They check one another, are three people, and do no business of the programme',
    },
    setUpCode: { zh: '初始化码', en: 'Set-up code' },
    setUpCodeHint: { zh: '显示在运行程序的终端里', en: 'It stands in the terminal the program runs in' },
    rootName: { zh: '顶层党组织', en: 'Top organisation' },
    rootNameHint: { zh: '例如：某某海事局党委', en: 'For example: Party Committee of some bureau' },
    setUpGo: { zh: '设定', en: 'Set up' },
    setUpDone: { zh: '已设定', en: 'Set up' },
    setUpCodes: {
      zh: '请把下面的激活码分别交给本人。只显示这一次，十四天内有效，激活时各自设密码并绑定第二重验证',
      en: 'Hand each code to its person. They are shown this once and hold for fourteen days; each person then chooses a password and sets up the second factor',
    },
    goActivate: { zh: '去激活账号', en: 'Activate an account' },
  },
}
