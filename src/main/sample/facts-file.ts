import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Column } from '#support/spreadsheet/rules/column.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { SampleAssessment } from './assessment-types.ts'
import type { SampleProgramme } from './types.ts'

/** The office's Excel file of the facts that have to be supplied: each with the paper it is taken from beside it. */
export async function factsFile(
  sample: SampleProgramme,
  rated: readonly SampleAssessment[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { facts } = sampleSheet(sample.cycles.last.year)
  const names = new Map(sample.organisations.map(({ code, name }) => [code, name]))
  const keys = Object.keys(factsOf(rated[0]!))
  const columns = keys.flatMap((key): Column[] => {
    const heading = facts.find((need) => need.key === key)!.name
    return [
      { key, heading, kind: 'text' },
      { key: `${key}#`, heading: `${heading}·依据`, kind: 'text' },
    ]
  })
  const rows = rated.map((own) => {
    const cells = factsOf(own)
    return [names.get(own.branch)!, ...keys.flatMap((key) => cells[key]!)]
  })
  const branch: Column = { key: 'branch', heading: '支部', kind: 'text' }
  return new Uint8Array(await writeWorkbook({ sheets: [{ name: '事实', columns: [branch, ...columns], rows }] }))
}

/** Value and paper of every supplied fact, as cells. */
function factsOf({ supplied, veto }: SampleAssessment): Record<string, [value: string, paper: string]> {
  const { election, leadershipComplete, secretaryTrained, trainingCoverage, findingsOverdue, problemsRepeated } =
    supplied
  const flag = (holds: boolean) => (holds ? '是' : '否')
  const late = election.state === 'late' || election.state === 'extension-approved'
  const vetoed = (ground: string): [string, string] =>
    veto?.ground === ground ? [flag(true), veto.source] : [flag(false), '年度内无此情形，据纪检、安全部门反馈']
  return {
    'branch.election-late': [flag(late), election.source],
    'branch.extension-approved': [flag(election.state === 'extension-approved'), election.source],
    'branch.team-incomplete': [flag(!leadershipComplete.value), leadershipComplete.source],
    'branch.secretary-untrained': [flag(!secretaryTrained.value), secretaryTrained.source],
    'training.coverage': [`${trainingCoverage.trained}/${trainingCoverage.held}`, trainingCoverage.source],
    'inspection.overdue': [String(findingsOverdue.count), findingsOverdue.source],
    'inspection.repeated': [String(problemsRepeated.count), problemsRepeated.source],
    'supplied.benchmark': [supplied.benchmark.grade, supplied.benchmark.source],
    'veto.discipline': vetoed('党员受党纪重处分'),
    'veto.accident': vetoed('责任事故'),
  }
}
