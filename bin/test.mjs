#!/usr/bin/env node
// npm test: installs what is missing, then everything CI runs, step by step; the last line is the sum.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { workbenchBudget } from './budgets.mjs'
import { build } from './build.mjs'
import { installChromium } from './chromium.mjs'
import { checkNode, installPackages } from './install.mjs'
import { root, run, tool } from './run.mjs'

checkNode()
await installPackages()
const chromium = await installChromium()
const env = { NODE_ENV: 'test', CHROMIUM: chromium ?? '', NO_COLOR: '1' }
const report = join(root, '.cache', 'tests.json')
mkdirSync(join(root, '.cache'), { recursive: true })
const there = (name) => existsSync(join(root, name))

/** Each step gives how many of its checks passed and failed; one that is a single check is given by its exit code. */
const steps = [
  ['format', () => check(tool('biome', 'check'))],
  ['types', () => check(tool('tsc', '-p', 'tsconfig.json'))],
  ['rules are pure', () => check(tool('tsc', '-p', 'tsconfig.rules.json'))],
  ['screens know no server', there('src/web') && (() => check(tool('tsc', '-p', 'tsconfig.web.json')))],
  [
    'architecture',
    there('architecture.rules.cjs') && (() => check(tool('depcruise', '--config', 'architecture.rules.cjs', 'src'))),
  ],
  [
    'generated files are fresh',
    there('bin/generate.mjs') && (() => check([process.execPath, ['bin/generate.mjs', '--check']])),
  ],
  ['build', builds],
  ['budgets', there('vite.config.ts') && (() => one(workbenchBudget()))],
  ['tests', tests],
]

const sum = { passed: 0, failed: 0 }
for (const [name, step] of steps) {
  if (!step) {
    console.log(`– ${name}: nothing to check yet`)
    continue
  }
  console.log(`▸ ${name}`)
  const since = performance.now()
  const { passed, failed, said = '' } = await step()
  if (failed > 0 && said) console.log(said.trimEnd())
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`)
  sum.passed += passed
  sum.failed += failed
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 ? 0 : 1

async function check([file, words]) {
  const { code, said } = await run(file, words, { quiet: true, env })
  return { ...one({ ok: code === 0 }), said }
}

function one({ ok, said = '' }) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, said }
}

async function builds() {
  try {
    await build()
    return one({ ok: true })
  } catch (error) {
    return one({ ok: false, said: String(error.message) })
  }
}

/** Vitest's own count; a file that could not even be read has no tests to count and is one failure itself. */
async function tests() {
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(...tool('vitest', 'run', ...reporters, ...process.argv.slice(2)), { env })
  if (!existsSync(report)) return { passed: 0, failed: 1, said: 'vitest ended without a report' }
  const { numPassedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failures = testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed').length
    return status === 'failed' ? Math.max(failed, 1) : failed
  })
  const failed = failures.reduce((total, count) => total + count, 0)
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`)
  return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
}
