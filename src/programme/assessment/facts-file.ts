import { canonical } from '#basics/canonical.ts'
import { fill, type Language } from '#basics/messages.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, Problem } from '#platform/errors.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { spreadsheetMessages } from '#support/spreadsheet/messages.ts'
import type { SheetSpec } from '#support/spreadsheet/rules/spec.ts'
import { readWorkbook, writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { assessmentContract } from './contract.ts'
import { cellFacts, type ListSheet, listSheets, MAIN, mainColumns } from './facts-layout.ts'
import { type NewCount, type NewFact, type NewHonour, readFacts, type Wrong } from './facts-reading.ts'
import { assessmentMessages } from './messages.ts'
import { leadOf } from './opening.ts'
import { type AssessedRow, rosterOf } from './reads-branches.ts'
import { honoursOf, suppliedOf } from './reads-material.ts'
import { gathering, stageOf } from './rules/assessment.ts'
import { writeFact } from './rules/fact-cells.ts'
import { rowsOfValue } from './rules/fact-rows.ts'
import { invalidIn, isMarks, votersOf } from './rules/fact-source.ts'
import { neededFacts } from './rules/needed.ts'
import { sameCount, validOf } from './rules/votes.ts'
import { sheetOf } from './standing.ts'
import { holdAssessment, insertSupplied } from './store.ts'
import { insertHonour, loadSurvey, saveSurveyConfirmed, saveSurveyEntered } from './store-proofs.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const factsFileActions: Pick<Actions<typeof assessmentContract>, 'downloadFactsFile' | 'uploadFactsFile'> = {
  async downloadFactsFile(context, { assessment: id }) {
    const assessment = await leadOf(context, id)
    const sheet = await sheetOf(context, assessment)
    const roster = (await rosterOf(context, id)).filter(({ rated }) => rated)
    const ids = roster.map((row) => row.id)
    const held = await heldOf(context, ids)
    const honours = ids.length > 0 ? await honoursOf(context, ids) : []
    const bytes = await writeWorkbook({
      sheets: [
        mainSheet(sheet, roster, held),
        ...listSheets(sheet).map((list) => listSheet(sheet, list, roster, held, honours)),
      ],
    })
    return { name: `${assessment.sheetCode}-facts.xlsx`, type: xlsx, bytes: new Uint8Array(bytes) }
  },

  async uploadFactsFile(context, { assessment: id, file }) {
    await leadOf(context, id)
    const assessment = await holdAssessment(context, id)
    accept(gathering(stageOf(assessment, context.now)))
    const sheet = await sheetOf(context, assessment)
    const roster = (await rosterOf(context, id)).filter(({ rated }) => rated)
    const read = readFacts(sheet, await gridsOf(file.bytes), new Map(roster.map((row) => [row.name, row.id])))
    const counts = await countsToKeep(context, sheet, read.counts)
    const problems = [...read.problems, ...counts.problems]
    if (problems.length > 0)
      return { taken: 0, unchanged: 0, errors: problems.map((each) => said(each, context.language)) }
    const facts = await freshFacts(context, read.facts)
    const honours = await freshHonours(context, read.honours)
    await insertSupplied(context, facts)
    for (const honour of honours) await insertHonour(context, { ...honour, confirmed: true })
    for (const keep of counts.keep) await keep()
    const taken = facts.length + honours.length + counts.keep.length
    const unchanged = read.facts.length + read.honours.length + read.counts.length - taken
    const subject = { kind: 'assessment', id, organisation: assessment.organisation }
    await writeHistory(context, 'assessment.facts-supplied', subject, { file: file.name, facts: taken, unchanged })
    return { taken, unchanged, errors: [] }
  },
}

type Held = Map<string, { value: NewFact['value']; document: string }>

async function heldOf(context: Context, ids: string[]): Promise<Held> {
  const rows = ids.length > 0 ? await suppliedOf(context, ids) : []
  return new Map(rows.map((row) => [`${row.assessed} ${row.fact}`, row]))
}

function mainSheet(sheet: Sheet, roster: AssessedRow[], held: Held): SheetSpec {
  const rows = roster.map((row) => [
    row.name,
    row.region,
    ...cellFacts(sheet).flatMap(({ key }) => {
      const fact = held.get(`${row.id} ${key}`)
      return fact ? [writeFact(fact.value), fact.document] : [null, null]
    }),
  ])
  return { name: MAIN, columns: mainColumns(sheet), rows }
}

/** A list with what is there, and a row to begin with for every branch that has none. Marks and votes are never written out. */
function listSheet(
  sheet: Sheet,
  { name, need, of, columns }: ListSheet,
  roster: AssessedRow[],
  held: Held,
  honours: Awaited<ReturnType<typeof honoursOf>>,
): SheetSpec {
  const rowsOf = (row: AssessedRow): Record<string, string | null>[] => {
    if (of === 'honours')
      return honours
        .filter((each) => each.assessed === row.id && each.fact === need.key && each.state !== 'withdrawn')
        .map(({ level, matter, issuer, document, awardedOn: on }) => ({ level, matter, issuer, document, on }))
    if (of !== 'rows') return votersOf(sheet, need).slots.map(({ voters }) => ({ voters }))
    const fact = held.get(`${row.id} ${need.key}`)
    if (!fact || isMarks(sheet, need)) return []
    const list = rowsOfValue(fact.value).map((each) => ({ ...each, paper: fact.document }))
    return list.length > 0 ? list : [{ [columns[1]!.key]: '无', paper: fact.document }]
  }
  const asked = roster.filter(({ id }) => isAsked(sheet, need, held, id))
  const rows = asked.flatMap((row) => {
    const own = rowsOf(row)
    return (own.length > 0 ? own : [{}]).map((fields) =>
      columns.map(({ key }) =>
        key === 'branch' ? row.name : ((fields as Record<string, string | null>)[key] ?? null),
      ),
    )
  })
  return { name, columns, rows }
}

/** Whether the fact is read of the branch, by the kind that is held of it by now. */
function isAsked(sheet: Sheet, need: ListSheet['need'], held: Held, id: string): boolean {
  const fact = sheet.variants?.fact
  const kind = fact === undefined ? undefined : held.get(`${id} ${fact}`)
  return neededFacts(sheet, kind ? { [fact!]: { value: kind.value, sources: [] } } : {}).includes(need)
}

async function gridsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes)
  if (!read.ok)
    throw new Problem(/too-|bomb/.test(read.reason) ? 413 : 415, read.reason, { details: read.details ?? {} })
  if (read.value.sheets.length === 0) throw new Problem(415, 'spreadsheet.empty-file')
  return read.value.sheets
}

async function freshFacts(context: Context, facts: NewFact[]): Promise<NewFact[]> {
  const held = await heldOf(context, [...new Set(facts.map(({ assessed }) => assessed))])
  return facts.filter(({ assessed, fact, value, document }) => {
    const there = held.get(`${assessed} ${fact}`)
    return !there || there.document !== document || canonical(there.value) !== canonical(value)
  })
}

async function freshHonours(context: Context, honours: NewHonour[]): Promise<NewHonour[]> {
  const ids = [...new Set(honours.map(({ assessed }) => assessed))]
  const there = (ids.length > 0 ? await honoursOf(context, ids) : []).filter(({ state }) => state !== 'withdrawn')
  const same = (a: NewHonour, b: Omit<NewHonour, 'issuer' | 'awardedOn'>) =>
    a.assessed === b.assessed &&
    a.fact === b.fact &&
    a.level === b.level &&
    a.matter === b.matter &&
    a.document === b.document
  return honours.filter(
    (each, at) =>
      !there.some((known) => same(each, known)) && !honours.slice(0, at).some((before) => same(each, before)),
  )
}

/**
 * Counts of ballots in the file: the first person's are sealed, the same count uploaded by a second confirms them. Nothing
 * is kept before all of them are known to fit.
 */
async function countsToKeep(context: Context, sheet: Sheet, counts: NewCount[]) {
  const problems: Wrong[] = []
  const keep: (() => Promise<void>)[] = []
  for (const { key, votes, heldOn, at } of counts) {
    const there = await loadSurvey(context, key)
    if (there?.confirmed) continue
    const same = there?.votes ? sameCount(there.votes, votes) : false
    if (!there || there.enteredBy === context.actor.person) {
      if (!same) keep.push(() => saveSurveyEntered(context, key, votes, heldOn))
    } else if (!same) problems.push(at('assessment.survey-differs'))
    else {
      const need = sheet.facts.find((each) => each.key === key.fact)!
      const valid = validOf(votes, invalidIn(sheet, key.fact))
      keep.push(() => saveSurveyConfirmed(context, key, votes, { valid, least: votersOf(sheet, need).least }))
    }
  }
  return { problems, keep }
}

function said({ sheet, row, column, reason, value, details }: Wrong, language: Language) {
  const sentences = { ...spreadsheetMessages.refusals, ...assessmentMessages.refusals } as Record<
    string,
    { zh: string; en: string }
  >
  return { sheet, row, column, message: fill(sentences[reason]?.[language] ?? reason, { value, ...details }) }
}
