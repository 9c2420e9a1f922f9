import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Language } from '#basics/messages.ts'
import { readSettings } from '#platform/settings.ts'
import { flagged, Misused, nothingLeft, take, type Words, wordsIn } from './cli-options.ts'
import { type Speak, speaker } from './cli-words.ts'
import { plain } from './terminal.ts'
import { verifyText } from './verify.ts'

const here = import.meta.dirname
const root = resolve(here, here.endsWith('dist') ? '..' : '../..')

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(plain(error instanceof Error ? error.message : String(error)))
  return error instanceof Misused ? 2 : 1
})

async function main(given: string[]): Promise<number> {
  const language: Language = given[given.indexOf('--lang') + 1] === 'en' || given.includes('--lang=en') ? 'en' : 'zh'
  const speak = speaker(language)
  const words = wordsIn(flagged(given), speak)
  take(words, 'lang')
  const command = words.plain.shift()
  if (command === 'verify') return verify(words, language, speak)
  if (command === 'rules') return rules(words, language, speak)
  if (command === 'score') return score(words, language, speak)
  if (command === 'trace') return traced(words, language, speak)
  if (command === 'user' && words.plain.shift() === 'list') return listUsers(words, speak)
  if (command === 'fsck') return fsck(words, speak)
  if (command === undefined || command === 'help') return help(words, speak)
  return ask(command, words, language, speak)
}

function verify(words: Words, language: Language, speak: Speak): number {
  const posted = take(words, 'root')
  const path = words.plain.shift()
  nothingLeft(words, speak)
  if (path === undefined) throw new Misused(speak('verifyUsage'))
  if (posted !== undefined && !/^\s*[0-9a-f]{64}\s*$/i.test(posted)) throw new Misused(speak('notARoot'))
  const { lines, code } = verifyText(readBytes(path, speak).toString('utf8'), path, posted, language)
  return printed({ lines, code })
}

async function rules(words: Words, language: Language, speak: Speak): Promise<number> {
  const [what, path, out] = [words.plain.shift(), words.plain.shift(), take(words, 'out')]
  nothingLeft(words, speak)
  const { lintFile, rulesTemplate } = await import('./cli-score.ts')
  if (what === 'template' && path === undefined) return printed(await rulesTemplate(out, speak))
  if (what !== 'lint' || path === undefined || out !== undefined) throw new Misused(speak('lintUsage'))
  return printed(await lintFile(readBytes(path, speak), language, speak))
}

async function score(words: Words, language: Language, speak: Speak): Promise<number> {
  const [rules, facts, out, explain] = ['rules', 'facts', 'out', 'explain'].map((name) => take(words, name))
  const [population, json, xlsx, template] = ['population', 'json', 'xlsx', 'facts-template'].map(
    (name) => take(words, name) !== undefined,
  )
  nothingLeft(words, speak)
  if (rules === undefined || (facts === undefined) !== template) throw new Misused(speak('scoreUsage'))
  const { factsTemplate, scoreFile } = await import('./cli-score.ts')
  if (facts === undefined) return printed(await factsTemplate(readBytes(rules, speak), out, language, speak))
  const options = { population: population!, json: json!, xlsx: xlsx!, out, explain }
  return printed(await scoreFile(readBytes(rules, speak), readBytes(facts, speak), options, language, speak))
}

function printed({ lines, code }: { lines: string[]; code: number }): number {
  for (const line of lines) console.log(plain(line))
  return code
}

async function listUsers(words: Words, speak: Speak): Promise<number> {
  nothingLeft(words, speak)
  const { usersHere } = await import('./cli-users.ts')
  const users = await usersHere(readSettings(process.env, []), root)
  for (const { login, name, organisation, state } of users)
    console.log(plain([login, name, organisation, state].join('\t')))
  console.log(speak('rows', { count: users.length }))
  return 0
}

async function fsck(words: Words, speak: Speak): Promise<number> {
  nothingLeft(words, speak)
  const { fsckHere } = await import('./cli-fsck.ts')
  try {
    const { out, trouble, code } = await fsckHere(readSettings(process.env, []), root, speak)
    return said({ out: out.map(plain), trouble: trouble.map(plain), code })
  } catch (error) {
    // 1 is kept for findings: whoever cannot look has found nothing
    throw new Misused(error instanceof Error ? error.message : String(error))
  }
}

async function help(words: Words, speak: Speak): Promise<number> {
  const { describeOperation, operationLines, operations } = await import('./cli-call.ts')
  const name = words.plain.shift()
  nothingLeft(words, speak)
  const operation = name === undefined ? undefined : operations.get(name)
  if (name !== undefined && !operation) throw new Misused(speak('unknownCommand', { name }))
  const page =
    name && operation
      ? describeOperation(name, operation)
      : [speak('usage'), '', speak('operations'), ...operationLines()]
  console.log(page.join('\n'))
  return 0
}

async function ask(command: string, words: Words, language: Language, speak: Speak): Promise<number> {
  const { callOperation, fieldsFrom, operations } = await import('./cli-call.ts')
  const name = command === 'call' ? (words.plain.shift() ?? '') : command
  const operation = operations.get(name)
  if (!operation) throw new Misused(speak('unknownCommand', { name: command === 'call' ? name : command }))
  const server = serverHere(words, language, speak)
  // a field of the operation comes before an option of ours that has its name
  const option = (each: string) => (each in operation.input.shape ? undefined : take(words, each))
  const sent = operation.kind === 'upload' ? take(words, 'file') : undefined
  const file = sent === undefined ? undefined : { name: basename(sent), bytes: new Uint8Array(readBytes(sent, speak)) }
  const more = { file, out: option('out'), key: option('key') }
  const json = command === 'call' ? objectIn(words.plain.shift(), speak) : {}
  const fields = { ...fieldsFrom(operation, words), ...json }
  if (words.plain.length > 0) nothingLeft(words, speak)
  return said(await callOperation(server, operation, fields, more, speak))
}

async function traced(words: Words, language: Language, speak: Speak): Promise<number> {
  const server = serverHere(words, language, speak)
  const figure = words.plain.shift()
  nothingLeft(words, speak)
  if (figure === undefined) throw new Misused(speak('traceUsage'))
  const { trace } = await import('./cli-trace.ts')
  return said(await trace(server, figure, speak))
}

/** Where the server is, and the token by which we are known there. */
function serverHere(words: Words, language: Language, speak: Speak) {
  const tokenFile = take(words, 'token-file')
  const token = (tokenFile ? readBytes(tokenFile, speak).toString('utf8') : process.env.HANGBIAO_TOKEN)?.trim()
  return { url: process.env.HANGBIAO_URL ?? 'http://127.0.0.1:8080', token, language }
}

function said({ out, trouble, code }: { out: string[]; trouble: string[]; code: number }): number {
  for (const line of out) console.log(line)
  for (const line of trouble) console.error(line)
  return code
}

function objectIn(text: string | undefined, speak: Speak): Record<string, unknown> {
  if (text === undefined) return {}
  try {
    // `-` reads what must not stand on the command line, such as a password
    const value: unknown = JSON.parse(text === '-' ? readBytes('-', speak).toString('utf8') : text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // the same sentence for what is no JSON and what is no object
  }
  throw new Misused(speak('notJson'))
}

function readBytes(path: string, speak: Speak): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw new Misused(speak('cannotRead', { path, why: error instanceof Error ? error.message : String(error) }))
  }
}
