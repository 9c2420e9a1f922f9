import type { Post } from '#basics/actor.ts'
import type { Messages } from '#basics/messages.ts'
import type { PeopleRefusal } from './rules/people.ts'
import type { PostRefusal } from './rules/posts.ts'
import { sayings } from './rules/sayings.ts'

export type OrganisationRefusal =
  | PeopleRefusal
  | PostRefusal
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
  | 'organisations'
  | 'people'
  | 'posts'
  | 'organisation'
  | 'login'
  | 'activationCode'
  | 'codes'
  | 'codesNote'
  | 'kind'
  | 'region'
  | 'unit'
  | 'parent'
  | 'branches'
  | 'setUpOn'
  | 'shortName'
  | 'search'
  | 'searchPerson'
  | 'post'
  | 'fromOn'
  | 'untilOn'
  | 'untilShort'
  | 'state'
  | 'waiting'
  | 'refused'
  | 'held'
  | 'ended'
  | 'grantedBy'
  | 'confirmedBy'
  | 'refusal'
  | 'fromFile'
  | 'grant'
  | 'confirm'
  | 'refuse'
  | 'end'
  | 'reason'
  | 'confirmSure'
  | 'account'
  | 'none'
  | 'invited'
  | 'active'
  | 'disabled'
  | 'issueCode'
  | 'issueCodes'
  | 'issueSure'
  | 'issueAllSure'
  | 'disable'
  | 'enable'
  | 'disableSure'
  | 'enableSure'
  | 'codeOnce'
  | 'open'
  | 'peopleHere'
  | 'postsHere'
  | 'below'
  | 'postsLead'

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
    ...sayings,
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
    organisations: { zh: '党组织', en: 'Organisations' },
    people: { zh: '人员', en: 'People' },
    posts: { zh: '岗位', en: 'Posts' },
    organisation: { zh: '组织', en: 'Organisation' },
    login: { zh: '登录名', en: 'Login' },
    activationCode: { zh: '激活码', en: 'Activation code' },
    codes: { zh: '激活码', en: 'Activation codes' },
    codesNote: {
      zh: '请分别交给本人；十四天内有效，只能用一次。本文件只生成这一次，再次下载会使这些激活码作废',
      en: 'Hand each code to its person; it holds for fourteen days and works once. This file is made once: making it again voids these codes',
    },
    kind: { zh: '类型', en: 'Kind' },
    region: { zh: '片区', en: 'Region' },
    unit: { zh: '单位', en: 'Unit' },
    parent: { zh: '上级组织', en: 'Above' },
    branches: { zh: '支部数', en: 'Branches' },
    setUpOn: { zh: '成立日期', en: 'Set up on' },
    shortName: { zh: '简称', en: 'Short name' },
    search: { zh: '名称或拼音', en: 'Name or pinyin' },
    searchPerson: { zh: '姓名、工号或拼音', en: 'Name, number or pinyin' },
    post: { zh: '岗位', en: 'Post' },
    fromOn: { zh: '开始日期', en: 'From' },
    untilOn: { zh: '结束日期（当日起不再担任）', en: 'Until (no longer held from that day)' },
    untilShort: { zh: '结束日期', en: 'Until' },
    state: { zh: '状态', en: 'State' },
    waiting: { zh: '待确认', en: 'Waiting' },
    refused: { zh: '未通过', en: 'Refused' },
    held: { zh: '在任', en: 'Held' },
    ended: { zh: '已结束', en: 'Ended' },
    grantedBy: { zh: '登记人', en: 'Granted by' },
    confirmedBy: { zh: '确认人', en: 'Confirmed by' },
    refusal: { zh: '未通过原因', en: 'Why refused' },
    fromFile: { zh: '随文件导入', en: 'From a file' },
    grant: { zh: '登记岗位', en: 'Grant a post' },
    confirm: { zh: '确认', en: 'Confirm' },
    refuse: { zh: '不通过', en: 'Refuse' },
    end: { zh: '结束', en: 'End' },
    reason: { zh: '原因', en: 'Reason' },
    confirmSure: { zh: '确认后该岗位立即生效', en: 'The post takes effect at once' },
    account: { zh: '账号', en: 'Account' },
    none: { zh: '未发激活码', en: 'No code yet' },
    invited: { zh: '待激活', en: 'Invited' },
    active: { zh: '正常', en: 'Active' },
    disabled: { zh: '已停用', en: 'Disabled' },
    issueCode: { zh: '发激活码', en: 'Issue a code' },
    issueCodes: { zh: '批量发激活码', en: 'Issue codes to all' },
    issueSure: { zh: '原有未使用的激活码随即作废', en: 'A code issued before and not used becomes void' },
    issueAllSure: {
      zh: '将为本组织及下级所有未激活人员生成新的激活码，并下载一份 Excel；以前发的未用激活码作废',
      en: 'New codes are made for everybody at and below this organisation who is not active yet, and come down as one Excel file; unused older codes become void',
    },
    disable: { zh: '停用', en: 'Disable' },
    enable: { zh: '启用', en: 'Enable' },
    disableSure: { zh: '此人的登录立即失效', en: 'The person is signed out at once' },
    enableSure: { zh: '此人可以重新登录', en: 'The person can sign in again' },
    codeOnce: { zh: '只显示这一次，请当面或密封交给本人', en: 'Shown this once; hand it over in person or sealed' },
    open: { zh: '查看', en: 'Open' },
    peopleHere: { zh: '本组织人员', en: 'People here' },
    postsHere: { zh: '本组织岗位', en: 'Posts here' },
    below: { zh: '下级组织', en: 'Organisations below' },
    postsLead: {
      zh: '系统管理员登记，安全保密管理员确认后生效',
      en: 'The system administrator grants, the security administrator confirms',
    },
  },
}
