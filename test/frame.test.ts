import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationContract } from '#programme/organisation/contract.ts'
import { expectSetUpCode } from '#programme/organisation/set-up.ts'
import { accountContract } from '#support/account/contract.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const administrator = (staffNo: string, name: string) => ({ staffNo, name })

test('the first administrators are made with the code of the terminal, once', async () => {
  expectSetUpCode('AAAA-BBBB')
  const input = {
    code: 'aaaabbbb',
    organisation: '示例海事局党委',
    systemAdmin: administrator('001', '单振华'),
    securityAdmin: administrator('002', '曾静怡'),
    auditAdmin: administrator('003', '仇文斌'),
  }
  expect(await world.nobody.ask(organisationContract.setUp, { ...input, code: 'wrong' })).toMatchObject({ status: 403 })
  const { codes } = await world.nobody.get(organisationContract.setUp, input)
  expect(codes).toHaveLength(3)
  expect(await world.nobody.ask(organisationContract.setUp, input)).toMatchObject({
    status: 409,
    code: 'organisation.already-set-up',
  })

  const { secondFactor } = await world.nobody.get(accountContract.activate, {
    login: '001',
    code: codes[0]!.code,
    password: '一句话作密码 也可以的',
  })
  expect(secondFactor).not.toBeNull()
  const signIn = await world.nobody.ask(accountContract.signIn, { login: '001', password: '一句话作密码 也可以的' })
  expect(signIn).toMatchObject({ status: 401, code: 'account.second-factor-needed' })
})

test('a page of the portal is drawn, and a foreign address is told apart from nothing', async () => {
  const { status, html } = await world.nobody.page('/sign-in')
  expect(status).toBe(200)
  expect(html).toContain('工号')
  expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
  expect((await world.nobody.page('/no-such-page')).status).toBe(404)
})
