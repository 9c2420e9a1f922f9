import type { Force, RecordKind, UnitKind } from './types.ts'

/** A sentence of a building record; `{n}` becomes the figure, `{waters}` and `{unit}` the branch's own. */
export interface Phrase {
  text: string
  figure?: [name: string, unit: string, least: number, most: number]
  force?: Force
}

const afloat: [Phrase[], Phrase[], Phrase[], Phrase[]] = [
  [
    {
      text: '春运期间党员轮流上渡口值守，检查客船、渡船{n}艘次，发现缺陷当场改正。',
      figure: ['检查客渡船', '艘次', 12, 86],
      force: 'effectiveness',
    },
    {
      text: '为电煤运输船舶开设绿色通道，安排优先进出港{n}艘次。',
      figure: ['保障电煤船', '艘次', 4, 45],
      force: 'image',
    },
    {
      text: '连续大雾天气加密巡航，党员带班守听甚高频，劝导船舶择地锚泊{n}艘次。',
      figure: ['劝导锚泊', '艘次', 6, 70],
      force: 'effectiveness',
    },
  ],
  [
    {
      text: '汛期前排查{waters}渡口码头{n}处，隐患逐处登记、逐处销号。',
      figure: ['排查渡口码头', '处', 3, 26],
      force: 'effectiveness',
    },
    {
      text: '“龙舟水”期间启用党员突击队，值守到洪峰过境，转移危险水域小艇{n}艘。',
      figure: ['转移小艇', '艘', 5, 60],
      force: 'effectiveness',
    },
    {
      text: '开展内河船舶非法涉海运输专项整治，登轮核查砂石船{n}艘次。',
      figure: ['核查砂石船', '艘次', 8, 52],
      force: 'effectiveness',
    },
  ],
  [
    {
      text: '防抗台风期间全体党员停休，提前清点并疏散{waters}船舶{n}艘次，辖区无人员伤亡。',
      figure: ['疏散船舶', '艘次', 20, 240],
      force: 'effectiveness',
    },
    {
      text: '开渔前夜进渔港讲商渔船防碰撞，向渔民发放航路图{n}份。',
      figure: ['发放航路图', '份', 40, 320],
      force: 'image',
    },
    {
      text: '高温季节开展液化气船和危险品船登轮检查{n}艘次，查出缺陷全部跟踪关闭。',
      figure: ['危险品船检查', '艘次', 3, 28],
      force: 'effectiveness',
    },
  ],
  [
    {
      text: '商渔共治专项行动中与渔业部门联合巡航{n}次，清理占航渔网。',
      figure: ['联合巡航', '次', 2, 9],
      force: 'effectiveness',
    },
    {
      text: '冬季寒潮大风预警期间驻守锚地，处置走锚险情{n}起，未发生碰撞。',
      figure: ['处置走锚', '起', 1, 5],
      force: 'effectiveness',
    },
    { text: '国庆假期维护旅游客船秩序，现场护送客船{n}航次。', figure: ['护送客船', '航次', 10, 90], force: 'image' },
  ],
]
const desk: Phrase[] = [
  {
    text: '党员牵头修订现场检查指引，删并重复条款{n}条，一线试用后印发。',
    figure: ['删并条款', '条', 4, 30],
    force: 'creativity',
  },
  {
    text: '防台应急响应期间安排党员进驻指挥中心，核对船舶位置{n}艘次。',
    figure: ['核对船位', '艘次', 30, 260],
    force: 'effectiveness',
  },
  { text: '到基层海事处蹲点调研{n}天，带回问题清单并逐条答复。', figure: ['蹲点', '天', 2, 8], force: 'cohesion' },
  {
    text: '配合水上交通安全专项整治，审核整改材料{n}份，退回补正的都说明原因。',
    figure: ['审核材料', '份', 9, 75],
    force: 'effectiveness',
  },
]
const counter: Phrase[] = [
  { text: '节前船员换班高峰延时办证，党员窗口当场办结{n}件。', figure: ['延时办结', '件', 12, 140], force: 'image' },
  {
    text: '推行船舶登记多证联办，本季度为企业减少往返{n}次。',
    figure: ['减少往返', '次', 15, 160],
    force: 'creativity',
  },
  {
    text: '为抢潮水开航的船舶开设加急通道，夜间办理进出港手续{n}艘次。',
    figure: ['夜间办理', '艘次', 5, 48],
    force: 'image',
  },
]
const elder: Phrase[] = [
  { text: '老船长为新录用人员讲历史险情复盘，到场{n}人。', figure: ['到场', '人', 12, 60], force: 'cohesion' },
  { text: '老党员到渔村用方言讲乘船安全，听讲群众{n}人。', figure: ['听讲群众', '人', 20, 130], force: 'image' },
]

/** What branches do in the core work, by kind of unit and by quarter (0 to 3). */
export function coreTasks(kind: UnitKind, quarter: number): Phrase[] {
  if (kind === 'office' || kind === 'ship') return afloat[quarter]!
  if (kind === 'window') return counter
  return kind === 'retired' ? elder : desk
}

/** Records that read the same for every unit. */
export const phrases: Record<Exclude<RecordKind, 'core-task' | 'problem-solved' | 'adopted'>, Phrase[]> = {
  'members-meeting': [
    { text: '召开支部党员大会，学习近期文件，通报品牌创建进展，讨论下一季度安排。', force: 'cohesion' },
    { text: '召开支部党员大会，听取支委会工作报告，讨论接收预备党员事项。', force: 'cohesion' },
    {
      text: '召开支部党员大会，评议品牌主题落实情况，收到改进建议{n}条。',
      figure: ['改进建议', '条', 2, 14],
      force: 'cohesion',
    },
  ],
  'committee-meeting': [
    { text: '召开支委会，分析本月党员思想和任务完成情况，确定责任人。' },
    { text: '召开支委会，研究{waters}重点时段值守排班和党员责任区调整。' },
    { text: '召开支委会，对照考核细则逐条自查，列出待办{n}项。', figure: ['待办', '项', 2, 7] },
    { text: '召开支委会，研究主题活动方案和所需人手，明确不增加基层填表。' },
    { text: '召开支委会，听取青年党员对品牌主题的建议，采纳{n}条。', figure: ['采纳建议', '条', 1, 4] },
    { text: '召开支委会，讨论入党积极分子培养和联系人调整。' },
    { text: '召开支委会，研究困难职工帮扶，安排{n}名委员上门看望。', figure: ['看望委员', '名', 1, 3] },
    { text: '召开支委会，复盘上月任务中的不足，写进下月分工。' },
    { text: '召开支委会，研究下季度党员大会议题和学习内容。' },
    { text: '召开支委会，逐项核对督查发现问题的整改进度。' },
    { text: '召开支委会，商定与兄弟支部交流做法的安排。' },
    { text: '召开支委会，通报经费使用和党费收缴情况，接受委员质询。' },
  ],
  activity: [
    { text: '开展“水上交通安全进校园”主题活动，给学生上课{n}节。', figure: ['上课', '节', 1, 8], force: 'image' },
    {
      text: '开展“开放日”主题活动，请渔民、船员家属参观工作现场，接待{n}人。',
      figure: ['接待', '人', 15, 120],
      force: 'image',
    },
    {
      text: '开展“党员身边无险情”主题活动，党员认领风险点{n}处。',
      figure: ['认领风险点', '处', 4, 22],
      force: 'effectiveness',
    },
    {
      text: '围绕品牌主题开展岗位练兵，设船舶检查、绳结、放艇等项目，参加{n}人次。',
      figure: ['参加', '人次', 10, 46],
      force: 'creativity',
    },
    {
      text: '开展“一封家书”主题活动，请船员家属写安全嘱托{n}封，张贴在值班室。',
      figure: ['家书', '封', 6, 30],
      force: 'cohesion',
    },
    {
      text: '开展“假如我是服务对象”主题活动，党员换位走流程，提出改进{n}条。',
      figure: ['改进', '条', 2, 12],
      force: 'creativity',
    },
    { text: '开展“清洁海岸”主题活动，清理岸线垃圾{n}公斤。', figure: ['清理垃圾', '公斤', 60, 700], force: 'image' },
  ],
  training: [
    {
      text: '组织船舶安全检查实操培训，党员骨干授课{n}学时。',
      figure: ['授课', '学时', 2, 12],
      force: 'effectiveness',
    },
    { text: '选派党员参加党务骨干培训班，回来后在支部讲了一课。', force: 'cohesion' },
  ],
  partner: [
    { text: '与港口企业党支部结对共建，联合排查码头隐患{n}处。', figure: ['联合排查', '处', 2, 15], force: 'cohesion' },
    { text: '与渔村党支部结对共建，商定休渔期安全宣讲和应急联络办法。', force: 'image' },
    { text: '与引航机构党支部开展共建，交换能见度不良时的靠离泊经验。', force: 'creativity' },
  ],
  'good-deed': [
    { text: '党员休班途中救起落水群众{n}人，交由家属后未留姓名。', figure: ['救起', '人', 1, 2], force: 'image' },
    { text: '为突发疾病的外轮船员协调送医，从接报到上岸{n}分钟。', figure: ['用时', '分钟', 35, 95], force: 'image' },
  ],
  other: [
    { text: '整理本支部老照片和航海日志，布置成一面墙，不另花经费。', force: 'cohesion' },
    {
      text: '向上级提出优化进出港报告的建议{n}条，已被业务部门研究。',
      figure: ['建议', '条', 1, 4],
      force: 'creativity',
    },
  ],
}

/** How a branch says what it took over, by the kind of unit it took it from. */
export const adoptedPhrases: Record<UnitKind, string> = {
  office: '借鉴{from}{theme}的现场检查办法，结合本单位实际改成一页纸清单，已试用。',
  ship: '学习{from}{theme}的夜间演练经验，改为按潮汐安排，已组织一次。',
  window: '参照{from}{theme}的做法设了难件本，每月研究一件没能一次办成的事。',
  department: '参照{from}{theme}的做法，文件印发前先请一线同志试读，改到能懂为止。',
  centre: '借鉴{from}{theme}的做法，给设备和资料建了一物一卡，交接班照卡点验。',
  retired: '学习{from}{theme}的做法，请老同志带新人，每季度见一次面。',
}
