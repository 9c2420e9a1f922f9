#!/usr/bin/env node
// npm run dev: the server, and the workbench when there is one, both reloading what changes.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, installPackages } from './install.mjs'
import { endWithNpm, root, tool } from './run.mjs'

checkNode()
endWithNpm()
await installPackages()
const env = { ...process.env, NODE_ENV: 'development' }
const programs = [
  tool('tsx', 'watch', '--clear-screen=false', join('src', 'main', 'server.ts'), ...process.argv.slice(2)),
  ...(existsSync(join(root, 'vite.config.ts')) ? [tool('vite', '--clearScreen', 'false')] : []),
]
const children = programs.map(([file, words]) => spawn(file, words, { cwd: root, env, stdio: 'inherit' }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
for (const child of children)
  child.once('close', (code) => {
    // one without the other is of no use
    for (const other of children) other.kill('SIGTERM')
    process.exitCode = code ?? 0
  })
