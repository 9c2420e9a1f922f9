import { dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { OrganisationId } from '#basics/id.ts'
import type { Actions, Context } from '#platform/context.ts'
import { found } from '#platform/errors.ts'
import { digestOf } from '#programme/notice/reads-replies.ts'
import { compared } from '#programme/notice/rules/compared.ts'
import { namesOf, organisation } from '#programme/organisation/reads.ts'
import { termsOf } from '#programme/organisation/reads-terms.ts'
import type { storyContract } from './contract-story.ts'
import { type ThemeRow, trailOf } from './reads.ts'
import { stagesOf } from './reads-stage.ts'
import { chaptersOf } from './reads-story.ts'
import { confirmationsOf } from './reads-yearly.ts'
import { type Sight, secretariesDuring, sightOf } from './rules/story.ts'
import { passagesOf } from './rules/texts.ts'
import { themeFrom } from './store.ts'

type Chapter = OutputOf<(typeof storyContract)['readStory']>['themes'][number]
type Terms = Awaited<ReturnType<typeof termsOf>>

export const storyActions: Actions<typeof storyContract> = {
  async readStory(context, { story }) {
    const branch = found(await organisation(context, story))
    const sight = sightOf(context.actor, story as OrganisationId, branch.path)
    const rows = await chaptersOf(context, story, sight)
    const terms = sight === 'disclosed' ? [] : await termsOf(context, story, 'secretary')
    const chapters: Chapter[] = []
    for (const row of rows) chapters.push(await chapter(context, row, { sight, terms, rows }))
    const confirmations = sight === 'disclosed' ? [] : await confirmationsOf(context, story)
    return { branch: { id: story, name: branch.name }, region: branch.region, themes: chapters, confirmations }
  },
}

export const storyReach = {
  /** There for those who see something of it: others cannot tell it from none. */
  async story(context: Context, id: string): Promise<boolean> {
    const branch = await organisation(context, id)
    if (branch?.kind !== 'branch') return false
    const sight = sightOf(context.actor, id as OrganisationId, branch.path)
    return sight !== 'disclosed' || (await chaptersOf(context, id, sight)).length > 0
  },
}

async function chapter(
  context: Context,
  row: ThemeRow,
  { sight, terms, rows }: { sight: Sight; terms: Terms; rows: ThemeRow[] },
): Promise<Chapter> {
  const theme = themeFrom(row)
  const passages = passagesOf(theme.texts)
  const before = rows.find(({ id }) => id === row.revises_id)
  const from = row.effective_on ?? dayOf(row.drafted_at)
  const { revision } = theme
  return {
    id: row.id,
    name: row.name,
    state: theme.state,
    draftedOn: dayOf(row.drafted_at),
    effectiveOn: row.effective_on,
    endedOn: row.ended_on,
    passages,
    revision: revision && {
      kind: revision.kind,
      reason: revision.reason,
      passages: before ? compared(passagesOf(themeFrom(before).texts), passages) : [],
    },
    notice: row.notice_id,
    opinions: row.notice_id && row.effective_on ? await opinionsOn(context, row.notice_id) : null,
    secretaries: secretariesDuring(terms, { from, until: row.ended_on }),
    stages: sight === 'disclosed' ? [] : await stageViews(context, row),
    call: sight === 'disclosed' ? null : row.call_id,
    trail: sight === 'concerned' ? (await trailOf(context, row.id)).map(stepView) : [],
  }
}

/** A brand is distilled with its first draft; a revision that keeps it goes on where it stood. */
async function stageViews(context: Context, row: ThemeRow): Promise<Chapter['stages']> {
  const reached = (await stagesOf(context, row.id)).map(({ at, ...stage }) => ({ ...stage, on: dayOf(at) }))
  const keeps = row.began_on !== null || (row.revises_id !== null && row.revision_kind !== 'renewal')
  if (keeps) return reached
  const by = (await namesOf(context, [row.drafted_by])).get(row.drafted_by)!
  return [{ stage: 'distil', ground: 'drafted', on: dayOf(row.drafted_at), by, words: '' }, ...reached]
}

async function opinionsOn(context: Context, notice: string): Promise<Chapter['opinions']> {
  const { opinions, adopted, partly } = await digestOf(context, notice)
  return { all: opinions, adopted: adopted + partly }
}

function stepView({ step, by, organisation: at, at: when, comment }: Awaited<ReturnType<typeof trailOf>>[number]) {
  return { step, by, organisation: at, at: when, comment }
}
