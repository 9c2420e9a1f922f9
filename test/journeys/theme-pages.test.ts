import { afterAll, beforeAll, expect, test } from 'vitest'
import { themeContract } from '#programme/theme/contract.ts'
import type { Stage } from '../stage.ts'
import { noon, type World } from '../world.ts'
import { checked, idea, openYear, Visitors } from './theme-year.ts'

let world: World
let stage: Stage
let visitors: Visitors
let theme = ''
beforeAll(async () => {
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
})
afterAll(() => world.close())

async function page(who: keyof Stage['people'] | null, path: string): Promise<string> {
  const browser = who ? await visitors.as(who) : world.nobody
  const { status, html } = await browser.page(path)
  expect(status, path).toBe(200)
  expect(Buffer.byteLength(html), path).toBeLessThan(30 * 1024)
  expect(html).not.toContain('<script')
  return html
}

test('a secretary proposes, changes and submits a theme with forms alone', async () => {
  const secretary = await visitors.as('huangpuSecretary')
  const huangpu = stage.organisations.huangpu
  const form = await page('huangpuSecretary', '/my/theme')
  expect(form).toContain('提出主题')
  expect(form).toContain('value="广州海事局党委所属各党支部"')
  const short = await secretary.post('draftTheme', { '_param.organisation': huangpu, name: '航' }, '/my/theme')
  expect(short.status).toBe(422)
  expect(short.html).toContain('value="航"')
  const drafted = await secretary.post('draftTheme', { '_param.organisation': huangpu, ...idea }, '/my/theme')
  expect(drafted).toMatchObject({ status: 303, location: '/my/theme?done=1' })
  const { underWay } = await secretary.get(themeContract.readMyTheme, { organisation: huangpu })
  theme = underWay!.id
  const submitted = await secretary.post(
    'submitTheme',
    {
      '_param.theme': theme,
      'adoption.suggestions': '12',
      'adoption.takenUp': '采纳了把渡口写进目标的建议',
      'adoption.meetingOn': '2026-07-10',
      'adoption.present': '18',
    },
    '/my/theme',
  )
  expect(submitted.status).toBe(303)
  const read = await secretary.get(themeContract.readTheme, { theme })
  expect(read.adoption).toEqual({
    suggestions: 12,
    takenUp: '采纳了把渡口写进目标的建议',
    meetingOn: '2026-07-10',
    present: 18,
  })
  expect(await page('huangpuSecretary', '/my/theme')).toContain('撤回')
})

test('a reviewer finds it on the phone and returns it; without reasons the form says so', async () => {
  expect(await page('guangzhouOffice', '/my/work')).toContain(`/my/work/${theme}`)
  const office = await visitors.as('guangzhouOffice')
  const here = `/my/work/${theme}`
  const bare = await office.post('reviewTheme', { '_param.theme': theme, result: 'return', stage: '0' }, here)
  expect(bare.status).toBe(409)
  expect(bare.html).toContain('退回或不同意必须写明理由')
  const fields = { '_param.theme': theme, result: 'return', stage: '0', comment: '请写具体' }
  expect((await office.post('reviewTheme', fields, here)).status).toBe(303)
  expect(await page('huangpuSecretary', '/my/theme')).toContain('请写具体')
})

test('the public speaks on the notice and reads what came of it; the wall shows the theme', async () => {
  const secretary = await visitors.as('huangpuSecretary')
  await secretary.get(themeContract.submitTheme, { theme })
  await checked(world, stage, theme)
  const { notice } = await (await visitors.as('rootOffice')).get(themeContract.publiciseTheme, { theme })
  const path = `/notices/${notice!.id}`
  expect(await page(null, '/notices')).toContain(path)
  expect(await page(null, path)).toContain('不署名提交')
  const spoken = await world.nobody.post('giveOpinion', { '_param.notice': notice!.id, text: '支持' }, path)
  expect(spoken.status).toBe(303)
  const bare = await world.nobody.post('raiseObjection', { '_param.notice': notice!.id, text: '有异议' }, path)
  expect(bare.status).toBe(422)
  expect(bare.html).toContain('有异议')
  expect(await page('huangpuSecretary', `${path}?named=1`)).toContain('署名提交')
  expect(await page('huangpuSecretary', '/my/theme')).toContain('支持')
  await visitors.setTime(noon('2026-08-03'))
  await (await visitors.as('rootOffice')).get(themeContract.putInForce, { theme })
  expect(await page(null, path)).toContain('意见处理结果')
  expect(await page(null, '/wall?search=zjks')).toContain(idea.name)
  expect(await page(null, '/wall?search=xyz')).toContain('没有符合条件的品牌')
  const brand = await page(null, `/wall/${theme}`)
  expect(brand).toContain(idea.meaning)
  expect(brand).not.toContain('解晓东')
  expect((await world.nobody.page('/my/theme')).status).toBe(303)
  expect((await world.nobody.page('/my/work')).status).toBe(303)
})
