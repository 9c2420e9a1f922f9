import { addDays, type Day } from '#basics/calendar.ts'
import type {
  AssessmentCalendar,
  HonourLevel,
  SampleAssessment,
  SampleHonour,
  SampleRating,
} from './assessment-types.ts'
import { ratingReasons } from './assessment-words.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Holders } from './holders.ts'
import { bodyOf } from './organisations.ts'
import { type Outcome, outcomeOf } from './outcomes.ts'
import type { Standing } from './standing.ts'
import type { SampleOrganisation } from './types.ts'

export function assessmentCalendar(year: number): AssessmentCalendar {
  return {
    openedOn: `${year - 1}-12-01`,
    frozenOn: `${year}-01-25`,
    selectedOn: `${year}-02-26`,
    noticeFrom: `${year}-02-27`,
    namedOn: `${year}-03-16`,
  }
}

/** What was supplied, self-scored, rated, asked and awarded for each branch for the year before `year`. */
export function sampleAssessments(
  holders: Holders,
  standing: Map<string, Standing>,
  year: number,
  seed: number,
): SampleAssessment[] {
  const assessors = holders.holders('assessor')
  return holders.branches.map((branch) => {
    const own = standing.get(branch.code)!
    const outcome = outcomeOf(branch.code, own, seed)
    const chance = chanceOf(seed, `assessment ${branch.code}`)
    const strangers = assessors.filter(({ organisation }) => bodyOf(organisation) !== bodyOf(branch.code))
    const secretary = holders.holder('secretary', branch.code)
    const selfScoredOn = addDays(`${year - 1}-12-05`, chance.between(0, 18))
    const { valid, satisfied } = outcome.survey
    return {
      branch: branch.code,
      supplied: supplied(outcome, holders.members(branch.code).length, bodyOf(branch.code), year - 1),
      selfScores: selfScores(outcome, own, year, chance),
      selfScoredBy: secretary.staffNo,
      selfScoredOn,
      ratings: rated(branch, outcome, chance.shuffled(strangers), year, chance),
      survey: {
        handedOut: valid + chance.between(0, 3),
        valid,
        satisfied,
        on: addDays(`${year - 1}-12-10`, chance.between(0, 18)),
      },
      honours: honours(outcome.honours, year - 1, chance),
      veto: own.twist === 'veto' ? vetoOf(own, year - 1) : null,
    }
  })
}

// One paper covers a whole body, so its branches share the number.
function supplied(outcome: Outcome, held: number, body: string, year: number): SampleAssessment['supplied'] {
  const paper = (what: string) => `粤海示${what}〔${year}〕${Number(body.slice(2)) * 3 + 11}号`
  return {
    election: { state: outcome.election, source: `${paper('组')} 换届情况汇总` },
    leadershipComplete: { value: outcome.leadershipComplete, source: `${paper('组')} 支部班子情况表` },
    secretaryTrained: { value: outcome.secretaryTrained, source: `${paper('培')} 支部书记培训班结业名单` },
    trainingCoverage: { held, trained: held - outcome.untrained, source: `${paper('培')} 党员培训登记汇总` },
    findingsOverdue: { count: outcome.findingsOverdue, source: `${paper('督')} 督查问题销号情况通报` },
    problemsRepeated: { count: outcome.problemsRepeated, source: `${paper('督')} 督查“回头看”通报` },
    benchmark: { grade: outcome.benchmark, source: `${paper('业')} 业务指标对标结果` },
  }
}

function rated(
  branch: SampleOrganisation,
  outcome: Outcome,
  panel: { staffNo: string }[],
  year: number,
  chance: Chance,
): SampleRating[] {
  const peers = {
    office: '同片区海事处',
    ship: '同吨级海巡船',
    window: '各分支局政务窗口',
    department: '同级机关处室',
    centre: '局属各中心',
    retired: '各离退休支部',
  }
  const group = `${branch.region}${branch.unitKind === 'ship' ? '' : '片区'}${peers[branch.unitKind!]}党支部`
  // Two ratings of one assessor belong together, so both items have as many as the longer list.
  const count = Math.min(outcome.roleRatings.length, outcome.advancedRatings.length)
  return panel.slice(0, count).flatMap(({ staffNo }, at) => {
    const on = addDays(`${year}-01-04`, chance.between(0, 14))
    const role = outcome.roleRatings[at]!
    const advanced = outcome.advancedRatings[at]!
    const level = (share: number) => (share >= 0.9 ? 'high' : share >= 0.7 ? 'middle' : 'low')
    return [
      {
        indicator: '2.1',
        by: staffNo,
        points: String(role),
        reason: chance.pick(ratingReasons['2.1'][level(role / 12)]),
        comparedWith: null,
        on,
      },
      {
        indicator: '5.1',
        by: staffNo,
        points: String(advanced),
        reason: chance.pick(ratingReasons['5.1'][level(advanced / 5)]),
        comparedWith: group,
        on,
      },
    ]
  })
}

// A branch counts itself by the sheet; what only others can judge it puts a little higher than they will.
function selfScores(
  outcome: Outcome,
  { theme }: Standing,
  year: number,
  chance: Chance,
): SampleAssessment['selfScores'] {
  const life =
    10 -
    outcome.missedMembersMeetings * 1.5 -
    outcome.missedCommitteeMeetings * 0.5 -
    (outcome.election === 'late' ? 4 : 0)
  const team =
    8 - (outcome.leadershipComplete ? 0 : 4) - (outcome.secretaryTrained ? 0 : 2) - Math.min(outcome.untrained, 1)
  const mended = 7 - outcome.findingsOverdue - outcome.problemsRepeated * 2
  const years = theme.state === 'in-force' ? Math.min(Math.max(year - 1 - theme.year, 0), 3) : 0
  const points: [string, number][] = [
    ['1.1', Math.max(life, 0)],
    ['1.2', Math.max(team, 0)],
    ['1.3', Math.max(mended, 0)],
    ['2.1', Math.min(12, outcome.roleRatings[0]! + chance.between(0, 2) / 2)],
    ['2.2', [0, 4, 6, 8][Math.min(outcome.problemsSolved, 3)]!],
    ['3.1', { 好: 15, 较好: 12, 一般: 8, 差: 3 }[outcome.benchmark]],
    ['3.2', Math.min(10, outcome.activities * 2)],
    ['5.1', Math.min(5, outcome.advancedRatings[0]! + chance.between(0, 1) / 2)],
    ['5.2', [0, 2, 4, 5][years]!],
    ['5.3', Math.min(5, outcome.timesAdopted * 2.5)],
    ['B', { 国家级: 5, 省部级: 3, 厅局级: 2, none: 0 }[outcome.honours[0] ?? 'none']],
  ]
  return points.map(([indicator, value]) => ({ indicator, points: String(value) }))
}

function honours(levels: HonourLevel[], year: number, chance: Chance): SampleHonour[] {
  const matter = chance.pick([
    '青年安全生产示范岗',
    '工人先锋号',
    '水上交通安全知识进校园先进集体',
    '防汛防台先进集体',
    '巾帼文明岗',
  ])
  const issuers: Record<HonourLevel, [string, string]> = {
    国家级: ['国家有关部门（示例）', '国示发'],
    省部级: ['省直机关工作委员会（示例）', '省示工委'],
    厅局级: ['市总工会（示例）', '市示工'],
  }
  return levels.map((level) => ({
    level,
    issuer: issuers[level][0],
    documentNumber: `${issuers[level][1]}〔${year}〕${chance.between(2, 60)}号`,
    matter,
    awardedOn: `${year}-${String(chance.between(4, 11)).padStart(2, '0')}-${chance.between(10, 28)}` as Day,
  }))
}

function vetoOf({ tier }: Standing, year: number): SampleAssessment['veto'] {
  const clear = tier === 'clear'
  return {
    ground: clear ? '党员受党纪重处分' : '责任事故',
    source: clear ? `粤海示纪〔${year}〕7号` : `粤海示安〔${year}〕15号`,
    on: clear ? `${year}-09-18` : `${year}-06-22`,
  }
}
