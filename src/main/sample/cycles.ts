import { NOTICE_WORKING_DAYS } from './themes.ts'
import type { SampleCycle } from './types.ts'

/** The programme of one year. Aims, principles and ideas are the words of the paper on which the programme rests. */
export function sampleCycle(year: number, running: boolean): SampleCycle {
  return {
    year,
    name: `${year}年度品牌党支部创建`,
    openedOn: `${year}-01-10`,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    overallGoal: '争当实现海事科学发展的排头兵',
    ideas: '强基础、创特色、保先进',
    aims: ['支部坚强有力', '党员作用明显', '工作得到促进', '党员群众满意'],
    principles: ['实事求是', '促进中心', '提升形象', '群众公认'],
    calendar: [
      { on: `${year}-01-10`, text: '开启年度，下发创建计划' },
      { on: `${year}-03-31`, text: '各支部确认或提出品牌主题' },
      { on: `${year}-05-20`, text: '珠三角片区推进会、研讨会' },
      { on: `${year}-06-17`, text: '粤西片区推进会、研讨会' },
      { on: `${year}-07-15`, text: '粤东片区推进会、研讨会' },
      { on: `${year}-09-10`, text: '集中检查，查找问题和不足' },
      { on: `${year}-12-05`, text: '支部自评开始' },
      { on: `${year + 1}-01-25`, text: '考评结束，得分冻结' },
      { on: `${year + 1}-02-26`, text: '评选并公示' },
    ],
    approval: {
      body: '广东海事局（示例）党委',
      documentNumber: `粤海示党〔${year}〕1号`,
      on: `${year}-01-08`,
      termFrom: `${year}-01-01`,
      termUntil: `${year + 1}-06-30`,
    },
    disclosure: { scope: 'society', workingDays: NOTICE_WORKING_DAYS },
    state: running ? 'running' : 'finished',
  }
}
