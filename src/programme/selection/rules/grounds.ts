import type { Details } from '#basics/decision.ts'
import { compare, exact } from '#basics/exact.ts'
import { fill, type Said } from '#basics/messages.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { openVetoes, type Rated } from './candidate.ts'
import type { Place } from './places.ts'

/** A reason for or against naming, as data: the published run keeps these, `sayGround` says them. */
export interface Ground {
  word: GroundWord
  details: Details
}

const sentences = {
  exempt: {
    zh: '支部于{setUpOn}成立，至{asOf}不满{months}个月，不参加评定，也不计入名额基数。',
    en: 'The branch was set up on {setUpOn}, less than {months} months before {asOf}: it is not rated and not part of the base of the quota.',
  },
  'score-open': { zh: '得分待定，尚需处理的条款：{clauses}。', en: 'The score is open; clauses to settle: {clauses}.' },
  'level-reached': { zh: '等次为“{level}”，达到命名要求的等次。', en: 'The level is “{level}”, as naming requires.' },
  'level-missed': {
    zh: '等次为“{level}”，未达到命名要求的“{needed}”。',
    en: 'The level is “{level}”; naming requires “{needed}”.',
  },
  'level-open': {
    zh: '总分落在细则未明确的等次之间，待裁定。',
    en: 'The sheet does not say which level the total has; it needs a ruling.',
  },
  'gate-passed': { zh: '符合前置条件：{text}。', en: 'Meets the gate: {text}.' },
  'gate-failed': { zh: '不符合前置条件：{text}。', en: 'Does not meet the gate: {text}.' },
  'gate-needs-ruling': { zh: '前置条件待裁定：{text}。', en: 'The gate needs a ruling: {text}.' },
  'gate-passed-by-ruling': { zh: '经裁定符合前置条件：{text}。', en: 'Meets the gate by a ruling: {text}.' },
  'gate-failed-by-ruling': { zh: '经裁定不符合前置条件：{text}。', en: 'Does not meet the gate by a ruling: {text}.' },
  vetoed: {
    zh: '有一票否决情形：{text}。不予命名，保留得分。',
    en: 'A veto holds: {text}. Not named; the score is kept.',
  },
  'veto-needs-ruling': {
    zh: '一票否决情形待裁定：{text}。裁定前不予命名。',
    en: 'A veto needs a ruling: {text}. The branch is not named until then.',
  },
  'effect-holds': { zh: '有影响等次的情形：{text}。', en: 'What changes the level holds: {text}.' },
  'points-reached': {
    zh: '总分达到命名要求的 {needed} 分。',
    en: 'The total reaches the {needed} that naming requires.',
  },
  'points-missed': {
    zh: '总分未达到命名要求的 {needed} 分。',
    en: 'The total is below the {needed} that naming requires.',
  },
  'within-quota': {
    zh: '在名额之内：{region}参评支部{base}个，按{percent}%向下取整，可命名{places}个。',
    en: 'Within the quota: {base} rated branches ({region}), {percent} % rounded down, {places} may be named.',
  },
  'over-quota': {
    zh: '超出名额：{region}参评支部{base}个，按{percent}%向下取整，可命名{places}个。等次保留。',
    en: 'Beyond the quota: {base} rated branches ({region}), {percent} % rounded down, {places} may be named. The level is kept.',
  },
  'tie-won': { zh: '总分相同，按第{codes}项得分之和居前。', en: 'Equal totals; ahead by the sum of items {codes}.' },
  'tie-lost': { zh: '总分相同，按第{codes}项得分之和居后。', en: 'Equal totals; behind by the sum of items {codes}.' },
  tied: {
    zh: '在名额线上同分，细则规定的办法均不能区分，待裁定。',
    en: 'Equal at the line by every rule of the sheet; it needs a ruling.',
  },
  'tie-ruled': { zh: '在名额线上同分，按裁定确定。', en: 'Equal at the line; decided by a ruling.' },
  'nomination-short': {
    zh: '差额不足：可命名{places}个，按1:{ratio}应有{needed}个候选，符合条件的只有{eligible}个，待裁定。',
    en: 'Too few to choose from: {places} places ask for {needed} candidates at 1:{ratio}, and only {eligible} may be named; it needs a ruling.',
  },
  waits: {
    zh: '能否命名取决于其他支部的待裁定事项。',
    en: 'Whether it is named depends on rulings about other branches.',
  },
  ruling: { zh: '裁定依据：{ground}', en: 'Ground of the ruling: {ground}' },
} satisfies Record<string, Said>
export type GroundWord = keyof typeof sentences

/** A ground in words, quoting the sheet as printed. */
export function sayGround({ word, details }: Ground): Said {
  return {
    zh: fill(sentences[word].zh, { ...details, region: regionName(details, '全部', '未分片区') }),
    en: fill(sentences[word].en, { ...details, region: regionName(details, 'all', 'without a region') }),
  }
}

function regionName({ region }: Details, all: string, none: string): string | number {
  if (region === '*') return all
  return region === '' || region === undefined ? none : region
}

/** Whether a ground is more than a requirement met: what a reader looks for who asks why. */
export function decides({ word }: Ground): boolean {
  return (
    word !== 'level-reached' && word !== 'points-reached' && word !== 'gate-passed' && word !== 'gate-passed-by-ruling'
  )
}

/** Every ground of a branch's result, in the order of the sheet: level, gates, vetoes, quota, ties, rulings. */
export function groundsOf(
  sheet: Sheet,
  rated: Rated,
  place: Place | undefined,
  quota: Details | undefined,
  tieBy: string[] | null,
): Ground[] {
  const { branch, score } = rated
  if (!score) {
    const months = sheet.exemption?.months ?? 0
    return [{ word: 'exempt', details: { setUpOn: branch.setUpOn, asOf: sheet.asOf, months } }]
  }
  return [
    ...levelGrounds(sheet, rated),
    ...gateGrounds(sheet, rated),
    ...score.effects.held.map(({ text, effect }): Ground => {
      return { word: effect.effect === 'not-named' ? 'vetoed' : 'effect-holds', details: { text } }
    }),
    ...openVetoes(sheet, score).map(({ text }): Ground => ({ word: 'veto-needs-ruling', details: { text } })),
    ...(place && quota ? placeGrounds(place, quota, tieBy) : []),
    ...branch.rulings.map(({ ground }): Ground => ({ word: 'ruling', details: { ground } })),
  ]
}

function levelGrounds(sheet: Sheet, { score }: Rated): Ground[] {
  const { level: needed, atLeast } = sheet.naming
  if (score?.total.state === 'open')
    return [{ word: 'score-open', details: { clauses: score.total.clauses.join('、') } }]
  const points: Ground[] =
    atLeast === undefined || !score
      ? []
      : [
          {
            word: compare(exact(score.total.points), exact(atLeast)) >= 0 ? 'points-reached' : 'points-missed',
            details: { needed: atLeast },
          },
        ]
  if (needed === null) return points
  if (score?.level.state !== 'level') return [...points, { word: 'level-open', details: {} }]
  const level = score.level.name
  return [
    ...points,
    level === needed
      ? { word: 'level-reached', details: { level } }
      : { word: 'level-missed', details: { level, needed } },
  ]
}

function gateGrounds(sheet: Sheet, { gates }: Rated): Ground[] {
  return gates.map(({ gate, state, ruled }): Ground => {
    const text = sheet.gates.find(({ code }) => code === gate)?.text ?? gate
    return { word: ruled && state !== 'needs-ruling' ? `gate-${state}-by-ruling` : `gate-${state}`, details: { text } }
  })
}

function placeGrounds(place: Place, quota: Details, tieBy: string[] | null): Ground[] {
  const codes = tieBy === null ? '' : tieBy.join('+')
  switch (place) {
    case 'named':
      return [{ word: 'within-quota', details: quota }, ...tieGround('tie-won', codes)]
    case 'over-quota':
      return [{ word: 'over-quota', details: quota }, ...tieGround('tie-lost', codes)]
    case 'named-by-ruling':
      return [
        { word: 'within-quota', details: quota },
        { word: 'tie-ruled', details: {} },
      ]
    case 'not-by-ruling':
      return [
        { word: 'over-quota', details: quota },
        { word: 'tie-ruled', details: {} },
      ]
    case 'tied':
      return [{ word: 'tied', details: quota }]
    case 'waits':
      return [{ word: 'waits', details: quota }]
    case 'short':
      return [{ word: 'nomination-short', details: quota }]
    case 'unsettled':
      return []
  }
}

function tieGround(word: 'tie-won' | 'tie-lost', codes: string): Ground[] {
  return codes === '' ? [] : [{ word, details: { codes } }]
}
