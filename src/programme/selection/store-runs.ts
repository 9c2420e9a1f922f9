import { canonical } from '#basics/canonical.ts'
import type { Context } from '#platform/context.ts'
import { json } from '#platform/database.ts'
import type { Digest } from './rules/digest.ts'
import { codeOf, type OpenItem, type RulingHere } from './rules/open-items.ts'
import type { Run } from './rules/run-file.ts'

const AT_ONCE = 200

/** Keeps a run with its file and a line for each branch; nothing of it is ever changed. */
export async function insertRun(
  context: Context,
  selection: string,
  of: { number: number; run: Run; digest: Digest | null; open: OpenItem[] },
): Promise<string> {
  const id = context.newId()
  const { run } = of
  const { branches, quotas, levelQuotas } = run.result.data
  await context.tx
    .insertInto('selection_run')
    .values({
      id,
      selection_id: selection,
      number: of.number,
      root: run.root,
      file: canonical(run),
      sheet_code: run.sheet.data.code,
      sheet_title: run.sheet.data.title,
      digest: of.digest && json(of.digest),
      quotas: json(quotas),
      level_quotas: levelQuotas ? json(levelQuotas) : null,
      open_items: json(of.open),
      rated: branches.filter(({ title }) => title !== 'not-rated').length,
      named: branches.filter(({ title }) => title === 'named').length,
      run_by: context.actor.person,
      run_at: context.now,
    })
    .execute()
  const profiles = new Map(
    run.inputs.flatMap(({ data }) => (data.kind === 'branch' ? [[data.branch.id, data.branch]] : [])),
  )
  const lines = branches.map((result) => ({
    run_id: id,
    branch_id: result.branch,
    name: profiles.get(result.branch)!.name,
    region: profiles.get(result.branch)!.region,
    title: result.title,
    total: result.total,
    level: result.level,
    result: json(result),
  }))
  for (let at = 0; at < lines.length; at += AT_ONCE)
    await context.tx
      .insertInto('selection_line')
      .values(lines.slice(at, at + AT_ONCE))
      .execute()
  return id
}

/** Adds a ruling; an earlier one about the same stays, and no longer counts. */
export async function insertRuling(
  context: Context,
  selection: string,
  branch: string,
  ruling: RulingHere,
): Promise<void> {
  await context.tx
    .insertInto('selection_ruling')
    .values({
      selection_id: selection,
      branch_id: branch,
      about: ruling.about,
      code: codeOf(ruling),
      points: ruling.about === 'clause' ? ruling.points : null,
      holds: ruling.about === 'gate' ? ruling.passes : ruling.about === 'naming' ? ruling.named : null,
      ground: ruling.ground,
      ruled_by: context.actor.person,
      ruled_at: context.now,
    })
    .execute()
}
