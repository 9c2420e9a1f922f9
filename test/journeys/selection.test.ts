import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '#basics/canonical.ts'
import { verifyText } from '#main/verify.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { hashing } from '#programme/selection/hashing.ts'
import { inputHash, type Run, rootOf } from '#programme/selection/rules/run-file.ts'
import { type Browser, noon, openWorld, type World } from '../world.ts'
import { type SelectionStage, setSelectionStage } from './selection-stage.ts'

const {
  prepareSelection,
  runSelection,
  readSelection,
  listSelections,
  listSelectionLines,
  ruleOn,
  checkSelection,
  publishSelection,
  concludeSelection,
  setSelectionAside,
  downloadRun,
  readPublicRun,
  listRegister,
  listTitles,
} = selectionContract

const huangpu = '广州海事局黄埔海事处党支部'
const patrol = '海巡0931船党支部'

let world: World
let stage: SelectionStage
let office: Browser
let secretary: Browser
let checker: Browser
let selection: string
let file: Run
let fileText: string

beforeAll(async () => {
  world = await openWorld({ today: '2026-01-12' })
  stage = await setSelectionStage(world)
  office = await world.as(stage.people.rootOffice)
  secretary = await world.as(stage.people.huangpuSecretary)
  checker = await world.as(stage.people.confidentiality)
})
afterAll(() => world.close())

/** Signs everybody in again after the clock was moved. */
async function goTo(day: string) {
  await world.setTime(noon(day))
  office = await world.as(stage.people.rootOffice)
  secretary = await world.as(stage.people.huangpuSecretary)
  checker = await world.as(stage.people.confidentiality)
}

const titlesOf = async () => {
  const { rows } = await office.get(listSelectionLines, { selection, limit: 50 })
  return Object.fromEntries(rows.map(({ branch, title }) => [branch.name, title]))
}

describe('the run', () => {
  test('is prepared by the office from a frozen assessment, once', async () => {
    const { assessment } = stage
    expect(await secretary.ask(prepareSelection, { assessment })).toMatchObject({ code: 'selection.only-the-office' })
    const prepared = await office.get(prepareSelection, { assessment })
    selection = prepared.id
    expect(prepared).toMatchObject({ state: 'prepared', title: '2025年度品牌党支部评选', run: null, allowed: ['run'] })
    expect(await office.ask(prepareSelection, { assessment })).toMatchObject({ code: 'selection.one-stands' })
    expect(await secretary.ask(readSelection, { selection })).toMatchObject({ status: 404 })
    expect((await secretary.get(listSelections, { limit: 50 })).rows).toEqual([])
  })

  test('is computed by one of two who press at once; the other is told that nothing changed', async () => {
    const answers = await Promise.all([1, 2].map(() => office.ask(runSelection, { selection })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ code: 'selection.nothing-changed' })
    const { rows } = await world.db
      .selectFrom('selection_run')
      .select('number')
      .execute()
      .then((rows) => ({ rows }))
    expect(rows).toEqual([{ number: 1 }])
  })

  test('shows the office every branch with its grounds, the quotas and what needs a ruling', async () => {
    const view = await office.get(readSelection, { selection })
    expect(view).toMatchObject({ state: 'run', seesAll: true, run: { number: 1, rated: 5 } })
    expect(view.run?.quotas).toMatchObject([
      { region: '珠三角', base: 4, percent: '50', places: 2 },
      { region: '粤西', base: 1, places: 0, named: 0 },
    ])
    expect(view.open).toMatchObject([
      { branch: { name: patrol }, about: 'gate', question: '有效票太少，不能看满意比例' },
    ])
    const { rows, total } = await office.get(listSelectionLines, { selection, limit: 50 })
    expect(total).toBe(5)
    const xuwen = rows.find(({ branch }) => branch.name.includes('徐闻'))
    expect(xuwen).toMatchObject({ title: 'not-named', level: expect.any(String) })
    expect(xuwen?.grounds.join()).toContain('未达到命名要求的')
    const one = await office.get(listSelectionLines, { selection, region: '粤西', limit: 50 })
    expect(one.rows.map(({ branch }) => branch.name)).toEqual(['湛江海事局徐闻海事处党支部'])
    const pages = await office.get(listSelectionLines, { selection, limit: 3 })
    const rest = await office.get(listSelectionLines, { selection, limit: 3, cursor: pages.next! })
    expect([...pages.rows, ...rest.rows]).toEqual(rows)
  })

  test('is not disclosed, nor checked, while a ruling is open', async () => {
    const refused = { status: 409, code: 'selection.needs-ruling' }
    expect(await checker.ask(checkSelection, { selection })).toMatchObject(refused)
    expect(await office.ask(publishSelection, { selection })).toMatchObject(refused)
    expect((await office.get(readSelection, { selection })).allowed).toEqual(['run', 'rule', 'download'])
  })
})

describe('a ruling', () => {
  const about = () => ({ selection, branch: stage.organisations.patrol, about: 'gate' as const })
  const ground = '党委会2026年1月12日研究：三票均满意，视为符合'

  test('is taken only on what the sheet leaves open, with a ground and what was decided', async () => {
    const { open } = await office.get(readSelection, { selection })
    const code = open[0]!.code
    const sheetDecides = { ...about(), branch: stage.organisations.huangpu, code, holds: 'yes' as const, ground }
    expect(await office.ask(ruleOn, sheetDecides)).toMatchObject({ code: 'selection.nothing-to-rule' })
    expect(await office.ask(ruleOn, { ...about(), code, ground })).toMatchObject({
      code: 'selection.yes-or-no-needed',
    })
    const own = { ...about(), branch: stage.organisations.window, code, holds: 'yes' as const, ground }
    expect(await office.ask(ruleOn, own)).toMatchObject({ status: 403, code: 'selection.own-branch' })
  })

  test('makes another run; a later one takes its place, and both stay on record', async () => {
    const code = (await office.get(readSelection, { selection })).open[0]!.code
    const first = await office.get(ruleOn, { ...about(), code, holds: 'no', ground: '初议：不予认定' })
    expect(first).toMatchObject({ open: [], run: { number: 2 } })
    expect((await titlesOf())[patrol]).toBe('not-named')
    const second = await office.get(ruleOn, { ...about(), code, holds: 'yes', ground })
    expect(second.run?.number).toBe(3)
    expect(second.rulings).toMatchObject([
      { decided: '否', counts: false, by: '梁海燕' },
      { decided: '是', counts: true, ground },
    ])
    expect((await titlesOf())[patrol]).toBe('named')
    expect(await office.ask(ruleOn, { ...about(), code, holds: 'yes', ground })).toMatchObject({
      code: 'selection.nothing-changed',
    })
  })
})

describe('the file of the run', () => {
  test('is recomputed without server or database', async () => {
    const { bytes, name } = await office.get(downloadRun, { selection })
    fileText = new TextDecoder().decode(bytes)
    file = JSON.parse(fileText)
    const { run } = await office.get(readSelection, { selection })
    expect(name).toBe(`评选运行-2025-${run!.root.slice(0, 12)}.json`)
    expect(file.root).toBe(run!.root)
    const { code, lines } = verifyText(fileText, name, run!.root, 'zh')
    expect(code).toBe(0)
    expect(lines.join('\n')).toContain('与公布的根哈希一致')
  })

  const verified = (changed: unknown) => {
    const { code, lines } = verifyText(JSON.stringify(changed), '改过的.json', file.root, 'zh')
    return { code, said: lines.join('\n') }
  }
  /** What an attacker does who knows the format: every hash and the root are made anew. */
  const rehashed = (changed: Run): Run => {
    const inputs = changed.inputs.map((input) => ({ ...input, hash: inputHash(input.id, input.data, hashing) }))
    const sheet = { ...changed.sheet, hash: hashing.text(canonical(changed.sheet.data)) }
    const result = { ...changed.result, hash: hashing.text(canonical(changed.result.data)) }
    const whole = { ...changed, inputs, sheet, result }
    return { ...whole, root: rootOf(whole, hashing) }
  }
  const withMark = (points: string): Run => {
    const copy: Run = structuredClone(file)
    const id = `${stage.organisations.huangpu}/fact/rating.core-task`
    const input = copy.inputs.find((each) => each.id === id)!
    if (input.data.kind === 'fact' && input.data.value.value.shape === 'ratings')
      input.data.value.value.ratings[0]!.points = points
    return copy
  }

  test('with one mark changed by 0.01 is found, with branch and item', () => {
    const { code, said } = verified(withMark('11.51'))
    expect(code).toBe(1)
    expect(said).toContain('/fact/rating.core-task”与所载哈希不符')
    expect(said).toContain(`支部：${huangpu}；涉及指标：2.1`)
    expect(said).toContain(`结果不符：${huangpu}的总分，文件载明 `)
  })

  test('with a mark changed and every hash made anew is found by its numbers and by the posted root', () => {
    const { code, said } = verified(rehashed(withMark('11.51')))
    expect(code).toBe(1)
    expect(said).toContain(`结果不符：${huangpu}的指标2.1`)
    expect(said).toContain('这不是公布根哈希对应的文件')
  })

  test('with a total changed by 0.01 is found and named', () => {
    const copy: Run = structuredClone(file)
    const line = copy.result.data.branches.find(({ branch }) => branch === stage.organisations.huangpu)!
    line.total = String(Number(line.total) + 0.01)
    const { code, said } = verified(rehashed(copy))
    expect(code).toBe(1)
    expect(said).toContain(`结果不符：${huangpu}的总分，文件载明 ${line.total}，`)
  })

  test('without one branch, or with another sheet, is found', () => {
    const without: Run = structuredClone(file)
    without.inputs = without.inputs.filter(({ id }) => !id.startsWith(stage.organisations.nansha))
    expect(verified(rehashed(without))).toMatchObject({ code: 1, said: expect.stringContaining('的支部，文件载明') })
    const swapped: Run = structuredClone(file)
    swapped.sheet.data.naming.percent = '100'
    expect(verified(swapped).said).toContain('考核细则与所载哈希不符')
    expect(verified(rehashed(swapped)).said).toContain('名额')
  })
})

describe('disclosure', () => {
  test('is refused without a named check, to whoever checked, and shorter than promised', async () => {
    expect(await office.ask(publishSelection, { selection })).toMatchObject({ code: 'selection.not-checked' })
    expect(await office.ask(checkSelection, { selection })).toMatchObject({ status: 403 })
    const checked = await checker.get(checkSelection, { selection })
    expect(checked).toMatchObject({ state: 'run', check: { by: '解晓东' } })
    expect(await checker.ask(publishSelection, { selection })).toMatchObject({ status: 403 })
    expect(await office.ask(publishSelection, { selection, days: 4 })).toMatchObject({
      code: 'selection.notice-too-short',
    })
  })

  test('posts the list with reasons and root; from then on nothing is run or ruled', async () => {
    const view = await office.get(publishSelection, { selection })
    expect(view).toMatchObject({ state: 'noticed', scope: 'society', notice: { lastDay: '2026-01-19', over: false } })
    const notice = await world.nobody.get(noticeContract.readNotice, { notice: view.notice!.id })
    expect(notice.title).toBe('2025年度品牌党支部评选 · 拟命名公示')
    expect(notice.opens).toBe(`/runs/${view.run!.id}`)
    const page = await world.nobody.page(`/notices/${view.notice!.id}`)
    expect(page.html).toContain(`<a href="/runs/${view.run!.id}">`)
    expect((await world.nobody.page(notice.opens!)).html).toContain(view.run!.root)
    const said = notice.body.map(({ text }) => text).join('\n')
    expect(said).toContain(huangpu)
    expect(said).toContain(view.run!.root)
    expect(said).toContain('等次为“优秀”')
    expect(await office.ask(runSelection, { selection })).toMatchObject({ code: 'selection.disclosed-already' })
    expect(await office.ask(concludeSelection, { selection })).toMatchObject({ code: 'notice.not-ripe' })
  })

  test('gives society the list, the reasons and the root, and neither a score nor the others', async () => {
    const { run } = await office.get(readSelection, { selection })
    const seen = await world.nobody.get(readPublicRun, { run: run!.id })
    expect(seen).toMatchObject({ root: run!.root, rated: 5, notRated: 0, state: 'noticed', allowed: [] })
    expect(seen.regions).toMatchObject([{ region: '珠三角', places: 2 }])
    expect(seen.regions[0]!.branches.map(({ name }) => name)).toEqual(expect.arrayContaining([huangpu, patrol]))
    const { html, status } = await world.nobody.page(`/runs/${run!.id}`)
    expect(status).toBe(200)
    const notice = await world.nobody.page(`/notices/${seen.notice}`)
    for (const text of [JSON.stringify(seen), html, notice.html]) {
      for (const { total, indicators, branch } of file.result.data.branches) {
        const numbers = [total, ...indicators.map(({ points }) => points)].filter((each) => each?.includes('.'))
        for (const number of numbers) expect(text).not.toContain(number)
        if (branch === stage.organisations.xuwen || branch === stage.organisations.window)
          expect(text).not.toContain(branch)
      }
      expect(text).not.toContain('徐闻')
      expect(text).not.toContain('政务中心窗口')
      expect(text).not.toMatch(/第[一二三1-9]名|排名|名次/)
    }
    expect(html).toContain(run!.root)
    expect(html).toContain(`hangbiao verify`)
    expect(html.length).toBeLessThan(30 * 1024)
  })

  test('shows a branch its own line in full, and gives its secretary the file', async () => {
    const view = await secretary.get(readSelection, { selection })
    expect(view).toMatchObject({ seesAll: false, open: [], rulings: [], allowed: ['download'] })
    expect(view.own.map(({ branch }) => branch.name)).toEqual([huangpu])
    expect(view.own[0]).toMatchObject({ title: 'named', level: '优秀', total: '101.25' })
    expect(view.own[0]!.clauses.length).toBeGreaterThan(15)
    expect(await secretary.ask(listSelectionLines, { selection, limit: 5 })).toMatchObject({ status: 403 })
    const { bytes } = await secretary.get(downloadRun, { selection })
    expect(new TextDecoder().decode(bytes)).toBe(fileText)
    const member = await world.as(stage.people.huangpuMember)
    expect((await member.get(readSelection, { selection })).own).toHaveLength(1)
    expect(await member.ask(downloadRun, { selection })).toMatchObject({ status: 403 })
    const staff = await world.as(stage.people.huangpuStaff)
    expect((await staff.get(readSelection, { selection })).own).toEqual([])
    expect(await world.nobody.ask(downloadRun, { selection })).toMatchObject({ status: 401 })
  })
})

describe('the naming', () => {
  test('waits for the period, then names the list and nobody else', async () => {
    await goTo('2026-01-20')
    expect((await world.nobody.get(listRegister, { limit: 50 })).rows).toEqual([])
    const view = await office.get(concludeSelection, { selection })
    expect(view).toMatchObject({ state: 'final', concludedOn: '2026-01-20', allowed: ['download'] })
    expect(await office.ask(concludeSelection, { selection })).toMatchObject({ code: 'selection.not-on-notice' })
    const { rows, total, regions } = await world.nobody.get(listRegister, { limit: 50 })
    expect(rows.map(({ branch }) => branch.name).sort()).toEqual([huangpu, patrol].sort())
    expect({ total, regions }).toEqual({ total: 2, regions: ['珠三角'] })
    expect(rows[0]).toMatchObject({ since: '2026-01-20', year: 2025, theme: null })
    expect(rows[0]!.reasons.join()).toContain('等次为“优秀”')
  })

  test('the register is found by Chinese words and by pinyin initials, and as it stood on any day', async () => {
    for (const search of ['黄埔', 'hphsc', 'HPHSC'])
      expect((await world.nobody.get(listRegister, { limit: 50, search })).rows).toHaveLength(1)
    expect((await world.nobody.get(listRegister, { limit: 50, search: '徐闻' })).rows).toEqual([])
    expect((await world.nobody.get(listRegister, { limit: 50, region: '粤西' })).rows).toEqual([])
    const before = await office.get(listTitles, { limit: 50, on: '2026-01-19' })
    expect(before.rows).toEqual([])
    const on = await office.get(listTitles, { limit: 50, on: '2026-01-20' })
    expect(on.rows).toHaveLength(2)
    expect(on.rows[0]).toMatchObject({ state: 'named', selection: { id: selection } })
    const own = await secretary.get(listTitles, { limit: 50 })
    expect(own.rows.map(({ branch }) => branch.name)).toEqual([huangpu])
    const { html } = await world.nobody.page('/register?search=hphsc')
    expect(html).toContain(huangpu)
    expect(html).not.toContain(patrol)
  })

  test('runs, lines, rulings and files are never changed by the application', async () => {
    for (const table of ['selection_run', 'selection_line', 'selection_ruling'] as const)
      await expect(world.db.deleteFrom(table).execute()).rejects.toThrow(/permission denied/)
    await expect(
      world.db
        .updateTable('selection_run')
        .set({ root: '0'.repeat(64) })
        .execute(),
    ).rejects.toThrow(/permission denied/)
    const lines = await world.db
      .selectFrom('history')
      .select('action')
      .where('subject_id', '=', selection)
      .orderBy('id')
      .execute()
    expect(lines.map(({ action }) => action)).toEqual([
      'selection.prepared',
      'selection.run',
      'selection.ruled',
      'selection.ruled',
      'selection.run-downloaded',
      'selection.checked',
      'selection.published',
      'selection.run-downloaded',
      'selection.concluded',
    ])
  })
})

describe('an upheld objection', () => {
  let other: World
  let own: SelectionStage
  beforeAll(async () => {
    other = await openWorld({ today: '2026-01-12' })
    own = await setSelectionStage(other, 'party')
  })
  afterAll(() => other.close())

  test('sets the selection aside, names nobody, and lets another be prepared', async () => {
    let handling = await other.as(own.people.rootOffice)
    const { id } = await handling.get(prepareSelection, { assessment: own.assessment, title: '党内评选' })
    const { open } = await handling.get(runSelection, { selection: id })
    const ruling = {
      branch: own.organisations.patrol,
      about: 'gate' as const,
      code: open[0]!.code,
      holds: 'no' as const,
    }
    await handling.get(ruleOn, { selection: id, ...ruling, ground: '党委会研究' })
    await (await other.as(own.people.confidentiality)).get(checkSelection, { selection: id })
    expect(await handling.ask(publishSelection, { selection: id, scope: 'society' })).toMatchObject({
      code: 'selection.scope-too-wide',
    })
    const { run, notice } = await handling.get(publishSelection, { selection: id })
    expect(await other.nobody.ask(readPublicRun, { run: run!.id })).toMatchObject({ status: 404 })
    const member = await other.as(own.people.huangpuMember)
    expect((await member.get(readPublicRun, { run: run!.id })).root).toBe(run!.root)
    await member.get(noticeContract.raiseObjection, {
      notice: notice!.id,
      name: '李冬',
      contact: '13800000000',
      text: '考评中有一项事实不实',
    })
    await other.setTime(noon('2026-01-20'))
    handling = await other.as(own.people.rootOffice)
    expect(await handling.ask(concludeSelection, { selection: id })).toMatchObject({ code: 'notice.objection-open' })
    const reason = '异议成立，重新核实'
    expect(await handling.ask(setSelectionAside, { selection: id, reason })).toMatchObject({ status: 409 })
    const { rows } = await handling.get(noticeContract.listObjections, { notice: notice!.id })
    const answer = { result: 'upheld' as const, reply: '经核实属实', substance: '一项事实不实' }
    await handling.get(noticeContract.answerObjection, { objection: rows[0]!.id, ...answer })
    expect((await handling.get(readSelection, { selection: id })).allowed).toEqual(['set-aside', 'download'])
    expect(await handling.ask(concludeSelection, { selection: id })).toMatchObject({ code: 'notice.objection-upheld' })
    expect(await handling.get(setSelectionAside, { selection: id, reason })).toMatchObject({
      state: 'set-aside',
      reason,
    })
    expect((await handling.get(listRegister, { limit: 50 })).rows).toEqual([])
    expect(await member.ask(readPublicRun, { run: run!.id })).toMatchObject({ status: 404 })
    expect(await handling.get(prepareSelection, { assessment: own.assessment })).toMatchObject({ state: 'prepared' })
  })
})
