import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Settings } from '#platform/settings.ts'
import { type Checked, checkEvidence } from '#support/evidence/check.ts'
import { keptFiles } from '#support/evidence/reads.ts'
import { folderStorage } from '#support/evidence/storage.ts'
import { inDatabaseHere } from './cli-database.ts'
import type { Speak } from './cli-words.ts'

/**
 * Compares the stored files with the database that this machine's settings name, and says what it found. Ends with 0
 * when they agree, with 1 when they don't, and with 2 where there is no installation to compare.
 */
export async function fsckHere(settings: Settings, root: string, speak: Speak) {
  const dataDir = resolve(root, settings.dataDir)
  // the key is made at the first start, whatever database serves: without it this is another folder than the program's
  const checked = existsSync(join(dataDir, 'secret.key'))
    ? await inDatabaseHere(settings, root, (db) =>
        checkEvidence(keptFiles(db), folderStorage(join(dataDir, 'evidence'))),
      )
    : null
  if (!checked) return { out: [], trouble: [speak('fsckNothingHere', { path: dataDir })], code: 2 as const }
  return told(checked, speak)
}

function told({ files, bytes, findings }: Checked, speak: Speak) {
  const words = {
    missing: 'fsckMissing',
    altered: 'fsckAltered',
    unreadable: 'fsckUnreadable',
    unknown: 'fsckUnknown',
  } as const
  const lines = findings.map(({ kind, ...details }) => speak(words[kind], details))
  const sum = speak(findings.length === 0 ? 'fsckHolds' : 'fsckFails', { files, bytes, count: findings.length })
  return { out: [...lines, sum], trouble: [], code: findings.length === 0 ? (0 as const) : (1 as const) }
}
