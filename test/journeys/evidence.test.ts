import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildingContract } from '#programme/building/contract.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { jpeg, png, segment } from '../evidence-files/making.ts'
import { type Stage, setStage } from '../stage.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { openYear } from './records-stage.ts'

let world: World
let stage: Stage
let secretary: Browser
const folder = mkdtempSync(join(tmpdir(), 'hangbiao-evidence-'))
beforeAll(async () => {
  storeEvidenceIn(folder)
  world = await openWorld({ today: '2026-07-15' })
  stage = await setStage(world)
  secretary = await world.as(stage.people.huangpuSecretary)
  await openYear(world, stage)
  const figures = [1, 2].map((value) => ({ name: `数据${value}`, value: String(value), unit: '项' }))
  const task = { happenedOn: '2026-07-01', kind: 'core-task', sentence: '黄埔港区夜间巡航专项整治', figures }
  await secretary.get(buildingContract.enterRecord, { organisation: stage.organisations.huangpu, ...task } as never)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

const meeting = {
  happenedOn: '2026-07-10',
  kind: 'committee-meeting' as const,
  sentence: '研究台风季值守安排，明确党员带班。',
}
const list = (browser: Browser, filter = {}) => browser.get(buildingContract.listRecords, filter as never)
const sentences = async (browser: Browser, filter = {}) =>
  (await list(browser, filter)).rows.map(({ sentence }) => sentence)

describe('a file as evidence', () => {
  const bytes = png('现场')

  test('is added to a record, kept by its hash, and comes down as it went up', async () => {
    const [first] = (await list(secretary)).rows
    const attached = await secretary.get(buildingContract.attachFile, {
      record: first!.id,
      file: { name: '现场.jpg', bytes },
    })
    expect(attached.evidence?.name).toBe('现场.png')
    const evidence = attached.evidence!.id
    const down = await secretary.get(evidenceContract.downloadEvidence, { evidence })
    expect(down.bytes).toEqual(bytes)
    expect(down.type).toBe('image/png')
    const response = await world.app.request(`/api/evidence/${evidence}/file`, {
      headers: { cookie: secretary.cookie },
    })
    expect(response.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'(;|$)/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await secretary.get(evidenceContract.uploadEvidence, {
      organisation: stage.organisations.huangpu,
      file: { name: 'b.png', bytes },
    })
    const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name))
    expect(kept).toHaveLength(1)
    const stranger = await world.as(stage.people.xuwenSecretary)
    expect(await stranger.ask(evidenceContract.downloadEvidence, { evidence })).toMatchObject({ status: 404 })
    const above = await world.as(stage.people.guangzhouOffice)
    expect((await above.get(evidenceContract.readEvidence, { evidence })).bytes).toBe(bytes.length)
  })

  test('is refused when its content is of another kind, whatever its name says', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script>')
    const asked = await secretary.ask(evidenceContract.uploadEvidence, {
      organisation: stage.organisations.huangpu,
      file: { name: '说明.pdf', bytes: page },
    })
    expect(asked).toMatchObject({ status: 415, code: 'evidence.is-web-page' })
  })

  test('of another organisation cannot be borrowed', async () => {
    const xuwen = await world.as(stage.people.xuwenSecretary)
    const { id } = await xuwen.get(evidenceContract.uploadEvidence, {
      organisation: stage.organisations.xuwen,
      file: { name: 'c.png', bytes },
    })
    const asked = await secretary.ask(buildingContract.enterRecord, {
      organisation: stage.organisations.huangpu,
      ...meeting,
      evidence: id,
    })
    expect(asked).toMatchObject({ status: 409, code: 'evidence.not-of-this-organisation' })
  })
})

describe('the secretary’s phone', () => {
  test('enters a record by a plain form, and shows what was wrong with what was typed kept', async () => {
    const page = '/my/records'
    const { html } = await secretary.page(page)
    expect(html).toContain('value="2026-07-15"')
    expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
    const params = { '_param.organisation': stage.organisations.huangpu }
    const refused = await secretary.post(
      'enterRecord',
      { ...params, happenedOn: '2026-07-15', sentence: '走访码头', kind: '' },
      page,
    )
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('走访码头')
    const fields = {
      ...params,
      happenedOn: '2026-07-15',
      kind: 'activity',
      sentence: '走访码头',
      'figures.0.name': '',
      force: '',
    }
    const taken = await secretary.post('enterRecord', fields, page)
    expect(taken).toMatchObject({ status: 303, location: '/my/records?done=1' })
    expect((await secretary.page(page)).html).toContain('走访码头')
  })

  test('corrects and withdraws on the record’s own page, without losing figures it has no fields for', async () => {
    const [row] = (await list(secretary, { kind: 'core-task' })).rows
    const { html } = await secretary.page(`/my/records/${row!.id}`)
    for (const part of ['不得上传涉密信息和工作秘密', 'name="figures.1.value"', '撤回']) expect(html).toContain(part)
    const stranger = await world.as(stage.people.xuwenSecretary)
    expect((await stranger.page(`/my/records/${row!.id}`)).status).toBe(404)
  })

  test('a record sent twice with one key is kept once', async () => {
    const input = { organisation: stage.organisations.huangpu, ...meeting, sentence: '只记一次' }
    for (const _ of [1, 2]) await secretary.ask(buildingContract.enterRecord, input, { key: 'the-same-key-twice' })
    expect((await sentences(secretary)).filter((each) => each === '只记一次')).toHaveLength(1)
  })

  test('nothing is entered past the approved term', async () => {
    await world.setTime(noon('2027-01-01'))
    const late = await world.as(stage.people.huangpuSecretary)
    expect(
      await late.ask(buildingContract.enterRecord, { organisation: stage.organisations.huangpu, ...meeting }),
    ).toMatchObject({
      code: 'building.no-open-cycle',
    })
  })
})

describe('the room for files', () => {
  beforeAll(async () => {
    secretary = await world.as(stage.people.huangpuSecretary)
  })
  const room = (browser: Browser, organisation: string) =>
    browser.get(evidenceContract.readEvidenceRoom, { organisation })
  const picture = (name: string) => ({ name: `${name}.png`, bytes: png(name) })

  test('is set by the office above for all below, unless one has its own; who was slower is told', async () => {
    const { guangzhou, huangpu, root } = stage.organisations
    const office = await world.as(stage.people.rootOffice)
    const own = await room(secretary, huangpu)
    expect(own).toMatchObject({ megabytes: 1024, allowed: [] })
    expect(own.leftBytes).toBe(1024 * 1024 * 1024 - own.usedBytes)
    const set = (organisation: string, megabytes: number, instead: number) =>
      office.ask(evidenceContract.setEvidenceRoom, { organisation, megabytes, instead })
    expect(await set(root, 20, 1024)).toMatchObject({ status: 200, body: { megabytes: 20, allowed: ['set-room'] } })
    expect((await room(secretary, huangpu)).megabytes).toBe(20)
    expect(await set(huangpu, 5, 20)).toMatchObject({ status: 200 })
    expect(await set(guangzhou, 9, 20)).toMatchObject({ status: 200 })
    expect((await room(secretary, huangpu)).megabytes).toBe(5)
    const slower = await Promise.all([set(huangpu, 6, 5), set(huangpu, 7, 5)])
    expect(slower.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(slower.find(({ status }) => status === 409)).toMatchObject({ code: 'evidence.room-changed-meanwhile' })
    expect(await set(huangpu, 0, 6)).toMatchObject({ status: 422, fields: { megabytes: 'input.too-small' } })
    const denied = await secretary.ask(evidenceContract.setEvidenceRoom, {
      organisation: huangpu,
      megabytes: 99,
      instead: 6,
    })
    expect(denied).toMatchObject({ status: 403, code: 'evidence.room-set-above' })
  })

  test('that is used up refuses the file and says how much is left and needed', async () => {
    const { huangpu } = stage.organisations
    const office = await world.as(stage.people.rootOffice)
    const { megabytes } = await room(office, huangpu)
    await office.get(evidenceContract.setEvidenceRoom, { organisation: huangpu, megabytes: 1, instead: megabytes })
    const { usedBytes } = await room(office, huangpu)
    const bytes = new Uint8Array(jpeg(...Array.from({ length: 17 }, () => segment(0xee, Buffer.alloc(65_000, 1)))))
    const asked = await secretary.ask(evidenceContract.uploadEvidence, {
      organisation: huangpu,
      file: { name: 'a.jpg', bytes },
    })
    expect(asked).toMatchObject({ status: 409, code: 'evidence.quota-used-up' })
    const left = Math.floor(((1024 * 1024 - usedBytes) * 100) / 1024 / 1024) / 100
    expect((asked as { message: string }).message).toContain(`共 1 MB，还剩 ${left} MB，这个文件需要 1.06 MB`)
    const small = await secretary.ask(evidenceContract.uploadEvidence, { organisation: huangpu, file: picture('小') })
    expect(small.status).toBe(200)
  })
})
