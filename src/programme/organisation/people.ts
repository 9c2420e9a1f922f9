import type { PersonId } from '#basics/id.ts'
import { labelsIn } from '#basics/messages.ts'
import { type Actions, type Context, writeHistory } from '#platform/context.ts'
import { accept, found, permit } from '#platform/errors.ts'
import { issueActivation, loginFor, setDisabled } from '#support/account/actions.ts'
import { accountStates as statesOf } from '#support/account/reads.ts'
import { mayKeep } from '#support/account/rules/keeper.ts'
import { writeWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import type { organisationContract } from './contract.ts'
import { organisationMessages } from './messages.ts'
import { organisation as organisationById } from './reads.ts'
import { type PersonRow, peopleWithinReach, peopleWithoutAccount, personById } from './reads-people.ts'
import { livingPostsOf, type PostRow } from './reads-posts.ts'
import { mayIssueCodes, mayListPeople, seesAccounts, somebodyToInvite } from './rules/people.ts'
import { mayGrant } from './rules/posts.ts'

type PersonOperations = 'listPeople' | 'readPerson' | 'issueCode' | 'issueCodes' | 'disableAccount' | 'enableAccount'

const done = { done: true } as const
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const personActions: Pick<Actions<typeof organisationContract>, PersonOperations> = {
  async listPeople(context, filter) {
    permit(mayListPeople(context.actor))
    const { rows, next } = await peopleWithinReach(context, filter)
    return { rows: await views(context, rows), next, total: null }
  },

  async readPerson(context, { person }) {
    const [view] = await views(context, [found(await personById(context, person))])
    return view!
  },

  async issueCode(context, { person }) {
    const row = found(await personById(context, person))
    permit(mayKeep(context.actor, await keptOf(context, row)))
    const login = await loginFor(context, person, row.staff_no ?? row.name)
    const code = await issueActivation(context, person as PersonId, login)
    await writeHistory(context, 'account.code-issued', { kind: 'person', id: person, organisation: row.organisation })
    return { name: row.name, login, code }
  },

  async issueCodes(context, { organisation }) {
    const top = found(await organisationById(context, organisation))
    permit(mayIssueCodes(context.actor, top.path))
    const waiting = await peopleWithoutAccount(context, top.path)
    const posts = await livingPostsOf(
      context,
      waiting.map(({ id }) => id),
    )
    const own = waiting.filter((row) => mayKeep(context.actor, kept(row, posts)).ok)
    accept(somebodyToInvite(own.length))
    const rows: string[][] = []
    for (const row of own) {
      const login = await loginFor(context, row.id, row.staff_no ?? row.name)
      rows.push([row.organisation_name, row.name, login, await issueActivation(context, row.id as PersonId, login)])
    }
    await writeHistory(
      context,
      'account.codes-issued',
      { kind: 'organisation', id: organisation, organisation },
      { people: own.length },
    )
    return codeFile(context, top.name, rows)
  },

  async disableAccount(context, { person }) {
    await keep(context, person, true)
    return done
  },

  async enableAccount(context, { person }) {
    await keep(context, person, false)
    return done
  },
}

async function keep(context: Context, person: string, disabled: boolean): Promise<void> {
  const row = found(await personById(context, person))
  permit(mayKeep(context.actor, await keptOf(context, row)))
  await setDisabled(context, person as PersonId, disabled)
  const subject = { kind: 'person', id: person, organisation: row.organisation }
  await writeHistory(context, disabled ? 'account.disabled' : 'account.enabled', subject)
}

async function keptOf(context: Context, row: PersonRow) {
  return kept(row, await livingPostsOf(context, [row.id]))
}

function kept(row: PersonRow, posts: PostRow[]) {
  return {
    person: row.id,
    path: row.path,
    posts: posts.filter(({ person }) => person === row.id).map(({ post }) => post),
  }
}

async function codeFile(context: Context, name: string, rows: string[][]) {
  const say = labelsIn(organisationMessages, context.language)
  const column = (key: string, heading: string, width: number) => ({ key, heading, width, kind: 'code' as const })
  const bytes = await writeWorkbook({
    language: context.language,
    sheets: [
      {
        name: say.codes,
        title: `${name} · ${say.codes}`,
        notes: [say.codesNote],
        columns: [
          column('organisation', say.organisation, 36),
          column('name', say.name, 14),
          column('login', say.login, 18),
          column('code', say.activationCode, 24),
        ],
        rows,
      },
    ],
  })
  return { name: `${say.codes}-${context.today}.xlsx`, type: xlsx, bytes: new Uint8Array(bytes) }
}

async function views(context: Context, rows: PersonRow[]) {
  const ids = rows.map(({ id }) => id)
  const posts = await livingPostsOf(context, ids)
  const states = await statesOf(context, ids)
  return rows.map((row) => view(context, row, posts, states.get(row.id) ?? 'none'))
}

function view(context: Context, row: PersonRow, posts: PostRow[], state: 'none' | 'invited' | 'active' | 'disabled') {
  const keeps = mayKeep(context.actor, kept(row, posts)).ok
  return {
    id: row.id,
    name: row.name,
    staffNo: row.staff_no,
    kind: row.kind,
    organisation: { id: row.organisation, name: row.organisation_name },
    posts: posts
      .filter(({ person, state: held, fromOn }) => person === row.id && held === 'held' && fromOn <= context.today)
      .map(({ post, organisation, organisationName }) => ({ post, organisation, organisationName })),
    account: seesAccounts(context.actor, row.path) ? state : null,
    allowed: [
      ...(mayGrant(context.actor, row.id, row.path).ok ? (['grant'] as const) : []),
      ...(keeps && state !== 'disabled' ? (['issue-code'] as const) : []),
      ...(keeps && (state === 'active' || state === 'invited') ? (['disable'] as const) : []),
      ...(keeps && state === 'disabled' ? (['enable'] as const) : []),
    ],
  }
}
