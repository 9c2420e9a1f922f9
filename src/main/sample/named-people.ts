import { ROOT } from './organisations.ts'
import type { NamedKey, NamedPerson, SampleOrganisation, SamplePerson } from './types.ts'

/** Who stands for what: the branch, the name in it, the organisation they are shown for, and what one sees as them. */
const roles: Record<
  Exclude<NamedKey, 'outsider'>,
  [branch: string, name: string, shownFor: string | null, zh: string, en: string]
> = {
  systemAdmin: [
    '机关科技信息处党支部',
    '范启航',
    null,
    '系统管理员：导入组织和人员',
    'system administrator: imports organisations and people',
  ],
  securityAdmin: [
    '机关人事教育处党支部',
    '钱守静',
    null,
    '安全保密管理员：确认导入的职务',
    'security administrator: confirms the posts of an import',
  ],
  auditAdmin: [
    '机关审计处党支部',
    '仇正言',
    null,
    '安全审计员：查看操作历史',
    'audit administrator: reads the history',
  ],
  rootOffice: [
    '机关组织处党支部',
    '尉迟明澜',
    'root',
    '局党建工作部门：开年度、公示、考核、评选',
    'Party-building office of the root: cycles, notices, assessment, selection',
  ],
  rootSecretary: [
    '机关办公室党支部',
    '陆昭宁',
    'root',
    '局党委书记：第一责任人',
    'secretary of the root committee: primary responsibility',
  ],
  rootConfidentiality: [
    '机关组织处党支部',
    '苏映雪',
    'root',
    '局保密审查人：公示前审查',
    'confidentiality reviewer of the root: checks before a notice',
  ],
  bureauOffice: [
    '广州海事局综合办公室党支部',
    '叶知秋',
    '广州海事局党委',
    '分支局党建工作部门：主题把关',
    'Party-building office of a bureau: reviews themes',
  ],
  bureauSecretary: [
    '广州海事局综合办公室党支部',
    '梁世衡',
    '广州海事局党委',
    '分支局党委书记：主题把关，第一责任人',
    'secretary of a bureau committee: reviews themes, primary responsibility',
  ],
  bureauConfidentiality: [
    '广州海事局综合办公室党支部',
    '解文渊',
    '广州海事局党委',
    '分支局保密审查人',
    'confidentiality reviewer of a bureau',
  ],
  generalBranchSecretary: [
    '广州海事局黄埔海事处第一党支部',
    '黎向晨',
    '广州海事局黄埔海事处党总支',
    '党总支书记：第一级把关',
    'secretary of a general branch: first review',
  ],
  namedSecretary: [
    '广州海事局黄埔海事处第一党支部',
    '陈𬭎',
    null,
    '支部书记：去年被命名为品牌党支部',
    'branch secretary: named a brand branch last year',
  ],
  returnedSecretary: [
    '东莞海事局太平海事处党支部',
    '麦浩然',
    null,
    '支部书记：主题被退回，待修改',
    'branch secretary: theme returned, to be mended',
  ],
  noThemeSecretary: [
    '珠海海事局九州港海事处党支部',
    '林㛃',
    null,
    '支部书记：还没有主题',
    'branch secretary: no theme yet',
  ],
  noticeSecretary: [
    '佛山海事局顺德海事处党支部',
    '招颂恩',
    null,
    '支部书记：主题正在公示',
    'branch secretary: theme on public notice',
  ],
  shipSecretary: [
    '海巡0901船党支部',
    '江听澜',
    null,
    '船上支部书记：用手机记创建记录',
    'secretary on a ship: records from a phone',
  ],
  assessor: [
    '广州海事局通航管理处党支部',
    '温若谷',
    'root',
    '考核组成员：不考评本单位',
    'assessor: never of the own unit',
  ],
  colleagueAssessor: [
    '广州海事局通航管理处党支部',
    '甘雨桐',
    'root',
    '考核组成员：与前者同单位',
    'assessor: of the same unit as the one before',
  ],
  inspector: ['广州海事局船舶监督处党支部', '', 'root', '督查组成员', 'inspector'],
  member: [
    '广州海事局黄埔海事处第一党支部',
    '简一帆',
    null,
    '普通党员：看公示、提意见',
    'member: reads notices, gives opinions',
  ],
  staff: ['广州海事局黄埔海事处第一党支部', '区晓彤', null, '职工（非党员）', 'staff, not a Party member'],
}

/** The people of the demo's sign-in page and of all tests. */
export function namedPeople(organisations: SampleOrganisation[], people: SamplePerson[]): NamedPerson[] {
  const byName = new Map(organisations.map((organisation) => [organisation.name, organisation.code]))
  const named = Object.entries(roles).map(([key, [branch, name, shownFor, zh, en]]) => {
    const home = byName.get(branch)!
    const person = people.find((one) => one.organisation === home && (name ? one.name === name : holdsInspector(one)))
    if (!person) throw new Error(`the sample has nobody for ${key}`)
    const organisation = shownFor === 'root' ? ROOT : shownFor ? byName.get(shownFor)! : home
    return { key: key as NamedKey, staffNo: person.staffNo, name: person.name, organisation, zh, en }
  })
  const outsider = { key: 'outsider' as const, staffNo: null, name: '社会公众', organisation: null }
  return [
    ...named,
    {
      ...outsider,
      zh: '社会公众：不登录，看品牌墙和公示',
      en: 'the public: not signed in, sees the wall and open notices',
    },
  ]
}

function holdsInspector(person: SamplePerson): boolean {
  return person.posts.some(({ post }) => post === 'inspector')
}
