// Starts the embedded database of a directory, says so, and does nothing else until it is killed.
import { type Launch, startPostgres } from '#platform/postgres/launcher.ts'

const [dataDir = '', major = '18'] = process.argv.slice(2)
const { pid, adopted, inCharge } = await startPostgres({
  dataDir,
  major: Number(major) as NonNullable<Launch['major']>,
})
process.stdout.write(`${JSON.stringify({ pid, adopted, inCharge })}\n`)
setInterval(() => {}, 60_000)
