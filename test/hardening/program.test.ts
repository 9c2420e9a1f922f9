import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { postgresProcessesIn } from '#platform/postgres/processes.ts'
import { buildIfNeeded } from '../../bin/build.mjs'
import { openWorld, type World } from '../world.ts'
import { type Program, refusedStart, startProgram } from './program.ts'

/** Checks 31, 83, 84, 86: the program as it runs, seen from outside. */

let world: World
let dataDir: string
let urls: { DATABASE_URL: string; DATABASE_OWNER_URL: string }
const programs: Program[] = []
const { admin, owner } = inject('postgres')

beforeAll(async () => {
  await buildIfNeeded()
  world = await openWorld()
  dataDir = mkdtempSync(join(tmpdir(), '航标 外部-'))
  urls = { DATABASE_URL: urlOf(world.connection.user), DATABASE_OWNER_URL: urlOf(owner.user) }
})
afterAll(async () => {
  for (const program of programs) await program.stop()
  await world.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function urlOf(user: string): string {
  const { host, port, database } = world.connection
  return `postgres://${user}:hidden-word@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

async function start(settings: Record<string, string> = {}, withOwn = true): Promise<Program> {
  const program = await startProgram({ DATA_DIR: dataDir, ...(withOwn && urls), ...settings })
  programs.push(program)
  return program
}

/** Sends bytes as they are and gives the first line of the answer. */
function raw(port: number, ...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part)
    })
    socket.setTimeout(20_000, () => {
      socket.destroy()
      reject(new Error('no answer'))
    })
    socket.once('data', (answer) => {
      socket.destroy()
      resolve(String(answer).split('\r\n')[0] ?? '')
    })
    socket.on('error', () => resolve('cut off'))
  })
}

describe('check 31', () => {
  const head = (...lines: string[]) =>
    `${['POST /api/session HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json', ...lines].join('\r\n')}\r\n\r\n`

  test('a body that is too long is refused when it says so, before it is sent', async () => {
    const { port } = await start()
    expect(await raw(port, head('content-length: 10485760'), 'x'.repeat(1000))).toBe('HTTP/1.1 413 Payload Too Large')
    const upload = `POST /api/organisations/${crypto.randomUUID()}/evidence HTTP/1.1\r\nhost: x\r\n`
    expect(
      await raw(port, `${upload}content-type: multipart/form-data; boundary=b\r\ncontent-length: 52428800\r\n\r\n`),
    ).toBe('HTTP/1.1 413 Payload Too Large')
  })

  test('one that does not say so is refused when less than a megabyte has come', async () => {
    const { port } = programs[0]!
    const chunk = `${(1024).toString(16)}\r\n${'x'.repeat(1024)}\r\n`
    expect(await raw(port, head('transfer-encoding: chunked'), chunk.repeat(700))).toBe(
      'HTTP/1.1 413 Payload Too Large',
    )
  })

  test('ten megabytes leave the program as it was', async () => {
    const { port, pid, url } = programs[0]!
    const before = residentOf(pid)
    for (let time = 0; time < 5; time++)
      await raw(port, head('content-length: 10485760'), Buffer.alloc(10 * 1024 * 1024, 'x'))
    expect(residentOf(pid) - before).toBeLessThan(30)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test.each([
    ['no address', 'GET HTTP/1.1\r\n\r\n'],
    ['two lengths', 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx'],
    [
      'length and chunks',
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a header with a line end in it', 'GET /api/me HTTP/1.1\r\nhost: x\r\nx: a\rb\r\n\r\n'],
    ['too many headers', `GET /api/me HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(20_000)}\r\n`],
    ['an odd host', 'GET /sign-in HTTP/1.1\r\nhost: a b/../\r\n\r\n'],
    ['no host', 'GET /sign-in HTTP/1.1\r\n\r\n'],
    ['a whole address', 'GET http://elsewhere.example/api/me HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['two slashes', 'GET //elsewhere.example/%2e%2e HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['half a code', 'GET /desk/% HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['another half', 'GET /api/organisations/%ZZ HTTP/1.1\r\nhost: x\r\n\r\n'],
  ])('%s is answered with a refusal, and the program goes on', async (_, bytes) => {
    const { port, url } = programs[0]!
    const line = await raw(port, bytes)
    expect(line).toMatch(/^HTTP\/1\.1 (200|30\d|4\d\d) |^cut off$/)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('check 83', () => {
  const cases: [string, Record<string, string>, RegExp, string[]?][] = [
    ['a superuser as the role of the application', { DATABASE_URL: 'admin' }, /superuser/],
    ['the owner of the tables as that role', { DATABASE_URL: 'owner' }, /两个不同的角色/],
    ['one address of the database without the other', { DATABASE_OWNER_URL: '' }, /须同时设置/],
    ['an address of another kind', { DATABASE_URL: 'mysql://u:hidden-word@h/d' }, /postgres:\/\//],
    ['a port that is none', { PORT: 'eighty' }, /PORT/],
    ['every origin', { ORIGIN: '*' }, /ORIGIN/],
    ['an origin without https', { ORIGIN: 'http://pinpai.example.gov.cn' }, /ORIGIN/],
    ['an origin with a path', { ORIGIN: 'https://pinpai.example.gov.cn/x' }, /ORIGIN/],
    ['every proxy trusted', { TRUSTED_PROXIES: '*' }, /TRUSTED_PROXIES/],
    ['a network of proxies trusted', { TRUSTED_PROXIES: '10.0.0.0/8' }, /TRUSTED_PROXIES/],
    ['a setting that there is not', { HANGBIAO_DEBUG: '1' }, /HANGBIAO_DEBUG/],
    ['a PostgreSQL that is not brought along', { HANGBIAO_POSTGRES: '14' }, /15 或 18/],
    ['a debugger in production', {}, /--inspect/, ['--inspect=127.0.0.1:0']],
  ]

  test.each(cases)('%s is refused in one sentence', async (_, settings, sentence, words = []) => {
    const named = { admin: urlOf(admin.user), owner: urlOf(owner.user) }
    const url = named[settings.DATABASE_URL as 'admin'] ?? settings.DATABASE_URL
    const { code, said } = await refusedStart(
      { DATA_DIR: dataDir, ...urls, ...settings, ...(url && { DATABASE_URL: url }) },
      words,
    )
    expect(code, said).toBe(1)
    expect(said).toMatch(sentence)
    expect(said).toMatch(/[\u4e00-\u9fff]/)
    expect(said, 'a stack, or a password').not.toMatch(/\n\s+at |hidden-word/)
    expect(said).not.toContain('已启动')
  })

  test('open to the network without https is said aloud', async () => {
    const program = await start({ HOST: '0.0.0.0' })
    expect(program.said()).toMatch(/没有设置 https 的 ORIGIN/)
    const quiet = await start({ HOST: '0.0.0.0', ORIGIN: 'https://pinpai.example.gov.cn' })
    expect(quiet.said()).not.toMatch(/没有设置/)
  })
})

describe('check 84', () => {
  test('the program and its database listen at one place, and that is loopback', { timeout: 120_000 }, async () => {
    const own = mkdtempSync(join(tmpdir(), '航标 端口-'))
    const program = await start({ DATA_DIR: own }, false)
    const ours = [program.pid, ...(postgresProcessesIn(join(own, 'pg')) ?? [])]
    expect(ours.length).toBeGreaterThan(3)
    expect(listenersOf(ours)).toEqual([`0100007F:${program.port.toString(16).toUpperCase().padStart(4, '0')}`])
    await program.stop()
    rmSync(own, { recursive: true, force: true })
  })
})

describe('check 86', () => {
  const tries = async (program: Program, forwarded: (time: number) => string) => {
    const statuses: number[] = []
    for (let time = 0; time < 22; time++)
      statuses.push(
        (
          await fetch(`${program.url}/api/activation`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-forwarded-for': forwarded(time),
              forwarded: `for=${time}`,
            },
            body: JSON.stringify({ login: `nobody-${time}`, code: 'x', password: 'y' }),
          })
        ).status,
      )
    return statuses.map((status) => (status === 429 ? 429 : 0))
  }
  const limit = [...Array(20).fill(0), 429, 429]

  test('an address that the sender made up frees nobody from a limit', async () => {
    expect(await tries(await start(), (time) => `198.51.100.${time}`)).toEqual(limit)
  })

  test('nor behind a proxy, where only what the proxy says counts', async () => {
    const behind = await start({ TRUSTED_PROXIES: '127.0.0.1', ORIGIN: 'https://pinpai.example.gov.cn' })
    expect(await tries(behind, (time) => `192.0.2.${time}, 198.51.100.7`)).toEqual(limit)
    // and there the limit is indeed each sender's own
    expect(await tries(behind, (time) => `203.0.113.${time}`)).toEqual(Array(22).fill(0))
  })
})

/** Resident memory in megabytes. */
function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}

/** Where these processes take connections, as the kernel tells it: address and port in hexadecimal. */
function listenersOf(pids: number[]): string[] {
  const inodes = new Set(
    pids.flatMap((pid) =>
      readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
        try {
          return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? []
        } catch {
          return []
        }
      }),
    ),
  )
  const LISTENING = '0A'
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, , , state, , , , , , inode]) => inodes.has(inode ?? '') && (kind.startsWith('udp') || state === LISTENING),
      )
      .map(([, local = '']) => local),
  )
}
