import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Check 85: nothing secret in the files, nor in anything that ever was in their history. */

const root = join(import.meta.dirname, '../..')

/** What a secret looks like. Put together from halves, so that this file is no find of its own. */
const signs: [name: string, sign: RegExp][] = [
  ['a private key', new RegExp(`-----BEGIN (?:[A-Z]+ )?PRIV${'ATE'} KEY-----`)],
  ['a key of a cloud', /\b(?:AKIA|ASIA|LTAI|AKID)[A-Za-z0-9]{16,30}\b/],
  ['a token of a forge', /\b(?:ghp|gho|ghs|ghr|glpat|npm)_[A-Za-z0-9]{30,}\b|\bgithub_pat_\w{40,}/],
  ['a token of a chat', /\bxox[abprs]-[A-Za-z0-9-]{20,}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}/],
  [
    'a password in an address',
    /\b[a-z]{3,12}:\/\/[^\s:/@'"`$<>{}]{1,60}:(?!hidden-word@|password@|secret@)[^\s:/@'"`$<>{}]{4,60}@/,
  ],
  [
    'a word set as a secret',
    /\b(?:api[_-]?key|secret[_-]?key|access[_-]?token|client[_-]?secret)['"]?\s*[:=]\s*['"][A-Za-z0-9+/_-]{20,}['"]/i,
  ],
]

function finds(text: string, where: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      signs.flatMap(([name, sign]) =>
        sign.test(line) ? [`${where}:${index + 1} ${name}: ${line.trim().slice(0, 80)}`] : [],
      ),
    )
}

function git(folder: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Every line that any commit ever added, messages included. */
function everAdded(folder: string): string {
  return git(folder, 'log', '--all', '--patch', '--no-color', '--no-ext-diff', '--unified=0', '--format=%n%H %s%n%b')
    .split('\n')
    .filter((line) => !line.startsWith('-') && line.length < 20_000)
    .join('\n')
}

// an archive of the sources, without a history, has none to look through
const hasHistory = spawnSync('git', ['log', '-1'], { cwd: root }).status === 0

describe('check 85', () => {
  test.runIf(hasHistory)('no file of the project holds a secret', () => {
    const files = git(root, 'ls-files', '-z').split('\0').filter(Boolean)
    expect(files.length).toBeGreaterThan(100)
    const found = files.flatMap((file) => {
      try {
        return finds(readFileSync(join(root, file), 'utf8'), file)
      } catch {
        // deleted, and not yet committed so
        return []
      }
    })
    expect(found).toEqual([])
    expect(files.filter((file) => /(^|\/)(\.env|id_rsa|.*\.(pem|key|p12|pfx|jks))$/.test(file))).toEqual([])
  })

  test.runIf(hasHistory)('no commit ever held one', () => {
    expect(finds(everAdded(root), 'history')).toEqual([])
  })

  test('a planted one is found, also when a later commit took it away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hangbiao-secret-'))
    try {
      git(folder, 'init', '-q')
      const commit = (text: string) => {
        writeFileSync(join(folder, 'settings.txt'), text)
        git(folder, 'add', '.')
        git(folder, '-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '-q', '-m', 'x')
      }
      const planted = [
        `-----BEGIN RSA PRIV${'ATE'} KEY-----`,
        `AKIA${'ABCDEFGHIJKLMNOP'}`,
        `ghp_${'a1'.repeat(20)}`,
        `postgres://user:${'geheim'}1@host/db`,
        `api_key = "${'0123456789abcdef'.repeat(2)}"`,
      ]
      commit(planted.join('\n'))
      commit('nothing')
      expect(finds(readFileSync(join(folder, 'settings.txt'), 'utf8'), 'tree')).toEqual([])
      expect(finds(everAdded(folder), 'history')).toHaveLength(planted.length)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
