#!/usr/bin/env node
// npm start: installs and builds what is missing, then runs the server in this very process.
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
process.env.NODE_ENV ??= 'production'
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist', 'server.mjs')).href)
