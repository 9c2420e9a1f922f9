#!/usr/bin/env node
// npm run demo: the sample programme in a throw-away folder, on this machine only.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded } from './build.mjs'
import { checkNode, installPackages } from './install.mjs'
import { endWithNpm, root } from './run.mjs'

checkNode()
endWithNpm()
await installPackages()
await buildIfNeeded()
process.chdir(root)
const { throwAwayFolder } = await import(pathToFileURL(join(root, 'dist', 'throw-away.mjs')).href)
const folder = await throwAwayFolder('hangbiao-demo-')
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
Object.assign(process.env, { DATA_DIR: folder, HOST: '127.0.0.1', NODE_ENV: 'production' })
// the demo never touches a database of one's own
delete process.env.DATABASE_URL
delete process.env.DATABASE_OWNER_URL
process.argv.push('--demo')
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist', 'server.mjs')).href)
