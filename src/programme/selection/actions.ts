import { allow, refuse } from '#basics/decision.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Actions, Context } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { cycleById } from '#programme/cycle/reads.ts'
import { pathOf } from '#programme/organisation/reads.ts'
import { compute } from './compute.ts'
import type { selectionContract } from './contract.ts'
import { frozenAssessment } from './frozen.ts'
import { conclude, note, publish, setAside } from './in-public.ts'
import { disclosedBy, linesOf, rulingsOf, runById, runFile, selectionById, selectionsFor, standsFor } from './reads.ts'
import { register, titlesOn } from './reads-titles.ts'
import { announcement } from './rules/announcement.ts'
import { atWork } from './rules/disclosure.ts'
import { oneLine, rulable, rulingFrom } from './rules/open-items.ts'
import { finds, may, mayPrepare, mayRuleOn, maySeeAll } from './rules/permissions.ts'
import { check, toRule, toRun } from './rules/selection.ts'
import { insertSelection, loadSelection, saveSelection, selectionFrom } from './store.ts'
import { insertRuling } from './store-runs.ts'
import { lineView, rowViews, selectionView } from './views.ts'

export const selectionActions: Actions<typeof selectionContract> = {
  async listSelections(context, filter) {
    const { rows, next } = await selectionsFor(context, filter)
    return { rows: await rowViews(context, rows), next, total: null }
  },

  async readSelection(context, { selection }) {
    return view(context, selection)
  },

  async listSelectionLines(context, { selection, ...filter }) {
    const row = found(await selectionById(context, selection))
    permit(maySeeAll(context.actor, row.path))
    if (!row.run) return { rows: [], next: null, total: 0 }
    const { sheet } = found(await frozenAssessment(context, row.assessment_id))
    const { rows, next, total } = await linesOf(context, row.run.id, filter)
    return { rows: rows.map((line) => lineView(line, sheet, context.language)), next, total }
  },

  async prepareSelection(context, { assessment: id, title }) {
    const assessment = await frozenAssessment(context, id)
    if (!assessment) return accept(refuse('selection.not-frozen'))
    const path = found(await pathOf(context, assessment.organisation))
    permit(mayPrepare(context.actor, path))
    const { year } = accept(atWork((await cycleById(context, assessment.cycle))!, context.today))
    accept((await standsFor(context, id)) ? refuse('selection.one-stands') : allow(true))
    const { cycle, organisation } = assessment
    const given = { assessment: id, cycle, organisation, year, title: oneLine(title ?? `${year}年度品牌党支部评选`) }
    const selection = await insertSelection(context, given)
    await note(context, 'selection.prepared', { id: selection, organisation_id: organisation }, { assessment: id })
    return view(context, selection)
  },

  async runSelection(context, { selection: id }) {
    const selection = await loadSelection(context, id)
    permit(may(context.actor, 'run', selection))
    const ready = accept(toRun(selection))
    const assessment = found(await frozenAssessment(context, selection.row.assessment_id))
    const made = await compute(context, { ...ready, row: selection.row }, assessment)
    await note(context, 'selection.run', selection.row, made)
    return view(context, id)
  },

  async ruleOn(context, { selection: id, branch, ...typed }) {
    const selection = await loadSelection(context, id)
    permit(may(context.actor, 'rule', selection))
    permit(mayRuleOn(context.actor, branch as OrganisationId))
    const ready = accept(toRule(selection))
    const { open } = (await runById(context, ready.run.id))!
    const ruling = accept(rulable(open, await rulingsOf(context, id), branch, accept(rulingFrom(typed))))
    await insertRuling(context, id, branch, ruling)
    const assessment = found(await frozenAssessment(context, selection.row.assessment_id))
    const made = await compute(context, { ...ready, row: selection.row }, assessment)
    await note(context, 'selection.ruled', selection.row, { branch, ...ruling, ...made })
    return view(context, id)
  },

  async checkSelection(context, { selection: id }) {
    const selection = await loadSelection(context, id)
    permit(may(context.actor, 'check', selection))
    const checked = accept(check(selection, context.actor.person, context.now))
    await saveSelection(context, checked)
    await note(context, 'selection.checked', selection.row, { root: checked.run.root })
    return view(context, id)
  },

  async publishSelection(context, { selection, ...wished }) {
    await publish(context, selection, wished)
    return view(context, selection)
  },

  async concludeSelection(context, { selection }) {
    await conclude(context, selection)
    return view(context, selection)
  },

  async setSelectionAside(context, { selection, reason }) {
    await setAside(context, selection, reason)
    return view(context, selection)
  },

  async downloadRun(context, { selection: id }) {
    const row = found(await selectionById(context, id))
    permit(may(context.actor, 'download', selectionFrom(row)))
    const run = accept(row.run ? allow(row.run) : refuse('selection.not-run'))
    const bytes = new TextEncoder().encode(await runFile(context, run.id))
    await note(context, 'selection.run-downloaded', row, { root: run.root })
    return { name: `评选运行-${row.year}-${run.root.slice(0, 12)}.json`, type: 'application/json', bytes }
  },

  async readPublicRun(context, { run: id }) {
    const row = found(await disclosedBy(context, id))
    const run = found(await runById(context, id))
    const digest = run.digest!
    const said = (list: { zh: string; en: string }[]) => list.map((each) => each[context.language])
    const { common, regions } = announcement(digest)
    return {
      id,
      selection: row.id,
      title: row.title,
      year: row.year,
      organisation: row.organisation_name,
      sheet: digest.sheet,
      state: row.state as 'noticed' | 'final',
      notice: row.notice_id!,
      namedOn: row.concluded_on,
      rated: digest.rated,
      notRated: digest.notRated,
      common: said(common),
      regions: regions.map(({ region, base, places, common: here, branches }) => ({
        region,
        base,
        places,
        common: said(here),
        branches: branches.map(({ name, reasons }) => ({ name, reasons: said(reasons) })),
      })),
      root: run.root,
      allowed: may(context.actor, 'download', selectionFrom(row)).ok ? (['download'] as const).slice() : [],
    }
  },

  async listRegister(context, filter) {
    const { rows, ...rest } = await register(context, filter)
    return {
      rows: rows.map(({ branch_id, name, region, theme, since, runs_until, year, grounds, run_id }) => ({
        branch: { id: branch_id, name },
        region,
        theme,
        since,
        runsUntil: runs_until,
        year,
        reasons: grounds.map((each) => each[context.language]),
        run: run_id,
      })),
      ...rest,
    }
  },

  async listTitles(context, { on, ...filter }) {
    const { rows, next } = await titlesOn(context, on ?? context.today, filter)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        branch: { id: row.branch_id, name: row.name },
        branchNow: row.now === row.name ? null : row.now,
        region: row.region,
        year: row.year,
        state: row.state,
        namedOn: row.named_on,
        endedOn: row.ended_on,
        runsUntil: row.runs_until,
        selection: { id: row.selection_id, name: row.selection_title },
        grounds: row.grounds.map((each) => each[context.language]),
      })),
      next,
      total: null,
    }
  },
}

export const selectionReach = {
  async selection(context: Context, id: string) {
    const row = await selectionById(context, id)
    return row !== undefined && finds(context.actor, selectionFrom(row))
  },
  /** A disclosed run is reached by those it is disclosed to. */
  run: async (context: Context, id: string) => (await disclosedBy(context, id)) !== undefined,
}

async function view(context: Context, id: string) {
  return selectionView(context, found(await selectionById(context, id)))
}
