import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleCalls } from '#main/sample/calls.ts'
import { heirOf } from '#main/sample/load-merged.ts'
import { nextSheet } from '#main/sample/next-sheet.ts'
import { sampleProgramme } from '#main/sample/programme.ts'
import { samplePublications } from '#main/sample/publications.ts'
import { results } from '#main/sample/results.ts'
import { sampleConfirmations, sampleRevisions } from '#main/sample/revisions.ts'
import { thinned } from '#main/sample/thinned.ts'
import { type NamedKey, namedKeys } from '#main/sample/types.ts'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { cycleContract } from '#programme/cycle/contract.ts'
import { dutyContract } from '#programme/duty/contract.ts'
import { noticeContract } from '#programme/notice/contract.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { publicityContract } from '#programme/publicity/contract.ts'
import { scoringContract } from '#programme/scoring/contract.ts'
import { sampleSheet } from '#programme/scoring/rules/sample-sheet.ts'
import { pointsOf, scoreBranch } from '#programme/scoring/rules/score.ts'
import { selectionContract } from '#programme/selection/contract.ts'
import { select } from '#programme/selection/rules/select.ts'
import { themeContract } from '#programme/theme/contract.ts'
import { boardContract } from '#programme/theme/contract-board.ts'
import { callContract } from '#programme/theme/contract-call.ts'
import { storyContract } from '#programme/theme/contract-story.ts'
import { yearlyContract } from '#programme/theme/contract-yearly.ts'
import { ANCHOR } from './people.ts'
import { factsByHand } from './sample-facts.ts'
import { openSampleWorld, personOf } from './sample-world.ts'
import type { Browser, World } from './world.ts'

/** The sample as the product has it after it went through the product's own actions. */

const sample = thinned(sampleProgramme({ anchor: ANCHOR }))
const browsers = new Map<NamedKey, Browser>()
let world: World
const as = (key: NamedKey) => browsers.get(key)!
const signingIn = namedKeys.filter((key) => key !== 'outsider')

beforeAll(async () => {
  world = await openSampleWorld()
  for (const key of signingIn) browsers.set(key, await world.as(await personOf(world, key)))
}, 300_000)
afterAll(() => world.close())

const nameOf = (code: string) => sample.organisations.find((each) => each.code === code)!.name

async function personByNumber(staffNo: string): Promise<string | undefined> {
  return (await world.db.selectFrom('person').select('id').where('staff_no', '=', staffNo).executeTakeFirst())?.id
}

/** The branch that a named person belongs to, as the product knows it. */
async function branchOf(key: NamedKey): Promise<string> {
  const { posts } = await as(key).get(organisationContract.readMe, {})
  return posts.find(({ organisationKind }) => organisationKind === 'branch')!.organisation
}

const themeOf = async (key: NamedKey) => as(key).get(themeContract.readMyTheme, { organisation: await branchOf(key) })

describe('everyone who is named', () => {
  test.each(signingIn)('%s can sign in and read their own page', async (key) => {
    const { status, html } = await as(key).page('/my')
    expect(status).toBe(200)
    expect(html).toContain(sample.namedPeople.find((person) => person.key === key)!.name)
  })

  test('the public reads the start page, the wall and the open notices', async () => {
    for (const path of ['/', '/wall', '/notices', '/cycle'])
      expect((await world.nobody.page(path)).status, path).toBe(200)
  })
})

describe('the organisation', () => {
  test('is there with its people and their posts', async () => {
    const people = await world.db.selectFrom('person').select('id').execute()
    const posts = await world.db.selectFrom('post').select('id').where('confirmed_at', 'is not', null).execute()
    expect(people).toHaveLength(sample.people.length)
    // the secretary who also led the branch that was merged had one post more
    expect(posts).toHaveLength(1 + sample.people.flatMap((person) => person.posts).length)
  })

  test('is seen whole from the root', async () => {
    const { rows } = await as('rootOffice').get(organisationContract.listOrganisations, { limit: 200 })
    expect(rows).toHaveLength(sample.organisations.length)
  })
})

describe('the programme years', () => {
  test('the running one is open, the others are closed', async () => {
    const { rows } = await as('rootOffice').get(cycleContract.listCycles, { limit: 50 })
    expect(rows.map(({ year, state }) => `${year} ${state}`)).toEqual([
      '2026 open',
      '2025 closed',
      '2024 closed',
      '2023 closed',
      '2022 closed',
    ])
  })

  test('every act of the sample lies before the moment of loading', async () => {
    const { latest } = await world.db
      .selectFrom('history')
      .select(({ fn }) => fn.max('at').as('latest'))
      .executeTakeFirstOrThrow()
    expect(latest <= `${ANCHOR}T12:00:00.000000+08:00`).toBe(true)
  })
})

describe('the themes', () => {
  test('stand where the sample says, each with its trail', async () => {
    const { rows } = await as('rootOffice').get(themeContract.listThemes, { limit: 200 })
    const ours = { 'on-notice': 'noticed' } as Record<string, string>
    const wanted = [
      ...sample.themes.map(({ state, branch }) => `${nameOf(branch)} ${ours[state] ?? state}`),
      ...sampleRevisions(sample).map(
        ({ of, disclosed }) => `${nameOf(of.branch)} ${disclosed ? 'replaced' : 'submitted'}`,
      ),
      `${nameOf(heirOf(sample))} abandoned`,
    ]
    expect(rows.map(({ state, branch }) => `${branch.name} ${state}`).sort()).toEqual(wanted.sort())
  })

  test('the secretary whose theme was returned sees the reasons and can mend it', async () => {
    const { underWay } = await themeOf('returnedSecretary')
    expect(underWay).toMatchObject({ state: 'returned', allowed: ['change', 'submit', 'abandon'] })
    expect(underWay!.reasons).not.toBe('')
    expect((await as('returnedSecretary').page('/my/theme')).html).toContain(underWay!.reasons)
  })

  test('the secretary without a theme can propose one', async () => {
    expect(await themeOf('noThemeSecretary')).toMatchObject({ underWay: null, inForce: null, mayDraft: true })
  })

  test('the secretary whose theme is on notice reads what was said', async () => {
    const { underWay } = await themeOf('noticeSecretary')
    expect(underWay).toMatchObject({ state: 'noticed', notice: { over: false } })
    const { rows } = await as('noticeSecretary').get(noticeContract.listOpinions, {
      notice: underWay!.notice!.id,
      limit: 50,
    })
    const said = sample.themes.find(({ name }) => name === underWay!.name)!
    if (said.state !== 'on-notice') throw new Error('the sample says otherwise')
    expect(rows.map(({ text }) => text).sort()).toEqual(said.notice.opinions.map(({ text }) => text).sort())
  })

  test('words that an adopted opinion changed are in force', async () => {
    const { rows } = await as('rootOffice').get(noticeContract.listNotices, {
      state: 'closed',
      subjectKind: 'theme',
      limit: 200,
    })
    const changed = []
    for (const { id, subjectId } of rows) {
      const { rows: replies } = await as('rootOffice').get(noticeContract.listReplies, {
        notice: id,
        from: 1,
        limit: 200,
      })
      const { texts } = await as('rootOffice').get(themeContract.readTheme, { theme: subjectId })
      for (const { wordings } of replies)
        for (const { before, after } of wordings) {
          changed.push(after)
          expect(Object.values(texts).some((text) => text.includes(after))).toBe(true)
          expect(Object.values(texts).some((text) => text.includes(before))).toBe(false)
        }
    }
    expect(changed.length).toBeGreaterThan(0)
  })

  test('the wall shows society what is disclosed to it, and members everything in force', async () => {
    const inForce = sample.themes.filter(({ state }) => state === 'in-force')
    const disclosed = inForce.filter((theme) => 'notice' in theme && theme.notice.scope === 'society')
    expect((await world.nobody.get(themeContract.listBrands, { limit: 1 })).total).toBe(disclosed.length)
    expect((await as('member').get(themeContract.listBrands, { limit: 1 })).total).toBe(inForce.length)
  })
})

describe('what goes on this year', () => {
  test('a revision is in force with both texts side by side, and one waits half-way in the gate', async () => {
    const [through, halfWay] = sampleRevisions(sample)
    const office = as('rootOffice')
    const { rows } = await office.get(themeContract.listThemes, { limit: 200, search: nameOf(through!.of.branch) })
    const story = await office.get(storyContract.readStory, { story: rows[0]!.branch.id })
    expect(story.themes.map(({ state }) => state)).toEqual(['in-force', 'replaced'])
    expect(story.themes[0]!.revision).toMatchObject({ kind: 'adjustment', reason: through!.reason })
    expect(JSON.stringify(story.themes[0]!.revision!.passages)).toContain('新增的两处客渡码头')
    const waiting = await office.get(themeContract.listThemes, { limit: 200, search: nameOf(halfWay!.of.branch) })
    expect(waiting.rows.map(({ state }) => state).sort()).toEqual(['in-force', 'submitted'])
    const view = await office.get(themeContract.readTheme, {
      theme: waiting.rows.find(({ state }) => state === 'submitted')!.id,
    })
    expect(view).toMatchObject({ stage: 1, revision: { reason: halfWay!.reason } })
  })

  test('most branches have confirmed their theme, and some still owe it', async () => {
    const { rows } = await as('rootOffice').get(cycleContract.listCycles, { limit: 1 })
    const { prompt, counts } = await as('rootOffice').get(yearlyContract.readPrompt, { cycle: rows[0]!.id })
    const { dueOn, given } = sampleConfirmations(sample)
    expect(prompt).toMatchObject({ dueOn, over: false })
    expect(counts.confirmed).toBe(given.length)
    expect(counts.revising).toBe(sampleRevisions(sample).length)
    expect(counts.missing).toBeGreaterThan(0)
    expect(counts.confirmed).toBeGreaterThan(counts.missing)
    const { rows: own } = await as('shipSecretary').get(dutyContract.listMyDuties, { list: 'mine', limit: 50 })
    expect(own.map(({ title }) => title)).toContain('确认或修订品牌主题')
  })

  test('where there is no theme yet a call is open; finished ones say what was taken up and which meeting adopted it', async () => {
    const { rows } = await as('noThemeSecretary').get(callContract.listCalls, { limit: 10 })
    expect(rows.map(({ state }) => state)).toEqual(['open'])
    const finished = sampleCalls(sample).filter(({ meeting }) => meeting !== null)
    expect(finished.length).toBeGreaterThan(2)
    for (const { branch, by, meeting, given, paper } of finished) {
      const secretary = await world.as((await personByNumber(by))!)
      const { rows: own } = await secretary.get(callContract.listCalls, { limit: 10 })
      const call = await secretary.get(callContract.readCall, { call: own[0]!.id })
      expect(call).toMatchObject({
        branch: { name: nameOf(branch) },
        state: 'adopted',
        meeting: { meetingOn: meeting!.on },
      })
      expect(call.digest!.suggestions).toBe(given.length + paper.length + 2)
      expect(call.digest!.answers.some(({ uptake, words }) => uptake === 'taken-up' && words !== '')).toBe(true)
    }
  })

  test('a dozen brands are made known by publications that cite their own records; one waits for the check', async () => {
    const office = as('rootOffice')
    const planned = samplePublications(sample)
    const { rows } = await office.get(publicityContract.listPublicity, { limit: 200 })
    const standing = planned.filter(({ approvedOn, withdrawn }) => approvedOn && !withdrawn)
    const count = (state: string) => rows.filter((row) => row.state === state).length
    expect([count('published'), count('withdrawn'), count('checked'), count('submitted')]).toEqual([
      standing.length,
      1,
      1,
      1,
    ])
    expect(standing.length).toBe(12)
    const { rows: known } = await office.get(boardContract.listBoard, { limit: 200, stage: 'made-known' })
    expect(known.map(({ branch }) => branch.name).sort()).toEqual(
      [...new Set(standing.map(({ theme }) => nameOf(theme.branch)))].sort(),
    )
    for (const { id, branch, state } of rows) {
      const view = await office.get(publicityContract.readPublication, { publication: id })
      expect(view.records.length).toBeGreaterThan(0)
      expect(view.consent!.unstated).toEqual([])
      if (state === 'published') expect([view.checkedBy, view.approvedBy]).not.toContain(null)
      const own = sample.records.filter((record) => nameOf(record.branch) === branch.name)
      for (const { sentence } of view.records) expect(own.map((record) => record.sentence)).toContain(sentence)
    }
    const outside = await world.nobody.get(publicityContract.listPublications, { limit: 200 })
    expect(outside.rows).toHaveLength(standing.filter(({ theme }) => theme.notice.scope === 'society').length)
  })
})

describe('the records', () => {
  test('are all there, and the ledger counts them', async () => {
    const { total } = await as('rootOffice').get(buildingContract.countRecords, {})
    expect(total).toBe(sample.records.length + results.reduce((sum, { records }) => sum + records, 0))
  })

  test('a branch’s totals of a year come out of its own records', async () => {
    const organisation = await branchOf('namedSecretary')
    const { kinds } = await as('namedSecretary').get(buildingContract.countRecords, {
      organisation,
      from: '2025-01-01',
      to: '2025-12-31',
    })
    const code = sample.namedPeople.find(({ key }) => key === 'namedSecretary')!.organisation
    const own = sample.records.filter(({ branch, happenedOn }) => branch === code && happenedOn.startsWith('2025'))
    for (const { kind, count } of kinds) expect(own.filter((record) => record.kind === kind)).toHaveLength(count)
    expect(own.length).toBeGreaterThan(10)
  })

  test('solved problems of last year are confirmed from above', async () => {
    const rows = await world.db
      .selectFrom('building_record')
      .select(['confirmed_by', 'entered_by'])
      .where('kind', '=', 'problem-solved')
      .where('happened_on', '<', '2026-01-01')
      .execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ confirmed_by }) => confirmed_by === null)).toEqual([])
    expect(rows.filter(({ confirmed_by, entered_by }) => confirmed_by === entered_by)).toEqual([])
  })

  test('the secretary on the ship finds the records on the phone', async () => {
    const { html } = await as('shipSecretary').page('/my/records')
    const code = sample.namedPeople.find(({ key }) => key === 'shipSecretary')!.organisation
    const own = sample.records.filter(({ branch }) => branch === code)
    expect(html).toContain(own.at(-1)!.sentence)
  })
})

describe('the rule sheets', () => {
  test('the running year has an issued one by kinds of branch with quotas, and a later draft that the lint holds back', async () => {
    const { rows } = await as('rootOffice').get(scoringContract.listSheets, { limit: 50 })
    expect(rows.map(({ code, number, state }) => `${code} ${number} ${state}`)).toEqual([
      'XZ-2026-F 2 draft',
      'XZ-2026-F 1 issued',
      'XZ-2025 1 issued',
    ])
    const [draft, issued] = await Promise.all(
      rows.map(({ id }) => as('rootOffice').get(scoringContract.readSheet, { sheet: id })),
    )
    expect(issued).toMatchObject({ lints: [], data: nextSheet(2026) })
    expect(draft!.lints.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['error 1.2-1', 'error B-3'])
    expect(draft!.allowed).toEqual([])
  })
})

describe('last year’s assessment and selection', () => {
  const year = 2025
  const sheet = sampleSheet(year)
  const branches = sample.organisations.filter(({ kind }) => kind === 'branch')
  const inputs = branches.map(({ code, name, region, unitName, setUpOn }) => {
    const facts = factsByHand(sample, code, year)
    return { id: code, name, region, kind: unitName, setUpOn, facts, selfScore: {}, rulings: [] }
  })
  const byHand = select(sheet, inputs)

  async function assessed() {
    const { rows } = await as('rootOffice').get(assessmentContract.listAssessments, { limit: 10 })
    expect(rows.map(({ stage }) => stage)).toEqual(['frozen'])
    const page = { assessment: rows[0]!.id, limit: 200 }
    return (await as('rootOffice').get(assessmentContract.listAssessed, page)).rows
  }

  test('every total comes out of records, themes, papers, marks and votes as it does by hand', async () => {
    const rows = await assessed()
    expect(rows).toHaveLength(branches.length)
    const totals = Object.fromEntries(rows.map(({ branch, total }) => [branch.name, total]))
    const wanted = inputs.map(({ id, name, facts }) => {
      const rated = byHand.branches.find(({ branch }) => branch === id)!.title !== 'not-rated'
      const { total } = scoreBranch(sheet, facts)
      return [name, rated && total.state === 'scored' ? total.points : null]
    })
    expect(totals).toEqual(Object.fromEntries(wanted))
  })

  test('every branch has given itself points', async () => {
    const rows = await assessed()
    expect(rows.filter(({ selfTotal }) => selfTotal === null)).toEqual([])
  })

  test('the register has whom the engine names by hand, and the named secretary’s branch is one of them', async () => {
    const { rows } = await world.nobody.get(selectionContract.listRegister, { limit: 200 })
    const named = byHand.branches.filter(({ title }) => title === 'named').map(({ branch }) => branch)
    expect(named.length).toBeGreaterThan(0)
    const names = named.map((code) => branches.find((each) => each.code === code)!.name)
    expect(rows.map(({ branch }) => branch.name).sort()).toEqual(names.sort())
    const { organisation } = sample.namedPeople.find(({ key }) => key === 'namedSecretary')!
    expect(named).toContain(organisation)
  })

  test('the named secretary’s score opens down to the records', async () => {
    const own = (await as('namedSecretary').get(assessmentContract.listMyAssessed, {})).rows[0]!
    const score = await as('namedSecretary').get(assessmentContract.readScore, { assessed: own.id })
    const meetings = score.indicators.flatMap(({ clauses }) => clauses).find(({ code }) => code === '1.1-1')!
    expect(meetings.facts[0]!.sources.length).toBeGreaterThan(0)
    for (const { kind } of meetings.facts[0]!.sources) expect(kind).toBe('record')
    const points = pointsOf(scoreBranch(sheet, factsByHand(sample, codeOf('namedSecretary'), year)), '1.1')
    expect(score.indicators.find(({ code }) => code === '1.1')!.points).toBe(points)
  })
})

function codeOf(key: NamedKey): string {
  return sample.namedPeople.find((person) => person.key === key)!.organisation!
}
