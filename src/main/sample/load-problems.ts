import { addDays } from '#basics/calendar.ts'
import { problemActions } from '#programme/problem/actions.ts'
import type { ProblemKind } from '#programme/problem/rules/problem.ts'
import { officeHolders } from './load-records.ts'
import { type Act, at, type Loading, organisationOf } from './loading.ts'
import { bodyOf } from './organisations.ts'
import type { OrganisationCode, SampleRecord } from './types.ts'

interface Wording {
  kind: ProblemKind
  title: string
  benchmark: string
  gap: string
  measures: string
  result: string
}

const afloat: Wording[] = [
  {
    kind: 'weak-point',
    title: '夜间险情响应慢',
    benchmark: '局内最好的海事处：夜间险情十分钟内到场',
    gap: '上半年夜间险情平均十八分钟到场',
    measures: '夜班增设一组机动力量，每月一次不打招呼的演练。',
    result: '连续三个月夜间险情十分钟内到场。',
  },
  {
    kind: 'outstanding',
    title: '渡口非法载客反复',
    benchmark: '上级要求：同一渡口一年内不重复发生',
    gap: '两处渡口去年各查处三次',
    measures: '与镇街、公安建立联合值守，节假日党员轮流驻点。',
    result: '半年未再发现，驻点转为抽查。',
  },
  {
    kind: 'shortcoming',
    title: '船员投诉答复不及时',
    benchmark: '服务承诺：五个工作日内答复',
    gap: '三成答复超过五个工作日',
    measures: '指定党员专人跟单，到期前两天提醒。',
    result: '近两个月全部按期答复。',
  },
]
const ashore: Wording[] = [
  {
    kind: 'shortcoming',
    title: '向基层要的报表多',
    benchmark: '中央精简文件会议要求：能共享的不再要',
    gap: '一年向基层要报表二十六张，其中九张系统里已有',
    measures: '逐张清理，系统里有的不再要，其余合并。',
    result: '报表减到十一张。',
  },
  {
    kind: 'weak-point',
    title: '新进人员业务不熟',
    benchmark: '同类部门：半年内能独立办件',
    gap: '去年新进的平均九个月才独立办件',
    measures: '一名党员带一名新人，每周一个案例。',
    result: '今年新进的五个月独立办件。',
  },
]

/** How far a problem of the sample has got, in turn. */
const stages = ['confirmed', 'done', 'measures-set', 'late', 'taken-on'] as const

/** From the day a problem was solved on record until the branch says that it is done, and until that is confirmed. */
const SAID_AFTER = 14
const CONFIRMED_AFTER = 20
const TAKEN_BEFORE = 45
const PROBLEMS = 40

/** Problems that branches took on this year, in every stage: what is done rests on the branch's record of it. */
export function problemActs(loading: Loading): Act[] {
  const { sample } = loading
  const opened = addDays(sample.cycles.running.openedOn, TAKEN_BEFORE)
  const solved = sample.records.filter(
    ({ kind, recordedOn }) =>
      kind === 'problem-solved' && recordedOn > opened && addDays(recordedOn, CONFIRMED_AFTER + 1) < sample.anchor,
  )
  const first = new Map<OrganisationCode, SampleRecord>()
  for (const record of solved) if (!first.has(record.branch)) first.set(record.branch, record)
  const offices = officeHolders(loading)
  return [...first.values()].slice(0, PROBLEMS).flatMap((record, place) => actsOf(loading, record, place, offices))
}

function actsOf(
  loading: Loading,
  record: SampleRecord,
  place: number,
  offices: ReturnType<typeof officeHolders>,
): Act[] {
  const { branch, by, recordedOn } = record
  const stage = stages[place % stages.length]!
  const words = bodyOf(branch) === '0401' ? ashore : afloat
  const { kind, title, benchmark, gap, measures, result } = words[Math.floor(place / stages.length) % words.length]!
  const { anchor } = loading.sample
  const takenOn = addDays(recordedOn, -TAKEN_BEFORE)
  let problem = ''
  const act = (day: string, turn: number, person: string, run: Act['run']): Act => ({
    at: at(loading, day, turn),
    by: person,
    branch,
    run,
  })
  const isOpen = stage === 'taken-on' || stage === 'measures-set'
  const dueOn = stage === 'late' ? addDays(takenOn, 30) : addDays(isOpen ? anchor : recordedOn, 40)
  const acts = [
    act(takenOn, 35, by, async (context) => {
      const organisation = organisationOf(loading, branch).id
      problem = (await problemActions.takeOnProblem(context, { organisation, kind, title, benchmark, gap, dueOn })).id
    }),
  ]
  if (stage === 'taken-on') return acts
  acts.push(
    act(addDays(takenOn, 3), 35, by, (context) => problemActions.setProblemMeasures(context, { problem, measures })),
  )
  if (stage === 'measures-set' || stage === 'late') return acts
  acts.push(
    act(addDays(recordedOn, SAID_AFTER), 36, by, (context) =>
      problemActions.finishProblem(context, { problem, result, records: [loading.records.get(record.key)!] }),
    ),
  )
  if (stage === 'done') return acts
  acts.push(
    act(addDays(recordedOn, CONFIRMED_AFTER), 36, offices.get(bodyOf(branch))!, (context) =>
      problemActions.confirmProblem(context, { problem }),
    ),
  )
  return acts
}
