import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayReason } from '../messages-hint.ts'
import { couldAnyBranchSay, ownWords, reasonKinds, saysNothingOfItsOwn, type Written } from './any-branch.ts'
import { findingKeys, noCounts } from './near-keys.ts'

const general: Written = {
  name: '先锋护航',
  meaning: '充分发挥党支部战斗堡垒作用和党员先锋模范作用，走在前列。',
  strengths: '支部班子团结有力，党员干劲足，群众基础好。',
  tie: '紧紧围绕中心工作，推动党建与业务深度融合。',
  lasting: '',
  goals: '争创一流，再上新台阶。',
}
const own: Written = {
  name: '琼州海峡守门人',
  meaning: '琼州海峡每天有四百多航次客滚船往来，船门关没关好，最后一眼由我们看。',
  strengths: '十二名党员里九人跑过客滚航线。',
  tie: '每航次抽查不少于3台车。',
  lasting: '',
  goals: '年内登轮检查覆盖到全部51艘。',
}
const xuwen = ['湛江海事局徐闻海事处党支部']
const kinds = (texts: Written, counts = noCounts) => couldAnyBranchSay(texts, xuwen, counts).map(({ kind }) => kind)

describe('what any branch could say', () => {
  test('is told with each reason and its words', () => {
    const reasons = couldAnyBranchSay(general, xuwen, noCounts)
    expect(reasons.map(({ kind, quoted }) => [kind, quoted])).toEqual([
      ['no-own-word', ['湛江', '徐闻']],
      ['no-figure', []],
      ['would-fit-others', [general.meaning.replace('。', '')]],
      ['set-phrases', ['战斗堡垒作用', '先锋模范作用', '深度融合', '走在前列', '争创一流']],
    ])
    expect(saysNothingOfItsOwn(reasons)).toBe(true)
  })

  test('what tells of one place and its figures has no reason', () => {
    expect(kinds(own)).toEqual([])
  })

  test('the branch’s name put into general sentences changes little: with another name they are as true', () => {
    const dressed = { ...general, meaning: `徐闻海事处${general.meaning}`, strengths: `徐闻${general.strengths}` }
    expect(kinds(dressed)).toEqual(['no-figure', 'would-fit-others', 'set-phrases'])
    expect(saysNothingOfItsOwn(couldAnyBranchSay(dressed, xuwen, noCounts))).toBe(true)
  })

  test('figures that every branch has do not count', () => {
    const counted = { ...general, strengths: '支部现有党员12名，平均年龄35岁，开展主题党日12次。' }
    expect(kinds(counted)).toContain('no-figure')
    expect(kinds({ ...general, strengths: '值守点二十年没有熄过灯。' })).not.toContain('no-figure')
    expect(kinds({ ...general, strengths: '参与起草《液气船夜航办法》。' })).not.toContain('no-figure')
  })

  test('a draft that has hardly begun is not general yet', () => {
    expect(kinds({ ...general, meaning: '走在前列', strengths: '', tie: '', goals: '' })).toEqual([])
  })
})

describe('words and passages of other themes', () => {
  const counts = {
    themes: 267,
    of: new Map([
      ['先锋', 31],
      ['护航', 8],
      ...findingKeys({ name: '', meaning: general.meaning }).map((mark) => [mark, 9] as const),
    ]),
  }
  test('a word of the name that many have is said with how many', () => {
    const reason = couldAnyBranchSay(general, xuwen, counts).find(({ kind }) => kind === 'common-word')!
    expect(sayReason(reason, 'zh').sentence).toBe('名称里的“先锋”，267 个主题中有 31 个在用。')
    expect(kinds({ ...own, name: '护航' }, counts)).toEqual([])
  })

  test('a clause that others have word by word is quoted', () => {
    const reason = couldAnyBranchSay(general, xuwen, counts).find(({ kind }) => kind === 'shared-passage')!
    expect(reason.themes).toBe(9)
    expect(general.meaning).toContain(reason.quoted[0])
  })

  test('they alone do not say that any branch could say it', () => {
    const reasons = couldAnyBranchSay({ ...own, name: '先锋渡' }, xuwen, counts)
    expect(reasons.map(({ kind }) => kind)).toEqual(['common-word'])
    expect(saysNothingOfItsOwn(reasons)).toBe(false)
  })

  test('with few themes no word is common', () => {
    expect(kinds({ ...own, name: '先锋' }, { themes: 39, of: new Map([['先锋', 39]]) })).toEqual([])
  })
})

test('the branch’s own words are what its name has and others’ have not', () => {
  expect(ownWords(['广州海事局黄埔海事处第一党支部'])).toEqual(['广州', '黄埔'])
  expect(ownWords(['海巡0931船党支部'])).toEqual(['海巡0931船'])
  expect(ownWords(['机关财务会计处党支部'])).toEqual(['财务会计'])
  expect(ownWords(['机关第一党支部'])).toEqual([])
})

test('every reason has a sentence without blanks, and a way to mend it, in both languages', () => {
  for (const kind of reasonKinds)
    for (const language of ['zh', 'en'] as const) {
      const said = sayReason({ kind, quoted: ['话'], themes: 3, of: 9, percent: 80 }, language)
      expect(`${said.sentence}${said.mend}`).not.toMatch(/[{}]|undefined/)
    }
})

test('no text makes it stumble', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 })
  const texts = fc.record({ name: text, meaning: text, strengths: text, tie: text, lasting: text, goals: text })
  fc.assert(
    fc.property(texts, text, (written, branch) => {
      for (const { percent } of couldAnyBranchSay(written, [branch], noCounts))
        expect(percent ?? 100).toBeLessThanOrEqual(100)
    }),
  )
})
