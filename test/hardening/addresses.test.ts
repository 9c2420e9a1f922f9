import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

/** Check 26, and where requests come from: other spellings of an address give no more, foreign pages give nothing. */

let world: World
let stage: Stage
let secretary: Browser
let foreign: string
beforeAll(async () => {
  world = await openWorld()
  stage = await setStage(world)
  secretary = await world.as(stage.people.huangpuSecretary)
  foreign = stage.organisations.xuwen
})
afterAll(() => world.close())

const ask = (path: string, init: RequestInit = {}, cookie = secretary.cookie) =>
  world.app.request(path, { ...init, headers: { ...(cookie && { cookie }), ...init.headers } })

/** The spellings of one address. */
function spellings(path: string): string[] {
  const [first = '', ...rest] = path.split('/').filter(Boolean)
  const tail = rest.join('/')
  return [
    `//${first}/${tail}`,
    `/${first}//${tail}`,
    `/${first}/./${tail}`,
    `/${first}/x/../${tail}`,
    `/${first}/x/%2e%2e/${tail}`,
    `/${first}%2f${tail}`,
    `/${first}%252f${tail}`,
    `/${first}/${tail}/`,
    `/${first}/${tail}//`,
    `/${first}/${tail}/.`,
    `/${first}/${tail}%20`,
    `/${first}/${tail}%00`,
    `/${first}/${tail};x=1`,
    `/${first}/${tail}.json`,
    `/${first}/${tail}?x=1&x=2`,
    `/${first}/${tail}#x`,
    `/${first.toUpperCase()}/${tail}`,
    `/${first}/${tail.toUpperCase()}`,
    `/${first}/${encodeURIComponent(tail)}`,
    `/${[...first].map((each) => `%${each.charCodeAt(0).toString(16)}`).join('')}/${tail}`,
    `/${first}/%u002e/${tail}`,
    `/${first}\\${tail}`,
    `/desk/../${first}/${tail}`,
    `/desk/..%2f${first}/${tail}`,
    `/do/../${first}/${tail}`,
  ]
}

describe('check 26', () => {
  test('25 spellings of a foreign thing, and of one asked for by nobody, give as little as the plain one', async () => {
    for (const path of [`/api/organisations/${foreign}`, '/api/people', '/api/me/sessions'])
      for (const [cookie, who] of [
        [secretary.cookie, 'the secretary'],
        ['', 'nobody'],
      ] as const) {
        const plain = await ask(path, {}, cookie)
        if (cookie === '') expect(plain.status, path).toBe(401)
        else if (path.endsWith(foreign)) expect(plain.status, path).toBe(404)
        for (const spelling of spellings(path)) {
          const response = await ask(spelling, {}, cookie)
          const told = await response.text()
          expect(response.status, `${who} ${spelling}`).toBeLessThan(500)
          if (plain.status === 200) continue
          const leaks = response.status === 200 && !/^<!doctype html>/i.test(told)
          expect(leaks, `${who} ${spelling}: ${response.status} ${told.slice(0, 80)}`).toBe(false)
          expect(told, `${who} ${spelling}`).not.toContain('徐闻海事处党支部')
        }
      }
  })

  test('HEAD gives what GET gives without its body; other methods give nothing', async () => {
    for (const path of ['/api/me', `/api/organisations/${foreign}`, '/sign-in', '/nothing-here']) {
      const [got, head] = [await ask(path), await ask(path, { method: 'HEAD' })]
      expect(head.status, path).toBe(got.status)
      expect(await head.text(), path).toBe('')
    }
    for (const method of ['OPTIONS', 'PATCH', 'PROPFIND', 'QUERY', 'PURGE'])
      for (const path of ['/api/me', '/api/session', '/sign-in', '/do/signOut', '/desk/']) {
        const response = await ask(path, { method })
        expect(response.status, `${method} ${path}`).toBe(404)
        expect(response.headers.get('access-control-allow-origin')).toBeNull()
      }
  })

  test('a header or a field cannot change the method', async () => {
    const lines = await sessions()
    for (const headers of [
      { 'x-http-method-override': 'DELETE' },
      { 'x-method-override': 'DELETE' },
      { 'x-http-method': 'DELETE' },
    ])
      expect((await ask('/api/session', { headers })).status).toBe(404)
    expect((await ask('/api/session?_method=DELETE')).status).toBe(404)
    expect(
      (
        await ask('/do/listMySessions', {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
          body: '_method=GET',
        })
      ).status,
    ).toBe(404)
    expect(await sessions()).toBe(lines)
  })
})

describe('a request that changes something', () => {
  const write = (headers: Record<string, string>, body = '{"name":"x"}') =>
    ask('/api/me/tokens', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

  test('is refused from a page of another site, whatever the page leaves out', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'http://localhost.elsewhere.example' },
      { origin: 'http://localhost:8081' },
      { origin: 'https://localhost' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ] as Record<string, string>[]) {
      const response = await write(headers)
      expect(response.status, JSON.stringify(headers)).toBe(403)
      expect(await response.json()).toMatchObject({ error: { code: 'platform.foreign-origin' } })
    }
    expect((await write({ origin: 'http://localhost' })).status).toBe(200)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('is refused as a form of another site too, and as text that pretends to be JSON', async () => {
    const form = {
      method: 'POST',
      body: 'name=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    }
    expect((await ask('/do/makeToken', form)).status).toBe(403)
    expect((await write({ 'content-type': 'text/plain', origin: 'http://localhost' })).status).toBe(415)
  })

  test('is never taken by GET', async () => {
    const before = await sessions()
    for (const path of ['/do/signOut', '/do/makeToken?name=x', '/api/me/tokens?name=x'])
      await ask(path, { headers: { origin: 'http://localhost' } })
    expect(await sessions()).toBe(before)
  })
})

async function sessions(): Promise<string> {
  const [open, tokens] = [
    await world.owner.selectFrom('session').selectAll().where('ended_at', 'is', null).execute(),
    await world.owner.selectFrom('access_token').selectAll().execute(),
  ]
  return `${open.length} ${tokens.length}`
}
