import type { Post } from '#basics/actor.ts'
import type { Messages } from '#basics/messages.ts'

export type OrganisationRefusal =
  | 'organisation.already-set-up'
  | 'organisation.wrong-set-up-code'
  | 'organisation.three-different-people'

export type OrganisationKindLabel = 'committee' | 'party-group' | 'general-branch' | 'branch'

export const organisationMessages: Messages<OrganisationRefusal, Post | OrganisationKindLabel> = {
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
  },
}
