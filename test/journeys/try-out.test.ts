import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { keepSheet } from '#programme/scoring/actions.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import type { Sheet } from '#programme/scoring/rules/sheet.ts'
import { readWorkbook } from '#support/spreadsheet/spreadsheet.ts'
import { type AssessedYear, freezeAll, openAssessed } from './assessment-year.ts'

describe('a draft is tried on the frozen year', () => {
  let year: AssessedYear
  beforeAll(async () => {
    year = await openAssessed()
  })
  afterAll(() => year.world.close())

  const keep = (sheet: Sheet) =>
    year.world.act(year.stage.people.rootOffice, (context) =>
      keepSheet(context, year.stage.organisations.root, sheet, { name: '草案.xlsx', hash: 'b'.repeat(64) }),
    )
  /** The sheet of the next year with the best benchmark grades made worth nothing. */
  const harder = (): Sheet => {
    const sheet = sampleSheet(2026)
    return {
      ...sheet,
      clauses: sheet.clauses.map((clause) =>
        clause.type === 'A5'
          ? { ...clause, options: clause.options.map((each) => ({ ...each, points: '0' })) }
          : clause,
      ),
    }
  }

  test('not before the freeze: no score is known until then', async () => {
    const office = await year.world.as(year.stage.people.rootOffice)
    const sheet = await keep(sampleSheet(2026))
    expect(
      await office.ask(assessmentContract.readTryOut, { assessment: year.assessment, sheet, hair: '0.5', kinds: '' }),
    ).toMatchObject({ status: 409, code: 'assessment.not-frozen' })
  })

  test('the office sees who moves, what separates nobody and who stands near a line; nothing is kept', async () => {
    await freezeAll(year)
    const office = await year.world.as(year.stage.people.rootOffice)
    const same = await keep(sampleSheet(2026))
    const unmoved = await office.get(assessmentContract.readTryOut, {
      assessment: year.assessment,
      sheet: same,
      hair: '0.5',
      kinds: '',
    })
    expect(unmoved.moves.map(({ before, after }) => before.total === after.total)).toEqual(Array(5).fill(true))
    const stored = (await office.get(assessmentContract.listAssessed, { assessment: year.assessment, limit: 20 })).rows
    expect(unmoved.moves.map(({ before }) => before.total).sort()).toEqual(stored.map(({ shown }) => shown).sort())
    const sheet = await keep(harder())
    const asked = { assessment: year.assessment, sheet, hair: '2', kinds: '' }
    const report = await office.get(assessmentContract.readTryOut, asked)
    expect(report.base).toBe(5)
    for (const { before, after } of report.moves) expect(Number(before.total) - Number(after.total)).toBe(12)
    expect(report.levels.reduce((all, { after }) => all + after, 0) + report.open).toBe(5)
    expect(report.items.find(({ code }) => code === '3.1')).toMatchObject({ results: 1, separates: false })
    expect(report.groups.filter(({ by }) => by === 'region').map(({ name, base }) => [name, base])).toEqual([
      ['珠三角', 4],
      ['粤西', 1],
    ])
    const { bytes } = await office.get(assessmentContract.downloadTryOut, asked)
    const read = await readWorkbook(bytes)
    if (!read.ok) throw new Error(read.reason)
    expect(read.value.sheets[0]!.rows.length).toBeGreaterThanOrEqual(6)
    expect(
      (await office.get(assessmentContract.listAssessed, { assessment: year.assessment, limit: 20 })).rows,
    ).toEqual(stored)
  })

  test('a hair that is no number is refused at its field', async () => {
    const office = await year.world.as(year.stage.people.rootOffice)
    const sheet = await keep(harder())
    for (const hair of ['半分', '-1', '1e3', ''])
      expect(
        (await office.ask(assessmentContract.readTryOut, { assessment: year.assessment, sheet, hair, kinds: '' }))
          .status,
      ).toBe(422)
  })

  test('a draft by kinds of branch is tried as soon as the office says which kind stands for which unit', async () => {
    const office = await year.world.as(year.stage.people.rootOffice)
    const variants = { fact: 'branch.kind', kinds: ['机关支部', '基层支部'] }
    const draft = sampleSheet(2026)
    const sheet = await keep({
      ...draft,
      variants,
      facts: [...draft.facts, { key: 'branch.kind', name: '支部类别', shape: 'kinds', from: 'supplied' }],
      clauses: draft.clauses.map((each) => (each.code === '3.1-1' ? { ...each, kinds: ['基层支部'] } : each)),
    })
    const asked = { assessment: year.assessment, sheet, hair: '0.5' }
    const untold = await office.get(assessmentContract.readTryOut, { ...asked, kinds: '' })
    expect(untold).toMatchObject({ open: 5, lacking: [], kinds: { fact: '支部类别', choices: variants.kinds } })
    const { units } = untold.kinds!
    expect(units.reduce((all, { branches }) => all + branches, 0)).toBe(5)
    expect(units.map(({ kind }) => kind)).toEqual(units.map(() => null))
    const by = (kind: string) => units.map(({ unit }) => `${unit}:${kind}`).join(',')
    const low = await office.get(assessmentContract.readTryOut, { ...asked, kinds: by('基层支部') })
    expect(low).toMatchObject({ open: 0 })
    expect(low.moves.map(({ before, after }) => before.total === after.total)).toEqual(Array(5).fill(true))
    expect(low.groups.filter(({ by: what }) => what === 'kind')).toMatchObject([{ name: '基层支部', base: 5 }])
    const offices = await office.get(assessmentContract.readTryOut, { ...asked, kinds: by('机关支部') })
    // without the item the rest is rescaled to 100
    expect(offices.open).toBe(0)
    for (const { before, after } of offices.moves) expect(after.total).not.toBe(before.total)
    for (const kinds of ['ship:学校', 'boat:机关支部', 'ship', ':', 'ship:机关支部,ship:基层支部'])
      expect(await office.ask(assessmentContract.readTryOut, { ...asked, kinds })).toMatchObject({
        status: 409,
        code: 'assessment.kinds-unreadable',
      })
  })
})
