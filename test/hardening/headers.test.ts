import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portalPages } from '#main/portal-pages.ts'
import { openFor } from '#support/account/actions.ts'
import { accountContract } from '#support/account/contract.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { pdfOf } from '../evidence-files/making.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, openWorld, type World } from '../world.ts'

/** Checks 11, 38, 81, 82: what every answer says besides itself. */

let world: World
let stage: Stage
let secretary: Browser
const answers: { what: string; status: number; headers: Headers; isHtml: boolean }[] = []

const files = mkdtempSync(join(tmpdir(), 'hangbiao-headers-'))
beforeAll(async () => {
  storeEvidenceIn(files)
  world = await openWorld()
  stage = await setStage(world)
  secretary = await world.as(stage.people.huangpuSecretary)
  const { id } = await secretary.get(evidenceContract.uploadEvidence, {
    organisation: stage.organisations.huangpu,
    file: { name: '记录.pdf', bytes: new Uint8Array(pdfOf()) },
  } as never)
  const mine = { cookie: secretary.cookie, origin: 'http://localhost' }
  const json = { ...mine, 'content-type': 'application/json' }
  const post = (body: string, headers: Record<string, string> = json) => ({ method: 'POST', headers, body })
  await ask('200', '/api/me', { headers: mine })
  await ask('a refusal of a field', '/api/me/tokens', post('{"name":""}'))
  await ask('401', '/api/me')
  await ask('404 of the API', '/api/nothing-here')
  await ask('404 of a thing', `/api/organisations/${crypto.randomUUID()}`, { headers: mine })
  await ask('400', '/api/me/tokens', post('{'))
  await ask('403', '/api/me/tokens', post('{"name":"x"}', { ...json, origin: 'https://elsewhere.example' }))
  await ask('415', '/api/me/tokens', post('x', { ...json, 'content-type': 'text/plain' }))
  await ask('413', '/api/me/tokens', post('x'.repeat(600_000)))
  await ask('a file', `/api/evidence/${id}/file`, { headers: mine })
  await ask('HEAD', '/api/me', { method: 'HEAD', headers: mine })
  await ask('OPTIONS', '/api/me', { method: 'OPTIONS' })
  await ask('a 404 page', '/nothing-here')
  await ask('the desk', '/desk/')
  await ask('the way to the desk', '/desk')
  await ask('an asset that is not there', '/desk/assets/nothing.js')
  await ask('half a code', '/desk/%')
  await ask('the style', '/portal.css')
  await ask('a redirect', '/preferences?lang=en')
  await ask('a form refused', '/do/signOut', post('', { 'content-type': 'text/plain' }))
  await ask('health', '/healthz')
  for (const { path } of portalPages(false)) {
    const address = path.replace(/:\w+/g, crypto.randomUUID())
    await ask(`${path} as nobody`, address)
    await ask(`${path} signed in`, address, { headers: mine })
  }
})
afterAll(async () => {
  await world.close()
  rmSync(files, { recursive: true, force: true })
})

async function ask(what: string, path: string, init: RequestInit = {}): Promise<void> {
  const { status, headers } = await world.app.request(path, init)
  answers.push({ what, status, headers, isHtml: /text\/html/.test(headers.get('content-type') ?? '') })
}

const lacking = (name: string, wanted: RegExp | null, among = answers) =>
  among
    .filter(({ headers }) => (wanted ? !wanted.test(headers.get(name) ?? '') : headers.has(name)))
    .map(({ what, status, headers }) => `${what} (${status}): ${headers.get(name)}`)

test('the crawl met answers of every kind', () => {
  const statuses = new Set(answers.map(({ status }) => status))
  for (const status of [200, 301, 303, 400, 401, 403, 404, 413, 415, 422]) expect(statuses).toContain(status)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  expect(answers.filter(({ isHtml }) => isHtml).length).toBeGreaterThan(5)
})

describe('check 38', () => {
  test('every answer carries the content policy, without inline or evaluated scripts', () => {
    const ours = answers.filter(({ what }) => what !== 'a file')
    for (const part of [
      /default-src 'self'/,
      /script-src 'self'(;|$)/,
      /object-src 'none'/,
      /base-uri 'none'/,
      /frame-ancestors 'none'/,
      /form-action 'self'/,
    ])
      expect(lacking('content-security-policy', part, ours)).toEqual([])
    const files = answers.filter(({ what }) => what === 'a file')
    expect(files).toHaveLength(1)
    expect(lacking('content-security-policy', /^sandbox; default-src 'none'; /, files)).toEqual([])
    expect(lacking('content-disposition', /^attachment; /, files)).toEqual([])
    expect(
      answers.filter(({ headers }) =>
        /unsafe-eval|script-src[^;]*unsafe|\*/.test(headers.get('content-security-policy')!),
      ),
    ).toEqual([])
  })

  test('no page of the portal holds a script or a handler of its own', async () => {
    for (const { path } of portalPages(false)) {
      const { html } = await secretary.page(path.replace(/:\w+/g, crypto.randomUUID()))
      expect(html, path).not.toMatch(/<script|\son\w+=|javascript:/i)
    }
  })
})

describe('check 81', () => {
  test('every answer asks for HTTPS, forbids guessing types, and keeps its address from others', () => {
    expect(lacking('strict-transport-security', /max-age=31536000; includeSubDomains/)).toEqual([])
    expect(lacking('x-content-type-options', /^nosniff$/)).toEqual([])
    expect(lacking('referrer-policy', /^(same-origin|no-referrer)$/)).toEqual([])
  })

  test('no answer tells what it is made with', () => {
    for (const name of ['server', 'x-powered-by', 'via']) expect(lacking(name, null)).toEqual([])
  })
})

describe('check 82', () => {
  test('nothing may be kept but the style and the files with a hash in their name', () => {
    const kept = answers.filter(({ what }) => !['the style', 'the desk', 'half a code'].includes(what))
    expect(lacking('cache-control', /no-store/, kept)).toEqual([])
    const desk = answers.filter(({ what }) => ['the desk', 'half a code'].includes(what))
    expect(lacking('cache-control', /no-cache|no-store/, desk)).toEqual([])
  })

  test('signing out empties what the browser kept', async () => {
    const browser = await world.as(stage.people.xuwenMember)
    const response = await world.app.request('/api/session', {
      method: 'DELETE',
      headers: { cookie: browser.cookie, origin: 'http://localhost' },
    })
    expect(response.headers.get('clear-site-data')).toContain('"cache"')
    expect(await browser.ask(accountContract.listMySessions, {})).toMatchObject({ status: 401 })
  })
})

describe('check 11', () => {
  test('the cookie of the session is bound to this host, to HTTPS, and out of reach of scripts', async () => {
    const cookies: string[] = []
    await world.act(stage.people.nanshaSecretary, async (context) => {
      await context.tx.insertInto('account').values({ person_id: stage.people.nanshaSecretary, login: 'n' }).execute()
      const set = ({ name }: { name: string }) => void cookies.push(name)
      await openFor({ ...context, cookies: { read: () => undefined, set } }, stage.people.nanshaSecretary)
    })
    expect(cookies).toContain('__Host-hb')
    const response = await world.app.request('/api/session', {
      method: 'DELETE',
      headers: { cookie: secretary.cookie, origin: 'http://localhost' },
    })
    const set = response.headers.getSetCookie()
    expect(set.length).toBeGreaterThan(0)
    for (const each of set) {
      expect(each).toMatch(/^__Host-/)
      for (const part of [/; Path=\/(;|$)/, /; Secure(;|$)/, /; HttpOnly(;|$)/, /; SameSite=(Lax|Strict)(;|$)/])
        expect(each).toMatch(part)
      expect(each).not.toMatch(/domain=/i)
    }
  })

  test('the cookies of language and size say nothing of a person', async () => {
    const response = await world.app.request('/preferences?lang=en&large=1')
    expect(response.headers.getSetCookie().map((each) => each.split(';')[0])).toEqual(['lang=en', 'large=1'])
    const odd = await world.app.request('/preferences?lang=en%0d%0aset-cookie:x=1&then=//elsewhere.example')
    expect(odd.headers.getSetCookie()).toEqual([])
    expect(odd.headers.get('location')).toBe('/')
  })
})
