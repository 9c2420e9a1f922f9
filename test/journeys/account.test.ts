import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMilliseconds, type Instant } from '#basics/calendar.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { accountContract } from '#support/account/contract.ts'
import { shownText } from '#support/spreadsheet/rules/workbook.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type Stage, setStage } from '../stage.ts'
import { openWorld, type World } from '../world.ts'

let world: World
let stage: Stage
let now: Instant = '2026-07-15T09:00:00.000000+08:00'
beforeAll(async () => {
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  await world.setTime(now)
})
afterAll(() => world.close())

const minutes = async (count: number) => {
  now = addMilliseconds(now, count * 60_000)
  await world.setTime(now)
}

interface Tried {
  status: number
  code: string
  said: string
  session: string
  device: string
  retryAfter: string | null
}

/** Sends a form of JSON as a browser with these cookies does, and keeps the cookies that come back. */
async function send(path: string, body: object, cookie = '', method = 'POST'): Promise<Tried> {
  const response = await world.app.request(`/api${path}`, {
    method,
    headers: { origin: 'http://localhost', 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  })
  const said = (await response.text()).replace(/,?"requestId":"[^"]*"/, '')
  const given = response.headers.getSetCookie().map((each) => each.split(';')[0]!)
  const named = (name: string) => given.find((each) => each.startsWith(`${name}=`)) ?? ''
  return {
    status: response.status,
    code: (JSON.parse(said) as { error?: { code: string } }).error?.code ?? '',
    said,
    session: named('__Host-hb'),
    device: named('__Host-hb-device'),
    retryAfter: response.headers.get('retry-after'),
  }
}

const signIn = (login: string, password: string, { code = '', cookie = '' } = {}) =>
  send('/session', { login, password, ...(code && { code }) }, cookie)

async function isIn(cookie: string): Promise<number> {
  return (await world.app.request('/api/me', { headers: { cookie } })).status
}

const codeNow = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.parse(now),
  })

/** Lets an administrator issue a code and the person use it. */
async function activate(person: string, by: string, password: string) {
  const keeper = await world.as(by)
  const { login, code } = await keeper.get(organisationContract.issueCode, { person })
  const { secondFactor } = await world.nobody.get(accountContract.activate, { login, code, password })
  return { login, code, secret: secondFactor?.secret ?? null }
}

test('an ordinary member activates with a one-time code and signs in without a second factor', async () => {
  const { login, code, secret } = await activate(
    stage.people.xuwenMember,
    stage.people.systemAdmin,
    '海上生明月 天涯共此时',
  )
  expect(secret).toBeNull()
  expect(await world.nobody.ask(accountContract.activate, { login, code, password: '另一句更长的话语' })).toMatchObject(
    {
      status: 409,
      code: 'account.wrong-code',
    },
  )
  expect((await signIn(login, '海上生明月 天涯共此时')).status).toBe(200)
})

test('who holds a privileged post signs in with a code of the moment, each code once', async () => {
  const { login, secret } = await activate(stage.people.guangzhouOffice, stage.people.systemAdmin, '灯塔照亮归航的船')
  expect(secret).not.toBeNull()
  expect(await signIn(login, '灯塔照亮归航的船')).toMatchObject({ status: 401, code: 'account.second-factor-needed' })
  const code = codeNow(secret!)
  expect((await signIn(login, '灯塔照亮归航的船', { code })).status).toBe(200)
  expect(await signIn(login, '灯塔照亮归航的船', { code })).toMatchObject({
    status: 401,
    code: 'account.wrong-sign-in',
  })
  await minutes(1)
  expect((await signIn(login, '灯塔照亮归航的船', { code: codeNow(secret!) })).status).toBe(200)
})

test('the second factor is shown once, on the page itself, and in no address', async () => {
  const keeper = await world.as(stage.people.systemAdmin)
  const { login, code } = await keeper.get(organisationContract.issueCode, { person: stage.people.zhanjiangOffice })
  const form = await world.nobody.page('/activate')
  expect(form.html).not.toContain('name="_key"')
  const shown = await world.nobody.post(
    'activate',
    { _show: '1', _key: '', login, code, password: '风雨无阻守望航道' },
    '/activate',
  )
  expect(shown.status).toBe(200)
  expect(shown.location).toBeNull()
  expect(shown.html).toContain('<img src="data:image/svg+xml,')
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(shown.html)![1]!.replaceAll(' ', '')
  expect((await signIn(login, '风雨无阻守望航道', { code: codeNow(secret) })).status).toBe(200)
  const kept = await world.owner.selectFrom('request_key').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(secret)
  expect((await world.nobody.page('/activate')).html).not.toContain(secret)
})

test('an unknown person and a wrong password get the same answer to the byte', async () => {
  const { login } = await activate(stage.people.huangpuStaff, stage.people.systemAdmin, '潮起潮落静看千帆竞发')
  const wrong = await signIn(login, '不是这句话呀')
  const unknown = await signIn('no-such-number', '不是这句话呀')
  expect(unknown).toEqual(wrong)
  expect(wrong.status).toBe(401)
})

test('the sixth guess waits, while the known device of the person still gets in', async () => {
  const { login } = await activate(stage.people.huangpuMember, stage.people.systemAdmin, '一句只有我知道的话')
  const { device } = await signIn(login, '一句只有我知道的话')
  expect(device).not.toBe('')
  for (let guess = 1; guess <= 5; guess++) expect((await signIn(login, `猜猜看是什么${guess}`)).status).toBe(401)
  const sixth = await signIn(login, '一句只有我知道的话')
  expect(sixth).toMatchObject({ status: 429, code: 'account.slow-down' })
  expect(Number(sixth.retryAfter)).toBeGreaterThan(0)
  expect((await signIn(login, '一句只有我知道的话', { cookie: device })).status).toBe(200)
  await minutes(11)
  expect((await signIn(login, '一句只有我知道的话')).status).toBe(200)
})

test('a session has a new id after sign-in and after proof, and the old one is worthless', async () => {
  const { login } = await activate(stage.people.nanshaSecretary, stage.people.systemAdmin, '南沙的灯火与浪花')
  const first = await signIn(login, '南沙的灯火与浪花')
  const second = await signIn(login, '南沙的灯火与浪花', { cookie: first.session })
  expect(second.session).not.toBe(first.session)
  const proved = await send('/session/proof', { password: '南沙的灯火与浪花' }, second.session)
  expect(proved.status).toBe(200)
  expect(proved.session).not.toBe(second.session)
  expect([await isIn(second.session), await isIn(proved.session)]).toEqual([401, 200])
  await send('/session', {}, proved.session, 'DELETE')
  expect(await isIn(proved.session)).toBe(401)
})

test('a session ends after thirty idle minutes, and after twelve hours whatever is done', async () => {
  const { login } = await activate(stage.people.patrolSecretary, stage.people.systemAdmin, '巡逻艇在晨雾里出发')
  const { session } = await signIn(login, '巡逻艇在晨雾里出发')
  await minutes(29)
  expect(await isIn(session)).toBe(200)
  await minutes(29)
  expect(await isIn(session)).toBe(200)
  await minutes(31)
  expect(await isIn(session)).toBe(401)

  const again = await signIn(login, '巡逻艇在晨雾里出发')
  const inUse = () => world.owner.updateTable('session').set({ used_at: now }).execute()
  await minutes(12 * 60 - 1)
  await inUse()
  expect(await isIn(again.session)).toBe(200)
  await minutes(1)
  await inUse()
  expect(await isIn(again.session)).toBe(401)
})

test('whoever is disabled is out with the next request, and cannot come back until enabled', async () => {
  const { login } = await activate(stage.people.xuwenSecretary, stage.people.systemAdmin, '徐闻的菠萝的海在南方')
  const { session } = await signIn(login, '徐闻的菠萝的海在南方')
  expect(await isIn(session)).toBe(200)
  const keeper = await world.as(stage.people.systemAdmin)
  await keeper.get(organisationContract.disableAccount, { person: stage.people.xuwenSecretary })
  expect(await isIn(session)).toBe(401)
  expect((await signIn(login, '徐闻的菠萝的海在南方')).status).toBe(401)
  await keeper.get(organisationContract.enableAccount, { person: stage.people.xuwenSecretary })
  expect(await isIn(session)).toBe(401)
  expect((await signIn(login, '徐闻的菠萝的海在南方')).status).toBe(200)
})

test('people see and end their own sessions, and nobody else’s', async () => {
  const here = await world.as(stage.people.generalSecretary)
  const there = await world.as(stage.people.generalSecretary)
  const { rows } = await here.get(accountContract.listMySessions, {})
  expect(rows.map(({ current }) => current).sort()).toEqual([false, true])
  const other = rows.find(({ current }) => !current)!
  const stranger = await world.as(stage.people.windowSecretary)
  expect((await stranger.ask(accountContract.endMySession, { session: other.id })).status).toBe(404)
  await here.get(accountContract.endMySession, { session: other.id })
  expect((await there.ask(organisationContract.readMe, {})).status).toBe(401)
  expect((await here.get(accountContract.listMySessions, {})).rows).toHaveLength(1)
})

test('what matters asks for the password again after ten minutes', async () => {
  const { login } = await activate(stage.people.windowSecretary, stage.people.systemAdmin, '窗口前的一杯热茶')
  const { session } = await signIn(login, '窗口前的一杯热茶')
  await minutes(11)
  const change = (cookie: string) => send('/me/password', { password: '换成另外一句话了' }, cookie, 'PUT')
  expect(await change(session)).toMatchObject({ status: 403, code: 'platform.prove-it-again' })
  expect((await send('/session/proof', { password: '错的密码错的密码' }, session)).status).toBe(401)
  const proved = await send('/session/proof', { password: '窗口前的一杯热茶' }, session)
  expect((await change(proved.session)).status).toBe(200)
  expect((await signIn(login, '窗口前的一杯热茶')).status).toBe(401)
  expect((await signIn(login, '换成另外一句话了')).status).toBe(200)
})

test('each account is kept by the right administrator, never by its owner', async () => {
  const { systemAdmin, securityAdmin, auditAdmin, rootOffice, huangpuSecretary } = stage.people
  const tries = async (by: string, person: string) =>
    (await (await world.as(by)).ask(organisationContract.issueCode, { person })).status
  expect(await tries(systemAdmin, rootOffice)).toBe(200)
  expect(await tries(securityAdmin, rootOffice)).toBe(403)
  expect(await tries(auditAdmin, rootOffice)).toBe(403)
  expect(await tries(systemAdmin, securityAdmin)).toBe(403)
  expect(await tries(systemAdmin, systemAdmin)).toBe(403)
  expect(await tries(securityAdmin, systemAdmin)).toBe(200)
  expect(await tries(securityAdmin, auditAdmin)).toBe(200)
  expect(await tries(securityAdmin, securityAdmin)).toBe(403)
  expect(await tries(auditAdmin, securityAdmin)).toBe(200)
  expect(await tries(rootOffice, huangpuSecretary)).toBe(403)
  expect(await tries(huangpuSecretary, rootOffice)).toBe(404)
})

test('codes for a whole bureau come down as one workbook, for those alone who still need one', async () => {
  const keeper = await world.as(stage.people.systemAdmin)
  const { guangzhou } = stage.organisations
  const { bytes } = await keeper.get(organisationContract.issueCodes, { organisation: guangzhou })
  const workbook = await readWorkbook(bytes)
  const rows = workbook.ok ? workbook.value.sheets[0]!.rows.map((row) => row.map(({ value }) => shownText(value))) : []
  const rowOf = (name: string) => rows.find((row) => row.includes(name))
  expect(rowOf('何敏')).toBeUndefined()
  expect(rowOf('许平')).toBeUndefined()
  const [, , login, code] = rowOf('欧阳志强')!
  const used = { login: login!, code: code!, password: '文件里的激活码可以用' }
  expect((await world.nobody.ask(accountContract.activate, used)).status).toBe(200)
  expect(rows.flat()).toContain('0102')
  const secretary = await world.as(stage.people.guangzhouSecretary)
  expect((await secretary.ask(organisationContract.issueCodes, { organisation: guangzhou })).status).toBe(403)
})
