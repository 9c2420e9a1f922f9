import { randomInt } from 'node:crypto'
import { leads } from '#basics/actor.ts'
import type { InputOf, OutputOf } from '#basics/contract.ts'
import { allow, refuse } from '#basics/decision.ts'
import { type Context, writeHistory } from '#platform/context.ts'
import { accept, found } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import { organisationsById } from '#programme/organisation/reads.ts'
import type { questionnaireContract } from './contract.ts'
import { closeWith, openingKey, openWith } from './keys.ts'
import { loaded, subjectOf } from './loaded.ts'
import { answerOf, type Cast, LONGEST_TEXT, tallied } from './rules/answer.ts'
import { mayHandIn } from './rules/permissions.ts'
import { type Question, type Questionnaire, taken } from './rules/questionnaire.ts'
import { type Release, tell, tellTexts } from './rules/release.ts'
import { holdQuestionnaire } from './store.ts'
import { closedAnswers, closingKeyOf, insertAnswer, replaceSlips, slipBy, spendSlip } from './store-slips.ts'

type Contract = typeof questionnaireContract

/** Letters and digits that nobody mistakes for each other on paper: 32 of them, so sixteen are 80 random bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function newCode(): string {
  const signs = Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)])
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

/** What of a slip is kept: nobody who reads it can answer with it. */
function hashOf(code: string): string {
  return sha256(`slip ${code.replace(/[\s-]/g, '').toUpperCase()}`)
}

/** The slips of one group, told once; whoever draws which is known to no one. */
export async function drawSlips(
  context: Context,
  { questionnaire: id, group }: InputOf<Contract['drawSlips']>,
): Promise<OutputOf<Contract['drawSlips']>> {
  const { questionnaire } = await loaded(context, id, 'draw')
  const { content, state } = questionnaire
  const asked = content.groups.find((each) => each.organisation === group)
  accept(state === 'open' ? allow(true) : refuse('questionnaire.not-open'))
  const { slips } = accept(asked ? allow(asked) : refuse('questionnaire.no-such-group'))
  const codes = Array.from({ length: slips }, newCode)
  await replaceSlips(context, id, group, codes.map(hashOf))
  const name = found((await organisationsById(context, [group])).get(group)).name
  await writeHistory(context, 'questionnaire.slips-drawn', subjectOf(questionnaire), {
    title: content.title,
    group: name,
  })
  const { title, lastDay, online } = content
  return { title, group: name, lastDay, online: online !== null, link: `${context.origin}/answer`, codes }
}

export async function readSlip(
  context: Context,
  { code }: InputOf<Contract['readSlip']>,
): Promise<OutputOf<Contract['readSlip']>> {
  const { slip, questionnaire } = await slipAndSheet(context, code)
  const { organisation, content } = questionnaire
  const asker = found((await organisationsById(context, [organisation])).get(organisation)).name
  const copying = leads(context.actor, organisation)
  return {
    title: content.title,
    purpose: content.purpose,
    asker,
    lastDay: content.lastDay,
    used: slip.used,
    open: taken(questionnaire, { today: context.today, copying }).ok,
    allowed: mayHandIn(context.actor, { organisation, online: content.online }).ok,
    questions: content.questions,
  }
}

/** Takes an answer: the slip is used and the answer closed, in a transaction in which nothing names a person. */
export async function answerSlip(
  context: Context,
  { code, answers }: InputOf<Contract['answerSlip']>,
): Promise<OutputOf<Contract['answerSlip']>> {
  const { slip, questionnaire } = await slipAndSheet(context, code)
  const { id, organisation, content } = questionnaire
  accept(mayHandIn(context.actor, { organisation, online: content.online }))
  accept(taken(questionnaire, { today: context.today, copying: leads(context.actor, organisation) }))
  const answer = accept(answerOf(content.questions, answers))
  const spent = await spendSlip(context, slip.hash, id, slip.group)
  accept(spent ? allow(true) : refuse('questionnaire.slip-used'))
  const cast: Cast = { group: slip.group, answer }
  const closed = closeWith(await closingKeyOf(context, id), JSON.stringify(cast), roomFor(content.questions))
  await insertAnswer(context, id, closed)
  return { taken: true }
}

async function slipAndSheet(context: Context, code: string) {
  const hash = hashOf(code)
  const known = await slipBy(context, hash)
  const slip = accept(known ? allow({ ...known, hash }) : refuse('questionnaire.unknown-code'))
  return { slip, questionnaire: found(await holdQuestionnaire(context, slip.questionnaire)) }
}

/** What is told of each question, once. The answers themselves are opened here and nowhere else, and kept by nobody. */
export async function resultOf(context: Context, { id, content }: Questionnaire): Promise<Release> {
  const kept = openingKey(id)
  const key = accept(kept ? allow(kept) : refuse('questionnaire.key-lost'))
  const cast: Cast[] = []
  for await (const closed of closedAnswers(context, id)) cast.push(JSON.parse(openWith(key, closed)) as Cast)
  const groups = content.groups.map(({ organisation }) => organisation)
  return content.questions.map(({ kind, options }, at) =>
    kind === 'text'
      ? tellTexts(cast.flatMap(({ answer }) => (typeof answer[at] === 'string' ? [answer[at]] : [])))
      : tell(tallied(cast, at, options.length, groups), kind),
  )
}

/** The same for every answer to a questionnaire, so that a length says nothing: room for the longest one. */
function roomFor(questions: readonly Question[]): number {
  // a sign is at most four bytes, or six where JSON writes it as an escape
  const most = questions.map(({ kind, options }) => (kind === 'text' ? 6 * LONGEST_TEXT + 4 : 3 * options.length + 4))
  return Math.ceil((most.reduce((sum, each) => sum + each, 0) + 100) / 512) * 512
}
