import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeContract } from '#programme/notice/contract.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { markContract } from '#programme/theme/contract-mark.ts'
import { revisionContract } from '#programme/theme/contract-revision.ts'
import { storeEvidenceIn } from '#support/evidence/storage.ts'
import { pngHeader } from '../evidence-files/making.ts'
import { photoWithPlace, pictureOf } from '../pictures.ts'
import type { Stage } from '../stage.ts'
import { type Browser, noon, type World } from '../world.ts'
import { checked, idea, openYear, Visitors } from './theme-year.ts'

/** S05.1: a mark goes with the theme through its gate, its notice and its revisions, and nobody sees more of it than of the words. */

const folder = mkdtempSync(join(tmpdir(), 'hangbiao-marks-'))
const words = '一座蓝色灯塔照着归航的船'
let world: World
let stage: Stage
let visitors: Visitors
let secretary: Browser
let theme: string
let notice: string
beforeAll(async () => {
  storeEvidenceIn(folder)
  ;({ world, stage } = await openYear('society'))
  visitors = new Visitors({ world, stage })
  secretary = await visitors.as('huangpuSecretary')
  theme = (await secretary.get(themeContract.draftTheme, { organisation: stage.organisations.huangpu, ...idea })).id
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

const save = (bytes: Uint8Array<ArrayBuffer>, name = '标识.png') =>
  secretary.ask(markContract.saveMark, { theme, file: { name, bytes }, words })
const shown = async (browser: Browser, path: string) => (await browser.page(path)).html

describe('a draft', () => {
  test('is given a photo: it is drawn anew, without the place at which it was taken', async () => {
    const photo = await photoWithPlace()
    expect((await sharp(photo).metadata()).exif?.includes(Buffer.from('Taken by Yuchi'))).toBe(true)
    expect((await save(photo, '照片.jpg')).status).toBe(200)
    const { bytes, type } = await secretary.get(markContract.downloadMark, { theme })
    const drawn = await sharp(bytes).metadata()
    expect(drawn).toMatchObject({ format: 'png', width: 512, height: 384 })
    expect([drawn.exif, drawn.xmp, drawn.iptc, drawn.icc, drawn.comments]).toEqual(Array(5).fill(undefined))
    expect(Buffer.from(bytes).includes(Buffer.from('Taken by Yuchi'))).toBe(false)
    expect(type).toBe('image/png')
  })

  test.each(['png', 'webp'] as const)('takes a picture as %s, and never makes it larger', async (as) => {
    expect((await save(await pictureOf({ width: 200, height: 100 }, as))).status).toBe(200)
    const { bytes } = await secretary.get(markContract.downloadMark, { theme })
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 200, height: 100 })
  })

  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><script/></svg>')
  const hostile: [string, () => Promise<Uint8Array<ArrayBuffer>>, number, string][] = [
    ['a drawing with a script', async () => svg, 415, 'evidence.not-a-picture'],
    ['a GIF', () => pictureOf({ width: 90, height: 90 }, 'gif'), 415, 'evidence.not-a-picture'],
    ['half of a picture', async () => (await photoWithPlace()).slice(0, 900), 415, 'evidence.not-a-picture'],
    [
      'a picture of 30,000 by 30,000 in a few bytes',
      async () => new Uint8Array(pngHeader(30_000, 30_000)),
      415,
      'evidence.not-a-picture',
    ],
    ['one that is too long', () => pictureOf({ width: 4097, height: 64 }), 415, 'evidence.picture-too-large'],
    ['one that is too small', () => pictureOf({ width: 63, height: 300 }), 415, 'evidence.picture-too-small'],
    ['more than 2 MB', async () => new Uint8Array(2 * 1024 * 1024 + 1).fill(0x89), 413, 'theme.mark-too-large'],
    ['nothing', async () => new Uint8Array(0), 415, 'evidence.not-a-picture'],
  ]
  test.each(hostile)('does not take %s, and keeps the mark it has', async (_, bytes, status, code) => {
    const before = await secretary.get(markContract.downloadMark, { theme })
    expect(await save(await bytes())).toMatchObject({ status, code })
    expect((await secretary.get(markContract.downloadMark, { theme })).bytes).toEqual(before.bytes)
  })

  test('needs words for those who cannot see it', async () => {
    const file = { name: '标识.png', bytes: await pictureOf({ width: 90, height: 90 }) }
    expect(await secretary.ask(markContract.saveMark, { theme, file } as never)).toMatchObject({ status: 422 })
    expect(await secretary.ask(markContract.saveMark, { theme, file, words: '灯' })).toMatchObject({ status: 422 })
  })

  test('may lose it again, and have another', async () => {
    expect((await secretary.get(markContract.removeMark, { theme })).mark).toBeNull()
    expect(await secretary.ask(markContract.downloadMark, { theme })).toMatchObject({ status: 404 })
    expect((await save(await pictureOf({ width: 300, height: 300 }))).body).toMatchObject({ mark: words })
    expect(await shown(secretary, '/my/theme')).toContain(`alt="${words}"`)
  })

  test('is nobody’s business yet but those concerned', async () => {
    for (const who of ['xuwenMember', 'xuwenSecretary'] as const)
      expect(await (await visitors.as(who)).ask(markContract.downloadMark, { theme })).toMatchObject({ status: 404 })
    expect((await world.nobody.ask(markContract.downloadMark, { theme })).status).toBe(401)
  })
})

describe('handed in', () => {
  test('it changes no more, and the reviewer sees it', async () => {
    await secretary.get(themeContract.submitTheme, { theme })
    expect(await save(await pictureOf({ width: 90, height: 90 }))).toMatchObject({
      status: 409,
      code: 'theme.not-to-be-changed',
    })
    expect(await secretary.ask(markContract.removeMark, { theme })).toMatchObject({ status: 409 })
    const office = await visitors.as('guangzhouOffice')
    expect((await office.get(markContract.downloadMark, { theme })).bytes.length).toBeGreaterThan(100)
  })

  test('it is disclosed with the words, and stands on the wall once in force', async () => {
    await checked(world, stage, theme)
    const office = await visitors.as('rootOffice')
    notice = (await office.get(themeContract.publiciseTheme, { theme })).notice!.id
    expect(await shown(world.nobody, `/notices/${notice}`)).toContain(`/api/notices/${notice}/picture`)
    const picture = await world.nobody.get(noticeContract.downloadNoticePicture, { notice })
    expect(picture.bytes).toEqual((await secretary.get(markContract.downloadMark, { theme })).bytes)
    await visitors.setTime(noon('2026-07-23'))
    await (await visitors.as('rootOffice')).get(themeContract.putInForce, { theme })
    for (const path of ['/wall', `/wall/${theme}`]) {
      const html = await shown(world.nobody, path)
      expect(html, path).toContain(`/api/notices/${notice}/picture`)
      expect(html, path).toContain(`alt="${words}"`)
    }
  })

  test('taken back inside the Party, the picture is gone for the public like the words', async () => {
    const office = await visitors.as('rootOffice')
    await office.get(noticeContract.narrowNotice, { notice, reason: '涉及内部安排' })
    expect(await world.nobody.ask(noticeContract.downloadNoticePicture, { notice })).toMatchObject({ status: 404 })
    expect(await shown(world.nobody, '/wall')).not.toContain(notice)
    const member = await visitors.as('xuwenMember')
    expect((await member.get(noticeContract.downloadNoticePicture, { notice })).type).toBe('image/png')
  })
})

describe('a revision', () => {
  let revision: string
  test('begins with the mark in force, and may change the mark alone', async () => {
    secretary = await visitors.as('huangpuSecretary')
    const begun = await secretary.get(revisionContract.reviseTheme, { theme, kind: 'adjustment', reason: '换标识' })
    revision = begun.id
    expect(begun).toMatchObject({ mark: words, revision: { marks: null } })
    expect(await secretary.ask(themeContract.submitTheme, { theme: revision })).toMatchObject({ status: 409 })
    const bytes = await pictureOf({ width: 256, height: 256, colour: '#b8261b' })
    const changed = await secretary.get(markContract.saveMark, {
      theme: revision,
      file: { name: '新标识.png', bytes },
      words: '红色的帆',
    })
    expect(changed.revision?.marks).toEqual({ before: words, after: '红色的帆' })
    const html = await shown(secretary, '/my/theme')
    expect(html).toContain(`/api/themes/${theme}/mark`)
    expect(html).toContain(`/api/themes/${revision}/mark`)
    expect((await secretary.ask(themeContract.submitTheme, { theme: revision })).status).toBe(200)
  })

  test('leaves the one in force with its own until it takes effect', async () => {
    const member = await visitors.as('xuwenMember')
    const wall = await member.get(themeContract.readBrand, { brand: theme })
    expect(wall.mark).toEqual({ words, notice })
  })
})
