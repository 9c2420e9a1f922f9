// Installs what is missing; says nothing when nothing is.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, npm, root, run } from './run.mjs'

/** Refuses a Node that is too old, in words. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(
    `需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}：请从 https://nodejs.org 安装后重试。`,
    `Node.js 20.19 or later is needed, this is ${process.versions.node}: install it from https://nodejs.org and try again.`,
  )
}

/** Installs the packages of package-lock.json unless they are installed already, for this Node and this machine. */
export async function installPackages() {
  const stamp = join(root, 'node_modules', '.hangbiao')
  const wanted = stampOf()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('安装依赖 · installing packages')
  // not `npm ci`: it fails where a registry lacks another system's optional packages. Not saved: a clone stays clean
  const { code } = await run(...npm('install', '--no-audit', '--no-fund', '--no-save', '--include=dev'))
  if (code !== 0)
    giveUp(
      '依赖没有装上（见上面 npm 的说明）：请检查网络或 npm 的 registry 设置，以及本目录是否可写。',
      'The packages could not be installed (see what npm says above): check the network, the registry npm uses, and whether this folder can be written.',
    )
  writeFileSync(stamp, wanted)
}

function stampOf() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return `${hash.digest('hex')} ${process.platform} ${process.arch} ${process.versions.modules}\n`
}
