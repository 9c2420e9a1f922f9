import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '#basics/canonical.ts'
import { changed, faultlessFacts, honour, marks } from '#programme/scoring/rules/example-facts.ts'
import { surveyValue } from '#programme/scoring/rules/facts.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { BranchInput } from './candidate.ts'
import { digest } from './digest.ts'
import { sayFinding } from './findings.ts'
import { bytesOf, type Hashing, hexOf, merkleRoot } from './merkle.ts'
import { branchesOf, inputHash, makeRun, type Run, rootOf } from './run-file.ts'
import { select } from './select.ts'
import { type Finding, verifyRun } from './verify.ts'

const hashing: Hashing = {
  text: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  bytes: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
}

function branch(at: number): BranchInput {
  const facts = changed(faultlessFacts(2025), {
    'rating.core-task': marks(String(12 - (at % 5)), '11.5', '10'),
    'survey.satisfaction': surveyValue([{ name: '党员群众', valid: 12 + at, satisfied: 12 }], 5),
    'outcome.honours': { shape: 'honours', honours: at % 3 ? [] : [honour('厅局级', `海上搜救${at}`)] },
  })
  return {
    id: `b${at}`,
    name: `第${at}党支部`,
    region: at % 2 ? '粤东' : '粤西',
    kind: '海事处',
    setUpOn: at === 7 ? '2025-09-01' : '2011-07-01',
    facts,
    selfScore: { '1': '25', '2': '19.5' },
    rulings: at === 3 ? [{ about: 'naming', named: true, ground: '党委会2026年1月9日表决' }] : [],
  }
}
const branches = Array.from({ length: 14 }, (_, at) => branch(at))
const run = makeRun('2025年度品牌党支部评选', sampleSheet(2025), branches, hashing)
const copy = (): Run => structuredClone(run)
const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind)

/** What an attacker does who knows the format: recompute every hash and the root, so that the file agrees with itself. */
function rehashed(file: Run): Run {
  const inputs = file.inputs.map((input) => ({ ...input, hash: inputHash(input.id, input.data, hashing) }))
  const sheet = { ...file.sheet, hash: hashing.text(canonical(file.sheet.data)) }
  const result = { ...file.result, hash: hashing.text(canonical(file.result.data)) }
  const whole = { ...file, inputs, sheet, result }
  return { ...whole, root: rootOf(whole, hashing) }
}

describe('a published run', () => {
  test('holds, also after a journey through a file', () => {
    expect(verifyRun(JSON.parse(JSON.stringify(run)), hashing, run.root)).toEqual([])
    expect(run.result.data).toEqual(select(sampleSheet(2025), branches))
    expect(run.result.data.branches.filter(({ title }) => title === 'named').length).toBeGreaterThan(0)
  })

  test('is the same whatever the order in which branches and facts came', () => {
    const turned = branches
      .toReversed()
      .map((each) => ({ ...each, facts: Object.fromEntries(Object.entries(each.facts).reverse()) }))
    expect(makeRun(run.title, sampleSheet(2025), turned, hashing)).toEqual(run)
  })

  test('gives back the branches it was made of', () => {
    const byId = (list: BranchInput[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(branchesOf(run.inputs))).toEqual(byId(branches))
  })

  test('a total changed by 0.01 is found, with the branch', () => {
    const file = copy()
    file.result.data.branches[2]!.total = '97.51'
    const was = run.result.data.branches[2]!
    const difference = {
      kind: 'result-differs',
      branch: was.branch,
      what: 'total',
      code: '',
      stated: '97.51',
      found: was.total,
    }
    expect(verifyRun(file, hashing)).toMatchObject([
      difference,
      { kind: 'result-hash-differs' },
      { kind: 'root-differs' },
    ])
    expect(verifyRun(rehashed(file), hashing)).toEqual([difference])
    expect(sayFinding(verifyRun(rehashed(file), hashing)[0]!, () => '第10党支部').zh).toBe(
      `结果不符：第10党支部的总分，文件载明 97.51，重新计算为 ${was.total}。`,
    )
  })

  test('an item changed by 0.01 is found, with the branch and the item', () => {
    const file = copy()
    file.result.data.branches[2]!.indicators.find(({ code }) => code === '2.1')!.points = '11.01'
    expect(verifyRun(rehashed(file), hashing)).toMatchObject([
      { branch: 'b10', what: 'indicator', code: '2.1', stated: '11.01' },
    ])
  })

  test('a mark changed by 0.01 is found in the input, with the branch and the item', () => {
    const file = copy()
    const input = file.inputs.find(({ id }) => id === 'b4/fact/rating.core-task')!
    if (input.data.kind === 'fact' && input.data.value.value.shape === 'ratings')
      input.data.value.value.ratings[0]!.points = '8.01'
    const findings = verifyRun(file, hashing)
    expect(findings[0]).toMatchObject({ kind: 'input-changed', input: input.id, branch: 'b4', items: ['2.1'] })
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'result-differs', branch: 'b4', what: 'indicator', code: '2.1' }),
    )
    expect(kinds(verifyRun(rehashed(file), hashing))).toContain('result-differs')
  })

  test('whoever recomputes everything makes another root than the one that was posted', () => {
    const other = branches.map((each, at) =>
      at ? each : { ...each, facts: changed(each.facts, { 'rating.core-task': marks('11.99', '11.5', '10') }) },
    )
    const forged = makeRun(run.title, sampleSheet(2025), other, hashing)
    expect(verifyRun(forged, hashing)).toEqual([])
    expect(kinds(verifyRun(forged, hashing, run.root))).toEqual(['not-the-posted-root'])
    expect(verifyRun(run, hashing, ` ${run.root.toUpperCase()}\n`)).toEqual([])
  })

  test('a rule changed in the sheet is found', () => {
    const file = copy()
    file.sheet.data.naming.percent = '30'
    expect(kinds(verifyRun(file, hashing))).toEqual(
      expect.arrayContaining(['sheet-changed', 'result-differs', 'root-differs']),
    )
  })

  test('a branch that was taken out, doubled or slipped in is found', () => {
    const without = copy()
    without.inputs = without.inputs.filter(
      ({ data }) => (data.kind === 'branch' ? data.branch.id : data.branch) !== 'b5',
    )
    expect(verifyRun(rehashed(without), hashing)).toContainEqual({
      kind: 'result-differs',
      branch: 'b5',
      what: 'branch',
      code: '',
      stated: 'b5',
      found: '—',
    })
    const doubled = copy()
    doubled.inputs.push(structuredClone(doubled.inputs[0]!))
    expect(kinds(verifyRun(rehashed(doubled), hashing))).toEqual(['unreadable'])
    const swapped = copy()
    ;[swapped.inputs[0]!.data, swapped.inputs[1]!.data] = [swapped.inputs[1]!.data, swapped.inputs[0]!.data]
    expect(kinds(verifyRun(rehashed(swapped), hashing))).toContain('unreadable')
  })

  test('steps that were changed are found', () => {
    const file = copy()
    file.steps.reverse()
    expect(kinds(verifyRun(rehashed(file), hashing))).toEqual(['steps-differ'])
  })

  test('any single leaf that is changed is found', () => {
    const leaves = leavesOf(run, [])
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const file = copy()
        change(file, path)
        expect(verifyRun(file, hashing, run.root), path.join('.')).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('a file that is anything but a run is called unreadable, never a crash', () => {
    for (const wrong of [
      null,
      1,
      'x',
      [],
      {},
      { ...run, sheet: { ...run.sheet, data: { format: 'x' } } },
      { ...run, inputs: [null] },
      { ...run, extra: 1 },
    ])
      expect(new Set(kinds(verifyRun(wrong, hashing)))).toEqual(new Set(['unreadable']))
    fc.assert(
      fc.property(fc.constantFrom(...leavesOf(run, [])), fc.jsonValue(), (path, value) => {
        const file = copy()
        put(file, path, value)
        expect(Array.isArray(verifyRun(file, hashing))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the public digest', () => {
  test('names the named with their reasons and the root, and holds no score and nobody else', () => {
    const made = digest(run)
    if (!made.ok) throw new Error(made.reason)
    const named = run.result.data.branches.filter(({ title }) => title === 'named').map((each) => each.branch)
    expect(made.value.named.map((each) => each.branch)).toEqual(named)
    expect(made.value).toMatchObject({ root: run.root, rated: 13, notRated: 1, year: 2025 })
    const text = JSON.stringify(made.value)
    for (const result of run.result.data.branches) {
      if (result.total) expect(text).not.toContain(`"${result.total}"`)
      if (result.title !== 'named') expect(text).not.toContain(`"${result.branch}"`)
    }
    expect(made.value.named[0]?.grounds.length).toBe(5)
  })

  test('waits until every ruling is made', () => {
    const open = branches.map((each) => ({
      ...each,
      facts: changed(each.facts, {
        'survey.satisfaction': surveyValue([{ name: '党员群众', valid: 3, satisfied: 3 }], 5),
      }),
    }))
    expect(digest(makeRun(run.title, sampleSheet(2025), open, hashing))).toMatchObject({
      ok: false,
      reason: 'selection.needs-ruling',
    })
  })
})

describe('canonical JSON', () => {
  test('sorts keys by UTF-16 code units and writes no blanks, as the RFC shows', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
    expect(canonical({ b: [null, true, -0, 'a"\\\u001f\u2028'], a: {} })).toBe(
      '{"a":{},"b":[null,true,0,"a\\"\\\\\\u001f\u2028"]}',
    )
  })

  test('refuses fractions, undefined and lone surrogates', () => {
    for (const value of [0.5, Number.NaN, 2 ** 53, undefined, { a: undefined }, '\ud800', { '\udc00': 1 }, 1n, () => 1])
      expect(() => canonical(value)).toThrow()
  })
})

test('the Merkle root agrees with the test vectors of Certificate Transparency', () => {
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(bytesOf)
  const root = (count: number) => hexOf(merkleRoot(leaves.slice(0, count), hashing))
  expect(root(0)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(root(1)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  expect(root(2)).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
  expect(root(3)).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77')
  expect(root(8)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

type Path = (string | number)[]

function leavesOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, each]) =>
    leavesOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function put(file: unknown, path: Path, value: unknown): void {
  const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], file)
  ;(holder as Record<string, unknown>)[path.at(-1)!] = value
}

function change(file: unknown, path: Path): void {
  const was = path.reduce((at, key) => (at as Record<string, unknown>)[key], file)
  if (typeof was === 'number') put(file, path, was + 1)
  else if (typeof was === 'boolean') put(file, path, !was)
  else if (was === null) put(file, path, '1')
  else put(file, path, /^-?\d+(\.\d+)?$/.test(String(was)) ? String(Number(was) + 0.01) : `${was}改`)
}
