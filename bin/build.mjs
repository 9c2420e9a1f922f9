// Builds what runs in production: dist/*.mjs for Node and, when there is a workbench, dist/web for the browser.
import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp, root, run, tool } from './run.mjs'

const stamp = join(root, 'dist', '.built')

/** Builds when a source is not the one that was built last. */
export async function buildIfNeeded() {
  const wanted = stampOf()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('编译 · building')
  // a process of its own, so that the server does not keep the builder's memory
  const { code } = await run(process.execPath, [fileURLToPath(import.meta.url)])
  if (code !== 0) giveUp('编译没有成功，原因见上。', 'The build did not succeed; the reason stands above.')
}

/** Builds everything, now. */
export async function build() {
  const wanted = stampOf()
  rmSync(stamp, { force: true })
  const { build: bundle } = await import('esbuild')
  await bundle({
    absWorkingDir: root,
    entryPoints: entries(),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
  copyMigrations()
  if (existsSync(join(root, 'vite.config.ts'))) {
    const { code, said } = await run(...tool('vite', 'build', '--outDir', join(root, 'dist', 'web')), { quiet: true })
    if (code !== 0) throw new Error(said)
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** What runs by itself: the programs of src/main, the demo's folder, and the processes that do dangerous work apart. */
function entries() {
  const programs = {
    server: 'src/main/server.ts',
    cli: 'src/main/cli.ts',
    'throw-away': 'src/platform/postgres/throw-away.ts',
  }
  const apart = sources().flatMap((file) => {
    const [, name] = /^src\/support\/([^/]+)\/worker\.ts$/.exec(file) ?? []
    return name ? [[`${name}-worker`, file]] : []
  })
  const all = [...Object.entries(programs), ...apart]
  return Object.fromEntries(all.filter(([, file]) => existsSync(join(root, file))))
}

/** All in one folder: their names, which begin with the minute they were written, are their order. */
function copyMigrations() {
  const folder = join(root, 'dist', 'migrations')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of sources().filter((name) => name.endsWith('.sql')))
    copyFileSync(join(root, file), join(folder, basename(file)), constants.COPYFILE_EXCL)
}

function stampOf() {
  const hash = createHash('sha256')
  const others = ['package.json', 'package-lock.json', 'vite.config.ts', 'index.html', join('bin', 'build.mjs')]
  for (const file of [...sources(), ...others.filter((name) => existsSync(join(root, name)))]) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return `${hash.digest('hex')}\n`
}

function sources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
