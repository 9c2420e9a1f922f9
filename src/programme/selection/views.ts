import type { OutputOf } from '#basics/contract.ts'
import { exact, showDecimal } from '#basics/exact.ts'
import type { Language, Said } from '#basics/messages.ts'
import { fill } from '#basics/messages.ts'
import type { Context } from '#platform/context.ts'
import { cycleById } from '#programme/cycle/reads.ts'
import { standingOf } from '#programme/notice/reads.ts'
import { namesOf, organisationsById } from '#programme/organisation/reads.ts'
import { questions, readings } from '#programme/scoring/rules/sayings-open.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import type { selectionContract } from './contract.ts'
import { frozenAssessment } from './frozen.ts'
import { selectionLabels } from './messages-labels.ts'
import { type LineRow, linesOfBranches, type RulingRow, rulingsOf, runById } from './reads.ts'
import { decides, sayGround } from './rules/grounds.ts'
import { codeOf, type OpenItem } from './rules/open-items.ts'
import { allowed, isDisclosed, ownBranches, seesAll } from './rules/permissions.ts'
import { type SelectionRow, selectionFrom } from './store.ts'

export type SelectionView = OutputOf<(typeof selectionContract)['readSelection']>
type RowView = OutputOf<(typeof selectionContract)['listSelections']>['rows'][number]
type LineView = OutputOf<(typeof selectionContract)['listSelectionLines']>['rows'][number]
type Standing = Parameters<typeof allowed>[3]

function rowView(context: Context, row: SelectionRow, standing: Standing): RowView {
  return {
    id: row.id,
    title: row.title,
    year: row.year,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    state: row.state as RowView['state'],
    preparedAt: row.prepared_at,
    concludedOn: row.concluded_on,
    allowed: allowed(context.actor, selectionFrom(row), row.run?.named ?? 0, standing),
  }
}

/** Rows of a list; how their notices stand is looked up once for all of them. */
export async function rowViews(context: Context, rows: SelectionRow[]): Promise<RowView[]> {
  const standing = await standingOf(
    context,
    rows.flatMap(({ state, notice_id }) => (state === 'noticed' && notice_id ? [notice_id] : [])),
  )
  return rows.map((row) => rowView(context, row, row.notice_id ? standing.get(row.notice_id) : undefined))
}

/** A selection as this person may see it: whole for those who answer for it, else what was disclosed and the own line. */
export async function selectionView(context: Context, row: SelectionRow): Promise<SelectionView> {
  const { actor, language } = context
  const all = seesAll(actor, row.path)
  const disclosed = isDisclosed(selectionFrom(row))
  const notice = row.notice_id ? (await standingOf(context, [row.notice_id])).get(row.notice_id) : undefined
  const run = row.run ? await runById(context, row.run.id) : undefined
  const sheet = (await frozenAssessment(context, row.assessment_id))!.sheet
  const given = all ? await rulingsOf(context, row.id) : []
  const own = run && disclosed ? await linesOfBranches(context, run.id, ownBranches(actor)) : []
  const cycle = (await cycleById(context, row.cycle_id))!
  const names = await namesOf(context, [run?.by ?? null, row.checked_by, ...given.map(({ by }) => by)])
  const open = all && run ? run.open : []
  const branches = await organisationsById(context, [...new Set(open.map(({ branch }) => branch))])
  return {
    ...rowView(context, row, notice),
    assessment: row.assessment_id,
    run: run
      ? {
          id: run.id,
          number: run.number,
          root: run.root,
          at: run.at,
          by: names.get(run.by)!,
          sheet: { code: run.sheetCode, title: run.sheetTitle },
          rated: run.rated,
          named: run.named,
          quotas: run.quotas,
          levelQuotas: (run.levelQuotas ?? []).map(({ tied: _, moved, ...line }) => ({
            ...line,
            levels: sheet.quotas?.find(({ code }) => code === line.quota)?.levels ?? [],
            moved: moved.length,
          })),
        }
      : null,
    open: open.map((item) => openView(item, branches.get(item.branch)!.name, language)),
    rulings: given.map((each) => rulingView(each, given, names, language)),
    own: own.map((line) => ({ ...lineView(line, sheet, language), ...pointsOf(line, sheet) })),
    regions: run ? run.quotas.flatMap(({ region }) => (region === null ? [] : [region])) : [],
    check: row.checked_by ? { by: names.get(row.checked_by)!, at: row.checked_at! } : null,
    scope: notice?.scope ?? null,
    notice: notice
      ? {
          id: row.notice_id!,
          lastDay: notice.lastDay,
          provisional: notice.provisional,
          over: notice.over,
          openObjections: notice.objections.open,
        }
      : null,
    reason: row.reason,
    promised: { days: cycle.noticeDays, scope: cycle.scope },
    seesAll: all,
  }
}

/** One branch of a run with its grounds; the total to two decimals, for the eye. */
export function lineView({ branch_id, name, region, result }: LineRow, sheet: Sheet, language: Language): LineView {
  const textOf = (list: { code: string; text: string }[], wanted: string) =>
    list.find(({ code }) => code === wanted)?.text ?? wanted
  return {
    branch: { id: branch_id, name },
    region,
    title: result.title,
    total: shown(result.total, sheet),
    level: result.level,
    gates: result.gates.map(({ gate, state }) => ({ text: textOf(sheet.gates, gate), state })),
    vetoes: result.vetoes.map((code) => textOf(sheet.vetoes, code)),
    why: result.grounds.filter(decides).map((ground) => sayGround(ground)[language]),
    grounds: result.grounds.map((ground) => sayGround(ground)[language]),
  }
}

function pointsOf({ result }: LineRow, sheet: Sheet) {
  return {
    indicators: result.indicators.map(({ code, points }) => ({
      code,
      name: sheet.indicators.find((each) => each.code === code)?.name ?? code,
      points: shown(points, sheet),
    })),
    clauses: result.clauses.map(({ code, points }) => ({
      code,
      text: sheet.clauses.find((each) => each.code === code)?.text ?? code,
      points: shown(points, sheet),
    })),
  }
}

function shown(points: string | null, sheet: Sheet): string | null {
  return points === null ? null : showDecimal(exact(points), sheet.total.places)
}

function openView(item: OpenItem, name: string, language: Language): SelectionView['open'][number] {
  const { question } = item
  const asked: Said =
    question === 'too-few-votes' ||
    question === 'veto-open' ||
    question === 'equal-at-the-line' ||
    question === 'too-few-nominees' ||
    question === 'level-open'
      ? selectionLabels[question]
      : questions[question]
  return {
    branch: { id: item.branch, name },
    about: item.about,
    code: item.code,
    text: item.text,
    question: asked[language],
    readings: item.readings.map(({ word, points }) => ({ points, said: fill(readings[word][language], { points }) })),
  }
}

function rulingView(
  each: RulingRow,
  all: RulingRow[],
  names: Map<string, string>,
  language: Language,
): SelectionView['rulings'][number] {
  const { ruling } = each
  const decided =
    ruling.about === 'clause'
      ? ruling.points
      : selectionLabels[(ruling.about === 'gate' ? ruling.passes : ruling.named) ? 'yes' : 'no'][language]
  return {
    branch: { id: each.branch, name: each.name },
    about: ruling.about,
    code: codeOf(ruling),
    decided,
    ground: ruling.ground,
    by: names.get(each.by)!,
    at: each.at,
    counts: counting(all).includes(each),
  }
}

/** The rulings that count: of several about the same, the latest. */
export function counting(rulings: RulingRow[]): RulingRow[] {
  const about = ({ branch, ruling }: RulingRow) => `${branch} ${ruling.about} ${codeOf(ruling)}`
  return [...new Map(rulings.map((each) => [about(each), each])).values()]
}
