import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { Operation } from '#basics/contract.ts'
import { capabilities } from '#main/capabilities.ts'
import { parseInput } from '#platform/parse.ts'
import { accountContract } from '#support/account/contract.ts'
import { gather } from '../strangers/crowd.ts'
import { type Browser, openWorld, requestFor, type World } from '../world.ts'

/** Checks 25, 29, 30, 32: what cannot be read, what was not asked for, and too much at once. */

let world: World
let administrator: Browser
const operations = capabilities.flatMap(({ contract }) => Object.entries<Operation>(contract))

beforeAll(async () => {
  world = await openWorld()
  const { people } = await gather(world)
  administrator = await world.as(people['office@root']!)
})
afterAll(() => world.close())

const send = (method: string, path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  world.app.request(`/api${path}`, {
    method,
    headers: { cookie: administrator.cookie, origin: 'http://localhost', 'content-type': type },
    body,
  })
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

describe('check 29', () => {
  test.each([
    ['broken JSON', '{"name":', 'platform.not-json'],
    ['two values', '{} {}', 'platform.not-json'],
    ['a list', '[]', 'platform.not-an-object'],
    ['a text', '"x"', 'platform.not-an-object'],
    ['a NUL character', '{"name":"a\\u0000b"}', 'platform.nul-character'],
    ['a NUL in a name', '{"a\\u0000":1}', 'platform.nul-character'],
    ['half a character', '{"name":"\\ud800"}', 'platform.half-character'],
    ['the other half', '{"name":"\\udc00x"}', 'platform.half-character'],
    ['nesting without end', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'platform.too-deep'],
  ])('%s is answered with 400 and a reason', async (_, body, code) => {
    const response = await send('POST', '/me/tokens', body)
    expect(response.status).toBe(400)
    expect(await codeOf(response)).toBe(code)
  })

  test('bytes that are no UTF-8 are answered with 400', async () => {
    const response = await send('POST', '/me/tokens', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]))
    expect(response.status).toBe(400)
  })

  test('a NUL or half a character in an address or a form is answered, not stumbled over', async () => {
    for (const path of ['/api/organisations?cursor=%00', '/api/organisations/%00', '/api/organisations/%ed%a0%80'])
      expect([400, 404, 422]).toContain(
        (await world.app.request(path, { headers: { cookie: administrator.cookie } })).status,
      )
    const form = await world.app.request('/do/signIn', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
      body: 'login=a%00b&password=x',
    })
    expect(form.status).toBe(400)
  })
})

/** Operations that can be asked without making anything first, by somebody who stays signed in. */
const plain = operations.filter(([name, { path }]) => !path.includes(':') && !['signOut', 'proveAgain'].includes(name))

describe('check 30', () => {
  test.each(operations)('%s knows every field that it takes, at every depth', (_, operation) => {
    const open: string[] = []
    const walk = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return
      const { type, properties, additionalProperties } = node as Record<string, unknown>
      const isRecord = typeof additionalProperties === 'object'
      if (type === 'object' && !isRecord && additionalProperties !== false && properties !== undefined) open.push(path)
      for (const [name, each] of Object.entries(node)) walk(each, `${path}.${name}`)
    }
    walk(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }), 'input')
    expect(open).toEqual([])
  })

  test.each(plain)('%s refuses a field it does not know', async (_, operation) => {
    const { url, init } = requestFor(operation, { zzz: '1' })
    const response = await world.app.request(`/api${url}`, {
      ...init,
      headers: { cookie: administrator.cookie, origin: 'http://localhost', ...init.headers },
    })
    expect(response.status).toBe(422)
    const { error } = (await response.json()) as { error: { fields: { field: string; code: string }[] } }
    expect(error.fields).toContainEqual(expect.objectContaining({ field: 'zzz', code: 'input.unknown-field' }))
  })
})

describe('check 25', () => {
  const columns = [
    'role',
    'status',
    'score',
    'orgId',
    'organisation_id',
    'person_id',
    'allowed',
    '__proto__',
    'constructor',
  ]
  const writing = operations.filter(([, { method }]) => method !== 'GET')

  test.each(writing)('%s lets nobody set what they were not asked for', (_, operation) => {
    const own = new Set(Object.keys((operation.input as unknown as { shape: object }).shape))
    for (const wish of columns.filter((each) => !own.has(each))) {
      const fields = JSON.parse(`{${JSON.stringify(wish)}:{"polluted":true}}`)
      expect(() => parseInput(operation, fields)).toThrow(
        expect.objectContaining({
          status: 422,
          fields: expect.arrayContaining([expect.objectContaining({ field: wish, reason: 'input.unknown-field' })]),
        }),
      )
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('a form of the portal neither', async () => {
    const fields = {
      name: '测试',
      days: '5',
      role: 'office',
      '__proto__.polluted': 'yes',
      'constructor.prototype.polluted': 'yes',
    }
    const posted = await administrator.post('makeToken', fields)
    expect(posted.status).toBe(422)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect((await administrator.get(accountContract.listMyTokens, {})).rows).toEqual([])
  })

  test('a form with a name of a hundred thousand parts, or a hundred thousand values, is answered at once', async () => {
    const since = performance.now()
    expect((await administrator.post('makeToken', { [`a${'.a'.repeat(100_000)}`]: 'x' })).status).toBe(422)
    const many = await world.app.request('/do/makeToken', {
      method: 'POST',
      headers: {
        cookie: administrator.cookie,
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'name=x&'.repeat(70_000),
    })
    expect(many.status).toBeLessThan(500)
    expect(performance.now() - since).toBeLessThan(3000)
  })
})

describe('check 32', () => {
  const lists = operations.filter(
    ([, { method, input }]) => method === 'GET' && 'limit' in (input as unknown as { shape: object }).shape,
  )

  test('there are lists to try', () => expect(lists.length).toBeGreaterThan(3))

  test.each(lists)('%s gives at most 200 rows at a time', (_, operation) => {
    for (const limit of ['1000000', '201', '0', '-1', '1.5', 'all'])
      expect(() => parseInput(operation, { limit })).toThrow(
        expect.objectContaining({
          fields: expect.arrayContaining([expect.objectContaining({ field: 'limit' })]),
        }),
      )
  })

  test('over HTTP too', async () => {
    const asked = await world.app.request('/api/organisations?limit=1000000', {
      headers: { cookie: administrator.cookie },
    })
    expect(asked.status).toBe(422)
  })

  test('every list that grows is one of them: a reading operation without a limit holds rows of one thing or person', () => {
    const bare = operations
      .filter(([name, { method }]) => method === 'GET' && !lists.some(([other]) => other === name))
      .filter(([, { path }]) => /s$/.test(path) && !path.includes('/me/') && !path.includes(':'))
    // the choices of a filter: as many as there are kinds and regions
    expect(bare.map(([name]) => name)).toEqual(['readHolidayYear', 'readDutyChoices'])
  })
})
