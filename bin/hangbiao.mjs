#!/usr/bin/env node
// hangbiao: the command line. Runs what was built, else the sources as they are.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const built = join(root, 'dist', 'cli.mjs')
if (!existsSync(built)) {
  const { register } = await import('tsx/esm/api')
  register()
}
await import(pathToFileURL(existsSync(built) ? built : join(root, 'src', 'main', 'cli.ts')).href)
