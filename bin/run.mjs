// Running other programs: arguments as lists, so that a path with a space or 汉字 stays one argument.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a program in the project's folder; gives its exit code and, when `quiet`, all that it said. */
export function run(file, words = [], { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit']
    const child = spawn(file, words, { cwd: root, stdio, env: { ...process.env, ...env } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (said += part))
    child.once('error', (error) => resolve({ code: 127, said: `${said}${error.message}\n` }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/** A program that npm installed, as file and arguments for `run`. */
export function tool(name, ...words) {
  return [join(root, 'node_modules', '.bin', name), words]
}

/** The npm that runs us, or the one on the PATH, as file and arguments for `run`. */
export function npm(...words) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...words]] : ['npm', words]
}

/** Ends with one clear sentence in each language. */
export function giveUp(zh, en) {
  console.error(`\n${zh}\n${en}`)
  process.exit(1)
}

/** Ends in order when the npm that started us is killed: otherwise we would go on, holding the port, unseen. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref()
}
