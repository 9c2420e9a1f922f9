// How long acts of reorganisation take in the programme of bench/organisation.ts: entered by one person, confirmed by another.
import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { TODAY } from './organisation-made.ts'

interface Leaf {
  id: string
  name: string
  parent: string
}

type Terms = { kind: string; [term: string]: unknown }

/** Prints a line for each act: a rename, a move of a county with all below it, a merger of two branches, a split unit. */
export async function measureActs(owner: Database, url: string, cookies: { enters: string; confirms: string }) {
  const leaves = await branchesOf(owner)
  const [moved] = (
    await sql<{ id: string; below: number }>`select id, (select count(*)::int from organisation below
      where below.path like county.path || '%') as below from organisation county where id in (
      select id from bench_organisation where level = 3) and dissolved_on is null order by sort_no limit 1`.execute(
      owner,
    )
  ).rows
  const [elsewhere] = (
    await sql<{
      id: string
    }>`select id from organisation where id in (select id from bench_organisation where level = 2)
      and dissolved_on is null and id <> (select parent_id from organisation where id = ${moved!.id}) order by sort_no desc limit 1`.execute(
      owner,
    )
  ).rows
  const [one, two, three] = leaves
  const acts: [what: string, terms: Terms][] = [
    [
      'rename a branch',
      { kind: 'rename', of: 'organisation', id: one!.id, name: `${one!.name}（更名）`, shortName: '更名' },
    ],
    [
      `move a county with ${moved!.below} at and below it`,
      { kind: 'move', of: 'organisation', id: moved!.id, parent: elsewhere!.id },
    ],
    [
      'merge two branches',
      {
        kind: 'merge',
        of: 'organisation',
        ids: [three!.id],
        into: two!.id,
        bequests: [{ organisation: three!.id, inForce: 'end', underWay: 'end', title: 'end' }],
      },
    ],
  ]
  console.log('| act | to look at first, ms | to enter, ms | to confirm and take effect, ms |')
  console.log('|---|---|---|---|')
  for (const [what, terms] of acts) {
    const entry = { terms, effectiveOn: TODAY, document: '测〔2026〕1号', issuer: '上级党委', reason: '机构改革' }
    const { terms: _, ...rest } = entry
    const look = await timed(url, cookies.enters, '/reorganisation-previews', { terms, effectiveOn: rest.effectiveOn })
    const enter = await timed(url, cookies.enters, '/reorganisations', entry)
    const confirm = await timed(url, cookies.confirms, `/reorganisations/${enter.id}/confirmation`, {})
    console.log(`| ${what} | ${look.took} | ${enter.took} | ${confirm.took} |`)
  }
}

async function branchesOf(owner: Database): Promise<Leaf[]> {
  const { rows } = await sql<Leaf>`select branch.id, branch.name, branch.parent_id as parent from organisation branch
    join organisation above on above.id = branch.parent_id
    where branch.kind = 'branch' and branch.dissolved_on is null
    order by above.sort_no desc, branch.sort_no limit 3`.execute(owner)
  return rows
}

async function timed(url: string, cookie: string, path: string, body: object): Promise<{ id: string; took: string }> {
  const from = performance.now()
  const answer = await fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said.slice(0, 400)}`)
  return { id: JSON.parse(said).id, took: (performance.now() - from).toFixed(0) }
}
