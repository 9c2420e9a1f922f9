import type { Language, Said } from '#basics/messages.ts'
import type { Choice, Column } from '#support/spreadsheet/rules/column.ts'
import { foldText } from '#support/spreadsheet/rules/text.ts'
import {
  type ImportSheet,
  LONGEST_NAME,
  type OrganisationKind,
  type OrganisationLine,
  type PersonLine,
} from './import-lines.ts'
import { type GrantedPost, grantedPosts } from './posts.ts'

export type OrganisationKey = Exclude<keyof OrganisationLine, 'row'>
export type PersonKey = Exclude<keyof PersonLine, 'row'>

/** What the two sheets are called. */
export const sheetNames: Record<ImportSheet, Said> = {
  organisations: { zh: '组织', en: 'Organisations' },
  people: { zh: '人员', en: 'People' },
}

/** The words for each kind of organisation; the first of a language is the one we write. */
export const kindWords: Record<OrganisationKind, { zh: string[]; en: string[] }> = {
  committee: { zh: ['党委', '委员会', '党工委'], en: ['Committee'] },
  'party-group': { zh: ['党组'], en: ["Leading Party members' group", 'Party group'] },
  'general-branch': { zh: ['党总支', '总支', '总支部'], en: ['General branch'] },
  branch: { zh: ['党支部', '支部'], en: ['Branch'] },
}

export const personKindWords: Record<PersonLine['kind'], { zh: string[]; en: string[] }> = {
  member: { zh: ['党员', '中共党员', '正式党员'], en: ['Member'] },
  staff: { zh: ['职工', '群众'], en: ['Staff'] },
}

/** The words for each post; the first of a language is the one we write. */
export const postWords: Record<GrantedPost, { zh: string[]; en: string[] }> = {
  secretary: { zh: ['书记', '党支部书记', '支部书记', '党总支书记', '党委书记', '党组书记'], en: ['Secretary'] },
  office: { zh: ['党建工作部门', '党建办', '党建工作人员'], en: ['Party-building office'] },
  confidentiality: { zh: ['保密审查员'], en: ['Confidentiality reviewer'] },
  assessor: { zh: ['考核组成员', '考评组成员', '评委'], en: ['Assessor'] },
  inspector: { zh: ['督查组成员'], en: ['Inspector'] },
  'system-admin': { zh: ['系统管理员'], en: ['System administrator'] },
  'security-admin': { zh: ['安全保密管理员', '安全管理员'], en: ['Security administrator'] },
  'audit-admin': { zh: ['安全审计员', '审计员'], en: ['Audit administrator'] },
}

/** How a post is written in a file of that language. */
export function wordOf(post: GrantedPost, language: Language): string {
  return postWords[post][language][0]!
}

/** The posts that a cell names, joined by 、 or commas, and the words in it that name none. Each post once. */
export function postsNamed(cell: string): { posts: GrantedPost[]; unknown: string[] } {
  const words = foldText(cell)
    .split(/\s*[、,;/]\s*|\s{2,}/)
    .filter(Boolean)
  const posts = new Set<GrantedPost>()
  const unknown: string[] = []
  for (const word of words) {
    const post = grantedPosts.find((each) =>
      [...postWords[each].zh, ...postWords[each].en].some(
        (known) => foldText(known).toLowerCase() === word.toLowerCase(),
      ),
    )
    if (post) posts.add(post)
    else unknown.push(word)
  }
  return { posts: [...posts], unknown }
}

/** The columns of the sheet of organisations: the same for the template, for reading and for the export. */
export function organisationColumns(language: Language): Column<OrganisationKey>[] {
  const say = columnIn(language)
  return [
    say(
      'name',
      '组织全称',
      'Full name',
      { kind: 'text', required: true, most: LONGEST_NAME, width: 34 },
      {
        zh: '按全称认组织：写法相同就是同一个组织',
        en: 'An organisation is known by its full name',
      },
    ),
    say('shortName', '简称', 'Short name', { kind: 'text', most: LONGEST_NAME, width: 18 }),
    say('kind', '类别', 'Kind', { kind: 'choice', required: true, width: 12, choices: choicesIn(language, kindWords) }),
    say(
      'parent',
      '上级组织全称',
      'Full name of the one above',
      { kind: 'text', most: LONGEST_NAME, width: 34 },
      {
        zh: '只有顶层组织可以空着。上级可以在本表中，也可以已在系统里',
        en: 'Empty for the topmost organisation only. It may stand in this sheet or be on record',
      },
    ),
    say('region', '片区', 'Region', { kind: 'text', most: 20, width: 10 }),
    say(
      'unit',
      '单位',
      'Unit',
      { kind: 'text', most: 4 * LONGEST_NAME, width: 26 },
      { zh: '几个单位联合的支部，单位之间用“、”隔开', en: 'A joint branch names its units joined by 、' },
    ),
    say(
      'sortNo',
      '排序号',
      'Order',
      { kind: 'whole', width: 8 },
      {
        zh: '按建制顺序，从小到大；空着排在最后',
        en: 'By structure, smallest first; at the end when empty',
      },
    ),
    say('setUpOn', '成立日期', 'Set up on', { kind: 'day', required: true, width: 12 }),
  ]
}

/** The columns of the sheet of people. */
export function personColumns(language: Language): Column<PersonKey>[] {
  const say = columnIn(language)
  const words = grantedPosts.map((post) => wordOf(post, language)).join('、')
  return [
    say(
      'staffNo',
      '工号',
      'Staff number',
      { kind: 'code', most: 30, width: 16 },
      {
        zh: '同一组织有同名人员时必填。不要填身份证号',
        en: 'Needed where two people of an organisation have one name. No identity-card numbers',
      },
    ),
    say('name', '姓名', 'Name', { kind: 'text', required: true, most: 30, width: 12 }),
    say('organisation', '所在党组织', 'Organisation', { kind: 'text', required: true, most: LONGEST_NAME, width: 34 }),
    say('kind', '身份', 'Standing', {
      kind: 'choice',
      required: true,
      width: 8,
      choices: choicesIn(language, personKindWords),
    }),
    say(
      'posts',
      '职务',
      'Posts',
      { kind: 'text', most: 200, width: 24 },
      {
        zh: `可填：${words}。几个职务用“、”隔开`,
        en: `Any of ${words}; several are joined by 、`,
      },
    ),
    say(
      'postOrganisation',
      '任职组织',
      'Organisation of the post',
      { kind: 'text', most: LONGEST_NAME, width: 34 },
      {
        zh: '空着就是本人所在党组织。在几个组织任职的，一个组织写一行',
        en: 'The own organisation when empty. One row for each organisation in which posts are held',
      },
    ),
    say('fromOn', '任职日期', 'In post since', { kind: 'day', width: 12 }),
  ]
}

function columnIn(language: Language) {
  return <Key extends string>(
    key: Key,
    zh: string,
    en: string,
    rest: Omit<Column<Key>, 'key' | 'heading'>,
    note?: Said,
  ): Column<Key> => {
    const [heading, alias] = language === 'zh' ? [zh, en] : [en, zh]
    return { key, heading, aliases: [alias], ...rest, ...(note && { note: note[language] }) }
  }
}

function choicesIn(language: Language, words: Record<string, { zh: string[]; en: string[] }>): Choice[] {
  return Object.entries(words).map(([value, { zh, en }]) => ({
    value,
    words: language === 'zh' ? [...zh, ...en] : [...en, ...zh],
  }))
}
