import { fill, type Said } from '#basics/messages.ts'
import type { Difference } from './compare.ts'
import type { Finding } from './verify.ts'

const sentences: Record<Finding['kind'], Said> = {
  unreadable: {
    zh: '文件不是可读取的评选运行文件：{path}（{reason}）。',
    en: 'The file cannot be read as a run of a selection: {path} ({reason}).',
  },
  'steps-differ': { zh: '文件所列步骤与本格式不符。', en: 'The steps in the file are not those of this format.' },
  'format-differs': {
    zh: '文件格式不符：文件载明 {stated}，按其细则应为 {found}。',
    en: 'The format differs: the file states {stated}; by its sheet it is {found}.',
  },
  'sheet-changed': {
    zh: '考核细则与所载哈希不符，细则内容已改动。',
    en: 'The rule sheet does not have the hash stated: it was changed.',
  },
  'input-changed': {
    zh: '输入“{input}”与所载哈希不符，已改动；支部：{branch}；涉及指标：{items}。',
    en: 'Input “{input}” does not have the hash stated: it was changed. Branch: {branch}; items: {items}.',
  },
  'result-differs': {
    zh: '结果不符：{branch}的{what}{code}，文件载明 {stated}，重新计算为 {found}。',
    en: 'The result differs: {branch}, {what} {code}: the file states {stated}, recomputed {found}.',
  },
  'result-hash-differs': { zh: '结果与所载哈希不符。', en: 'The result does not have the hash stated.' },
  'root-differs': {
    zh: '根哈希不符：文件载明 {stated}，重新计算为 {found}。',
    en: 'The root differs: the file states {stated}, recomputed {found}.',
  },
  'not-the-posted-root': {
    zh: '这不是公布根哈希对应的文件：公布的是 {posted}，本文件为 {found}。',
    en: 'This is not the file whose root was posted: posted {posted}, this file has {found}.',
  },
}

const parts: Record<Difference['what'], Said> = {
  branch: { zh: '支部', en: 'branch' },
  total: { zh: '总分', en: 'total' },
  indicator: { zh: '指标', en: 'item' },
  clause: { zh: '条款', en: 'clause' },
  level: { zh: '等次', en: 'level' },
  gate: { zh: '前置条件', en: 'gate' },
  vetoes: { zh: '一票否决', en: 'vetoes' },
  title: { zh: '命名结果', en: 'title' },
  grounds: { zh: '理由', en: 'grounds' },
  quota: { zh: '名额', en: 'quota' },
  'level-quota': { zh: '等次名额', en: 'quota on a level' },
  ties: { zh: '同分处理', en: 'ties' },
}

/** A finding in words. `nameOf` gives the name of a branch by its id, as the file has it. */
export function sayFinding(finding: Finding, nameOf: (id: string) => string): Said {
  const sentence = sentences[finding.kind]
  if (finding.kind === 'unreadable') return both(sentence, { path: finding.at.path || '/', reason: finding.at.reason })
  if (finding.kind === 'input-changed') {
    const items = finding.items.join('、') || '—'
    return both(sentence, { ...finding, items, branch: nameOf(finding.branch) })
  }
  if (finding.kind !== 'result-differs') return both(sentence, { ...finding })
  const { branch, what, code, stated, found } = finding
  const name = branch === null ? null : nameOf(branch)
  return {
    zh: fill(sentence.zh, { branch: name ?? '全部', what: parts[what].zh, code, stated, found }),
    en: fill(sentence.en, { branch: name ?? 'all', what: parts[what].en, code, stated, found }),
  }
}

function both(sentence: Said, details: Record<string, string | number>): Said {
  return { zh: fill(sentence.zh, details), en: fill(sentence.en, details) }
}
