import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountContract } from '#support/account/contract.ts'
import { setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'
import { mustMatch } from './answers.ts'

/** Checks 40 and 41: what an error says, and that every answer is as described. */

let world: World
let browser: Browser
beforeAll(async () => {
  world = await openWorld()
  const stage = await setStage(world)
  browser = await world.as(stage.people.huangpuSecretary)
})
afterAll(() => world.close())

const inside = /\bat .*\.(ts|js|mjs)|node_modules|\/src\/|\bselect\b|\binsert\b|relation|column|postgres|kysely|Error:/i

describe('check 40', () => {
  test('an error of ours tells its number and nothing of the inside, in both languages and on both faces', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await sql`alter table access_token rename to access_token_gone`.execute(world.owner)
    try {
      for (const [language, words] of [
        ['zh', /系统出错/],
        ['en', /Something went wrong/],
      ] as const) {
        const response = await world.app.request('/api/me/tokens', {
          headers: { cookie: browser.cookie, 'accept-language': language },
        })
        expect(response.status).toBe(500)
        const body = (await response.json()) as { error: Record<string, string> }
        expect(Object.keys(body)).toEqual(['error'])
        expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'requestId'])
        expect(body.error.message).toMatch(words)
        expect(body.error.message).toContain(body.error.requestId)
        expect(JSON.stringify(body)).not.toMatch(inside)
        const noted = log.mock.calls.flat().join('\n')
        expect(noted).toContain(body.error.requestId)
        expect(noted).toContain('access_token')
      }
      const page = await browser.post('makeToken', { name: '本机', days: '5' }, '/me')
      expect(page.status).toBe(500)
      expect(page.html).not.toMatch(inside)
      expect(page.html).toContain('系统出错')
    } finally {
      await sql`alter table access_token_gone rename to access_token`.execute(world.owner)
      log.mockRestore()
    }
  })

  test('every refusal has a code, a sentence in the language asked for, and the number of the request', async () => {
    const asked: [string, RequestInit][] = [
      ['/api/me', {}],
      ['/api/nothing', {}],
      [`/api/organisations/${crypto.randomUUID()}`, { headers: { cookie: browser.cookie } }],
      ['/api/set-up', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
      ['/api/set-up', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
      ['/api/set-up', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }],
    ]
    const numbers = new Set<string>()
    for (const [path, init] of asked) {
      const response = await world.app.request(path, init)
      const { error } = (await response.json()) as { error: { code: string; message: string; requestId: string } }
      expect(error.code).toMatch(/^[a-z-]+\.[a-z-]+$/)
      expect(error.message).toMatch(/[\u4e00-\u9fff]/)
      expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
      expect(JSON.stringify(error)).not.toMatch(inside)
      numbers.add(error.requestId)
    }
    expect(numbers.size).toBe(asked.length)
  })

  test('the database away is 503 with the time to come back', async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
      .execute(world.owner)
      .catch(() => {})
    const response = await world.app.request('/api/me', { headers: { cookie: browser.cookie } })
    if (response.status === 503) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    else expect(response.status).toBe(200)
    expect((await world.app.request('/api/me', { headers: { cookie: browser.cookie } })).status).toBe(200)
  })
})

describe('check 41', () => {
  test('an answer with a field too many, or too few, or undescribed, is found', () => {
    const session = {
      id: crypto.randomUUID(),
      device: '',
      beganAt: '2026-07-15T12:00:00+08:00',
      usedAt: '2026-07-15T12:00:00+08:00',
      current: true,
    }
    mustMatch('listMySessions', 200, { rows: [session] })
    expect(() => mustMatch('listMySessions', 200, { rows: [{ ...session, tokenHash: 'x' }] })).toThrow('docs/openapi')
    expect(() => mustMatch('listMySessions', 200, { rows: [{ ...session, current: undefined }] })).toThrow()
    expect(() => mustMatch('listMySessions', 200, {})).toThrow()
    expect(() => mustMatch('listMySessions', 418, {})).toThrow('418')
    expect(() => mustMatch('listMySessions', 404, { error: { code: 'x' } })).toThrow()
  })

  test('every answer that a test gets over HTTP is held against it', async () => {
    expect((await browser.ask(accountContract.listMySessions, {})).status).toBe(200)
    const source = await import('node:fs').then(({ readFileSync }) =>
      readFileSync(new URL('../world.ts', import.meta.url), 'utf8'),
    )
    expect(source).toMatch(/mustMatch\(names\.get\(operation\)!, response\.status, body\)/)
  })
})
