import type { Language } from '#basics/messages.ts'
import { hashing } from '#programme/selection/hashing.ts'
import { sayFinding } from '#programme/selection/rules/findings.ts'
import type { Run } from '#programme/selection/rules/run-file.ts'
import { type Finding, verifyRun } from '#programme/selection/rules/verify.ts'
import { speaker } from './cli-words.ts'

export interface Verified {
  lines: string[]
  /** 0 it holds, 1 something differs, 2 it cannot be read. */
  code: 0 | 1 | 2
}

/** Recomputes the text of a run file, with neither server nor database, and says what was found. */
export function verifyText(text: string, path: string, root: string | undefined, language: Language): Verified {
  const speak = speaker(language)
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { lines: [speak('notAJsonFile', { path })], code: 2 }
  }
  const findings = verifyRun(file, hashing, root)
  if (findings.some(({ kind }) => kind === 'unreadable'))
    return { lines: [speak('unreadable'), ...said(findings, (id) => id, language)], code: 2 }
  const run = file as Run
  const lines = [...recomputed(run, language), '']
  if (findings.length > 0) {
    const failed = [speak('fails', { count: findings.length }), ...said(findings, namesIn(run), language)]
    return { lines: [...lines, ...failed], code: 1 }
  }
  return { lines: [...lines, speak(root === undefined ? 'rootNotCompared' : 'rootCompared'), speak('holds')], code: 0 }
}

function recomputed({ title, sheet, inputs, result, root }: Run, language: Language): string[] {
  const speak = speaker(language)
  const count = (kind: string) => inputs.filter(({ data }) => data.kind === kind).length
  const { branches } = result.data
  return [
    speak('title', { title }),
    speak('sheet', { title: sheet.data.title, code: sheet.data.code, year: sheet.data.year }),
    speak('inputs', {
      count: inputs.length,
      branches: count('branch'),
      facts: count('fact'),
      rulings: count('ruling'),
    }),
    speak('result', { branches: count('branch'), named: branches.filter((each) => each.title === 'named').length }),
    speak('root', { root }),
  ]
}

function said(findings: Finding[], nameOf: (id: string) => string, language: Language): string[] {
  return findings.map((finding) => `  ✗ ${sayFinding(finding, nameOf)[language]}`)
}

function namesIn({ inputs }: Run): (id: string) => string {
  const names = new Map(
    inputs.flatMap(({ data }) => (data.kind === 'branch' ? [[data.branch.id, data.branch.name] as const] : [])),
  )
  return (id) => names.get(id) ?? id
}
