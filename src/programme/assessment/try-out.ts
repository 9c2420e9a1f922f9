import type { OutputOf } from '#basics/contract.ts'
import { allow, refuse } from '#basics/decision.ts'
import { exact, showDecimal } from '#basics/exact.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { unitKindsOn } from '#programme/organisation/reads-unit-kinds.ts'
import { unitKinds } from '#programme/organisation/rules/units.ts'
import { sheetById } from '#programme/scoring/reads.ts'
import { kindOf } from '#programme/scoring/rules/kind.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { assessmentContract } from './contract.ts'
import { assessmentMessages } from './messages.ts'
import { leadOf } from './opening.ts'
import { frozenInputs } from './reads.ts'
import { rosterOf } from './reads-branches.ts'
import { frozen, stageOf } from './rules/assessment.ts'
import { type Standing, tryOut } from './rules/try-out.ts'
import { type KindsTold, kindsUntold, readKinds, type UnitOrNone } from './rules/try-out-kinds.ts'
import { sheetOf } from './standing.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const tryOutActions: Pick<Actions<typeof assessmentContract>, 'readTryOut' | 'downloadTryOut'> = {
  readTryOut: (context, asked) => tried(context, asked),

  async downloadTryOut(context, asked) {
    const view = await tried(context, asked)
    const bytes = await writeWorkbook({ sheets: sheetsOf(context, view) })
    return { name: `${view.draft.code}-${view.year}.xlsx`, type: xlsx, bytes: new Uint8Array(bytes) }
  },
}

type View = OutputOf<typeof assessmentContract.readTryOut>

/** For the office that runs the assessment: what the draft would have made of its frozen year. */
async function tried(
  context: Context,
  asked: { assessment: string; sheet: string; hair: string; kinds: string },
): Promise<View> {
  const assessment = await leadOf(context, asked.assessment)
  accept(frozen(stageOf(assessment, context.now)))
  const kept = found(await sheetById(context, asked.sheet))
  accept(assessment.path.startsWith(kept.path) ? allow(true) : refuse('assessment.sheet-of-another'))
  const before = await sheetOf(context, assessment)
  const order = new Map((await rosterOf(context, assessment.id)).map(({ branch }, at) => [branch as string, at]))
  const branches = (await frozenInputs(context, assessment.id)).sort((a, b) => order.get(a.id)! - order.get(b.id)!)
  const units = await unitsOf(context, before, branches)
  const told = accept(readKinds(asked.kinds, kept.data))
  const kinds = kindsOf(context, before, branches, units)
  const untold = kindsUntold(kept.data, before)
  const report = tryOut(
    kept.data,
    before,
    branches.map((each) => {
      const draftKind = untold ? told.get(units.get(each.id) ?? 'none') : undefined
      return { ...each, kind: draftKind ?? kinds.get(each.id) ?? null, draftKind }
    }),
    asked.hair,
  )
  const { places } = kept.data.total
  const shown = ({ total, ...rest }: Standing) => ({ total: total && showDecimal(exact(total), places), ...rest })
  return {
    assessment: assessment.id,
    cycle: assessment.cycleTitle,
    year: assessment.cycleYear,
    draft: { id: kept.id, code: kept.code, title: kept.title, number: kept.number },
    before: { code: assessment.sheetCode, title: assessment.sheetTitle, number: assessment.sheetNumber },
    base: report.moves.length,
    kinds: untold ? unitsTold(kept.data, [...units.values()], told) : null,
    ...report,
    moves: report.moves.map(({ branch: id, name, before: from, after, ...rest }) => ({
      branch: { id, name },
      ...rest,
      before: shown(from),
      after: shown(after),
    })),
  }
}

/** The kind of unit in which each branch worked at the end of the earlier year. */
async function unitsOf(
  context: Context,
  before: Sheet,
  branches: readonly { id: string }[],
): Promise<Map<string, UnitOrNone>> {
  const ids = branches.map(({ id }) => id)
  const found = await unitKindsOn(context, ids, before.asOf)
  return new Map(ids.map((id) => [id, found.get(id) ?? 'none']))
}

/** The kind of each branch: as the sheet of that year tells kinds apart, else the kind of unit it worked in. */
function kindsOf(
  { language }: Context,
  before: Sheet,
  branches: Awaited<ReturnType<typeof frozenInputs>>,
  units: Map<string, UnitOrNone>,
): Map<string, string> {
  if (before.variants)
    return new Map(
      branches.flatMap(({ id, facts, rulings }) => {
        const kind = kindOf(before, facts, rulings)
        return kind.state === 'kind' ? [[id, kind.kind] as const] : []
      }),
    )
  const words = labelsIn(structureMessages, language)
  return new Map([...units].flatMap(([id, unit]) => (unit === 'none' ? [] : [[id, words[unit]] as const])))
}

/** What is to be told before a draft with kinds of branch can be tried, and what was told. */
function unitsTold({ variants, facts }: Sheet, of: UnitOrNone[], told: KindsTold): View['kinds'] {
  const here = ([...unitKinds, 'none'] as const).filter((unit) => of.includes(unit))
  return {
    fact: facts.find(({ key }) => key === variants!.fact)!.name,
    choices: variants!.kinds,
    units: here.map((unit) => {
      return { unit, branches: of.filter((each) => each === unit).length, kind: told.get(unit) ?? null }
    }),
  }
}

/** The report as a workbook: a sheet for each table of the screen. */
function sheetsOf({ language }: Context, view: View) {
  const say = labelsIn(assessmentMessages, language)
  const text = (...headings: string[]) =>
    headings.map((heading, at) => ({ key: `c${at}`, heading, kind: 'text' as const, width: at === 0 ? 34 : 16 }))
  const [was, is] = [say.beforeWord, say.afterWord]
  const both = (word: string) => [`${was}·${word}`, `${is}·${word}`]
  const place = (of: View['moves'][number]['before']) => (of.rank === null ? null : String(of.rank))
  return [
    {
      name: say.movesTitle,
      notes: [fill(say.tryOutOf, { title: `${view.draft.title} (${view.draft.number})` }), say.tryOutHint],
      columns: text(
        say.branch,
        say.region,
        say.byKind,
        ...both(say.total),
        ...both(say.level),
        ...both(say.rankWord),
        say.change,
        say.nearLine,
      ),
      rows: view.moves.map(({ branch, region, kind, before, after, change, near }) => [
        branch.name,
        region,
        kind,
        before.total,
        after.total,
        before.level ?? say.toRule,
        after.level ?? say.toRule,
        place(before),
        place(after),
        say[change],
        near ? say.yes : say.no,
      ]),
    },
    {
      name: say.levelsTitle,
      columns: text(say.level, was, is),
      rows: view.levels.map(({ level, before, after }) => [level, String(before), String(after)]),
    },
    {
      name: say.itemsTitle,
      columns: text(say.item, say.results, say.decides, say.remark),
      rows: view.items.map(({ code, name, results, separates, decides, alone }) => [
        `${code} ${name}`,
        String(results),
        String(decides),
        separates ? (alone ? say.decidesAlone : null) : say.separatesNobody,
      ]),
    },
    {
      name: say.linesTitle,
      columns: text(
        say.line,
        say.level,
        fill(say.aboveLine, { hair: view.hair }),
        fill(say.belowLine, { hair: view.hair }),
      ),
      rows: view.lines.map(({ level, atLeast, above, below }) => [atLeast, level, String(above), String(below)]),
    },
    {
      name: say.groupsTitle,
      columns: text(say.groupName, say.base, say.up, say.down, say.same, say.nearLine),
      rows: view.groups.map(({ name, base, up, down, same, near }) => [
        name ?? say.noName,
        ...[base, up, down, same, near].map(String),
      ]),
    },
    {
      name: say.lackingFacts.slice(0, 31).replace(/[:/\\?*[\]]/g, ' '),
      columns: text(say.fact, say.clause),
      rows: view.lacking.map(({ name, clauses }) => [name, clauses.join('、')]),
    },
  ]
}
