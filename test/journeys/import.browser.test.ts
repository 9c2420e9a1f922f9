import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Site, startSite } from '../browser/site.ts'
import { openBrowser, openWindow } from '../browser/watch.ts'
import { fileOf, organisation, person } from './importing.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const root = '示例海事局党委'

async function sendable(wrong: boolean, width: number) {
  const top = await site.world.db.selectFrom('organisation').select('name').where('parent_id', 'is', null).execute()
  const parent = top[0]?.name ?? root
  const name = `新设第${width}党支部`
  const organisations = [organisation(name, { parent: wrong ? '没有这个党委' : parent, unit: '新设处' })]
  const people = [
    person(`N${width}`, '郁知行', name, { posts: ['secretary', 'inspector'], fromOn: '2026-03-01' }),
    ...(wrong ? [person('11010519491231002X', '贺问之', parent)] : []),
  ]
  const { bytes } = await fileOf(organisations, people)
  return { name: `名册${width}.xlsx`, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

async function another() {
  return site.world.db
    .selectFrom('organisation')
    .select(['id', 'parent_id'])
    .where('kind', '=', 'branch')
    .where('name', 'not like', '新设第%')
    .orderBy('sort_no')
    .executeTakeFirstOrThrow()
}

describe.each([{ width: 1440 }, { width: 390 }])('at $width pixels', ({ width }) => {
  test('a file is sent, corrected, looked at and put into effect; its posts are confirmed', {
    timeout: 300_000,
  }, async () => {
    const window = await openWindow(browser, { url: site.url, width, name: 'import' })
    const { page } = window
    page.setDefaultTimeout(90_000)
    await window.be('systemAdmin')
    await window.visit('/desk/imports', 'imports')
    await page.getByText('不得填报、上传涉密信息').first().waitFor()
    await page.getByRole('button', { name: '导出为 CSV' }).click()
    await page.getByText('哪张表').waitFor()
    await window.look('as-text')
    const [sent] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: '导出为 CSV' }).click(),
    ])
    expect(sent.suggestedFilename()).toMatch(/人员\.csv$/)
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.locator('input[type=file]').setInputFiles(await sendable(true, width))
    await page.getByText('这是身份证号').waitFor()
    await page.getByText('没有这个上级组织').waitFor()
    await window.look('errors')

    await window.visit('/desk/imports', 'imports-faulty')
    await page.locator('input[type=file]').setInputFiles(await sendable(false, width))
    await page.getByRole('button', { name: '生效', exact: true }).waitFor()
    await page.getByText(`新设第${width}党支部`).first().waitFor()
    await window.look('preview')
    // what the file leaves out leads to the act that would dissolve it
    await window.visit(`${new URL(page.url()).pathname}?change=absent`, 'absent')
    await page.getByRole('link', { name: '登记撤销' }).first().click()
    await page.getByLabel('要调整的组织').waitFor()
    await window.look('dissolve')
    await page.goBack()
    await page.getByRole('button', { name: '生效', exact: true }).click()
    await page.getByText('要么全部生效，要么全不生效').waitFor()
    await window.look('apply')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText('1 人的职务等待确认').first().waitFor()
    const here = new URL(page.url()).pathname

    await window.be('securityAdmin')
    await window.visit(here, 'posts')
    await page.getByText('郁知行').first().waitFor()
    await page.getByRole('button', { name: '确认职务' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText('职务已确认').first().waitFor()
    await window.look('confirmed')
    const held = await site.world.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .select('post.post')
      .where('person.staff_no', '=', `N${width}`)
      .where('confirmed_at', 'is not', null)
      .execute()
    expect(held.map(({ post }) => post).sort()).toEqual(['inspector', 'secretary'])

    // somebody from elsewhere was given a post there since: that stands in the way, is named, and is taken away
    const branch = await site.world.db
      .selectFrom('organisation')
      .select(['id', 'parent_id'])
      .where('name', '=', `新设第${width}党支部`)
      .executeTakeFirstOrThrow()
    await site.world.db
      .updateTable('organisation_span')
      .set({ parent_id: branch.id })
      .where('organisation_id', '=', (await another()).id)
      .execute()
    await window.be('systemAdmin')
    await window.visit(here, 'in-effect')
    await page.getByRole('button', { name: '撤回导入' }).click()
    await page.getByText('现在还不能撤回').waitFor()
    await page.getByText('下级党组织 1 项').waitFor()
    await window.look('in-the-way')
    await site.world.db
      .updateTable('organisation_span')
      .set({ parent_id: (await another()).parent_id })
      .where('organisation_id', '=', (await another()).id)
      .execute()
    await window.visit(`${here}/taking-back`, 'taking-back')
    await page.getByLabel('撤回原因').fill('误将草稿名册导入')
    await page.getByRole('button', { name: '撤回导入' }).click()
    await page.getByText('已撤回').first().waitFor()
    await window.look('taken-back')
    await window.close()
  })
})
