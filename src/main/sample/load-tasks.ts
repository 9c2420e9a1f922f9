import { addDays, type Day } from '#basics/calendar.ts'
import { measureActions } from '#programme/building/actions-measure.ts'
import { taskActions } from '#programme/building/actions-task.ts'
import type { Force } from '#programme/building/rules/record.ts'
import type { TaskKind } from '#programme/building/rules/task.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import type { SampleRecord } from './types.ts'

interface SampleTask {
  kind: TaskKind
  name: string
  from: string
  to: string
  purpose: string
  measures: string[]
}

/** What is counted in the sample: the figures of the sentences about core tasks. */
const counted: [name: string, unit: string, force: Force][] = [
  ['检查客渡船', '艘次', 'effectiveness'],
  ['保障电煤船', '艘次', 'image'],
  ['劝导锚泊', '艘次', 'effectiveness'],
  ['排查渡口码头', '处', 'effectiveness'],
  ['转移小艇', '艘', 'effectiveness'],
  ['核查砂石船', '艘次', 'effectiveness'],
  ['疏散船舶', '艘次', 'effectiveness'],
  ['发放航路图', '份', 'image'],
  ['危险品船检查', '艘次', 'effectiveness'],
  ['联合巡航', '次', 'effectiveness'],
  ['处置走锚', '起', 'effectiveness'],
  ['护送客船', '航次', 'image'],
]

/** The core tasks of a year, a quarter each. */
const tasks: SampleTask[] = [
  {
    kind: 'seasonal',
    name: '春运水上安全保障',
    from: '01-01',
    to: '03-31',
    purpose: '把住客渡船、电煤船和雾季三关，确保春运平安。',
    measures: ['检查客渡船', '保障电煤船', '劝导锚泊'],
  },
  {
    kind: 'campaign',
    name: '汛期安全和砂石船专项整治',
    from: '04-01',
    to: '06-30',
    purpose: '汛前排查渡口码头，整治内河船舶非法涉海运输。',
    measures: ['排查渡口码头', '转移小艇', '核查砂石船'],
  },
  {
    kind: 'seasonal',
    name: '防台风和渔汛安全监管',
    from: '07-01',
    to: '09-30',
    purpose: '台风前清点疏散到位，开渔前把防碰撞讲到船头。',
    measures: ['疏散船舶', '危险品船检查', '发放航路图'],
  },
  {
    kind: 'campaign',
    name: '商渔共治专项行动',
    from: '10-01',
    to: '12-31',
    purpose: '联合渔业部门巡航，盯住冬季寒潮大风和节假日客流。',
    measures: ['联合巡航', '处置走锚', '护送客船'],
  },
]

/** Ten days after its year has opened, or when its quarter begins. */
function issuedOn(year: number, { from }: SampleTask): Day {
  const opened = `${year}-01-11`
  return `${year}-${from}` < opened ? opened : `${year}-${from}`
}

/** What is counted is set when the first year opens; the tasks of each year are issued as their time comes. */
export function taskActs(loading: Loading): Act[] {
  const { cycles, anchor } = loading.sample
  const by = numberOf(loading, 'rootOffice')
  const root = () => organisationOf(loading, loading.sample.organisations[0]!.code).id
  const set: Act = {
    at: at(loading, addDays(cycles.last.openedOn, 1)),
    by,
    async run(context) {
      for (const [name, unit, force] of counted) {
        const one = { organisation: root(), name, unit, force, addition: 'sum' as const }
        loading.measures.set(name, (await measureActions.setMeasure(context, one)).id)
      }
    },
  }
  const issue = (year: number, task: SampleTask): Act => ({
    at: at(loading, issuedOn(year, task), 1),
    by,
    async run(context) {
      const { id } = await taskActions.draftTask(context, { organisation: root(), ...contentOf(loading, year, task) })
      await taskActions.issueTask(context, { task: id })
      loading.tasks.set(`${year} ${task.name}`, id)
    },
  })
  const years = [cycles.last.year, cycles.running.year]
  const due = years.flatMap((year) =>
    tasks.filter((task) => issuedOn(year, task) <= anchor).map((task) => issue(year, task)),
  )
  return [set, ...due, draftAhead(loading, by, root)]
}

/** What the office is preparing: it shows what it would cost before it goes out. */
function draftAhead(loading: Loading, by: string, root: () => string): Act {
  const { anchor } = loading.sample
  return {
    at: at(loading, anchor, 2),
    by,
    run: (context) =>
      taskActions.draftTask(context, {
        organisation: root(),
        kind: 'campaign',
        name: '水上安全大检查',
        purpose: '逐处检查，数据一次报全，不再另行统计。',
        from: anchor,
        to: addDays(anchor, 60),
        measures: ['排查渡口码头', '危险品船检查'].map((name) => loading.measures.get(name)!),
        addressees: [],
        minutes: 40,
      }),
  }
}

function contentOf(
  { measures }: Loading,
  year: number,
  { kind, name, purpose, from, to, measures: wanted }: SampleTask,
) {
  return {
    kind,
    name: `${year}年${name}`,
    purpose,
    from: `${year}-${from}`,
    to: `${year}-${to}`,
    measures: wanted.map((each) => measures.get(each)!),
    addressees: [],
    minutes: 5,
  }
}

/** The task that a record served, if it was issued when the record was entered and counts what the record says. */
export function taskServed({ tasks: ids }: Loading, { kind, happenedOn, recordedOn, figures }: SampleRecord) {
  if (kind !== 'core-task') return undefined
  const year = Number(happenedOn.slice(0, 4))
  const day = happenedOn.slice(5)
  const served = tasks.find(
    (task) => task.from <= day && day <= task.to && figures.some(({ name }) => task.measures.includes(name)),
  )
  return served && issuedOn(year, served) < recordedOn ? ids.get(`${year} ${served.name}`) : undefined
}
