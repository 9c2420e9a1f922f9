import { fill, type Said } from '#basics/messages.ts'
import type { HeldEffect, LevelFound, LevelStep, LevelWord } from './level.ts'
import type { QuotaLine } from './quotas.ts'
import type { Effect } from './sheet-outcomes.ts'

/** What gave, moved or held a level. */
const levelSayings: Record<LevelWord, Said> = {
  'total-open': { zh: '得分尚未确定', en: 'The points are not settled' },
  'cut-off': { zh: '按总分 {points} 所在的分数段', en: 'By the range that holds {points}' },
  'no-cut-off': { zh: '总分 {points} 不在任何分数段之内', en: 'No range holds {points}' },
  'several-cut-offs': { zh: '总分 {points} 同时在几个分数段之内', en: 'Several ranges hold {points}' },
  rung: { zh: '逐级评定', en: 'Rung by rung' },
  requires: { zh: '不符合该等次的条件：{text}', en: 'The level requires what is not met: {text}' },
  'requires-open': {
    zh: '该等次的条件尚不能认定：{text}',
    en: 'What the level requires cannot be decided yet: {text}',
  },
  ruled: { zh: '按裁定，依据：{ground}', en: 'By a ruling, on the ground: {ground}' },
  promoted: { zh: '直接定级：{text}', en: 'Direct promotion: {text}' },
  'promotion-open': { zh: '能否直接定级尚不能认定：{text}', en: 'Direct promotion cannot be decided yet: {text}' },
  'held-at-most': { zh: '等次最高到此：{text}', en: 'At most this level: {text}' },
  forced: { zh: '直接评定：{text}', en: 'The level is forced: {text}' },
  'not-rated': { zh: '不予评定：{text}', en: 'Not rated: {text}' },
  'quota-cut': { zh: '超出名额（{places} 个）', en: 'Beyond the quota of {places}' },
  'quota-named': {
    zh: '按名额确定（须有 {places} 个），并非分数所致',
    en: 'By quota ({places} are needed), not by cut-off',
  },
  'quota-tied': { zh: '在名额线上同分', en: 'Equal at the line of the quota' },
  'quota-short': { zh: '应有 {places} 个，符合的不足', en: '{places} are needed and there are fewer' },
}

/** One step of a level in words, with the level after it. */
export function sayLevelStep({ word, level, details }: LevelStep): Said {
  const said = levelSayings[word]
  const [zh, en] = sayLevel(level)
  return { zh: `${fill(said.zh, details)}：${zh}。`, en: `${fill(said.en, details)}: ${en}.` }
}

function sayLevel(level: LevelFound): [string, string] {
  switch (level.state) {
    case 'level':
      return [level.name, level.name]
    case 'needs-ruling':
      return [`待裁定（${level.readings.join('、')}）`, `needs a ruling (${level.readings.join(', ')})`]
    case 'open':
      return ['待定', 'open']
    case 'none':
      return ['不评等次', 'no level']
  }
}

const effectSayings: Record<Effect['effect'], Said> = {
  'not-named': { zh: '不予命名', en: 'not named' },
  level: { zh: '直接定为{to}', en: 'the level is {to}' },
  'at-most': { zh: '最高为{to}', en: 'at most {to}' },
  zero: { zh: '计零分', en: 'the score is zero' },
  'not-rated': { zh: '不予评定', en: 'not rated' },
  group: { zh: '归类改为{to}', en: 'the group is {to}' },
}

/** An effect in few words: its row and what it does. */
export function shortEffect({ code, effect }: HeldEffect): Said {
  const to = 'level' in effect ? effect.level : 'group' in effect ? effect.group : ''
  const said = effectSayings[effect.effect]
  return { zh: `${code} ${fill(said.zh, { to })}`, en: `${code} ${fill(said.en, { to })}` }
}

/** An effect in a sentence: row, what is printed, what it does. */
export function sayEffect(held: HeldEffect): Said {
  const kept = held.effect.effect === 'not-named' ? ['（得分、等次不变）', ' (score and level are kept)'] : ['', '']
  const { zh, en } = shortEffect(held)
  const rest = (text: string) => text.slice(held.code.length + 1)
  return {
    zh: `${held.code} ${held.text}：${rest(zh)}${kept[0]}。`,
    en: `${held.code} ${held.text}: ${rest(en)}${kept[1]}.`,
  }
}

/** A veto whose condition cannot be decided. */
export const effectOpen: Said = {
  zh: '{code} 的情形尚不能认定，请补全它所看的事实或得分。',
  en: 'Whether {code} holds cannot be decided yet: complete the facts or points that it looks at.',
}

const quotaSayings: Partial<Record<QuotaLine['state'], Said>> = {
  waits: {
    zh: '名额 {quota}：还有支部的等次未定，名额没有套用',
    en: 'Quota {quota}: some levels are not settled, so that it was not applied',
  },
  short: {
    zh: '名额 {quota}：须有 {places} 个，现有 {holders} 个，不足',
    en: 'Quota {quota}: {places} are needed, {holders} there are',
  },
  off: {
    zh: '名额 {quota}：左右 {places} 个，现有 {holders} 个，只提示',
    en: 'Quota {quota}: about {places}, {holders} there are; only told',
  },
}

/** What has to be known about a quota that was not met or not applied; null where the levels of the branches say it all. */
export function saidQuota({ quota, group, places, holders, state }: QuotaLine): Said | null {
  const said = quotaSayings[state]
  if (!said) return null
  const details = { quota: group === '' ? quota : `${quota}（${group}）`, places, holders }
  return { zh: `${fill(said.zh, details)}。`, en: `${fill(said.en, details)}.` }
}
