// Writes docs/openapi.json, docs/schema.sql and src/platform/tables.ts; with --check fails when one of them is stale.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = ['docs/openapi.json', 'docs/schema.sql', 'src/platform/tables.ts']
const read = () =>
  files.map((file) => {
    try {
      return readFileSync(join(root, file), 'utf8')
    } catch {
      return ''
    }
  })
const before = read()
const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/main/generate-run.ts'], {
  cwd: root,
  stdio: 'inherit',
})
const after = read()
const checking = process.argv.includes('--check')
// a check changes nothing
if (checking) for (const [index, file] of files.entries()) writeFileSync(join(root, file), before[index])
if (run.status !== 0) process.exit(run.status ?? 1)
const stale = files.filter((_, index) => before[index] !== after[index])
if (checking && stale.length > 0) {
  console.error(`已过期，请提交重新生成的文件 / stale, commit what was generated anew: ${stale.join(', ')}`)
  process.exit(1)
}
