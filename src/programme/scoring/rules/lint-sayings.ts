import type { Said } from '#basics/messages.ts'

/** What is said about each thing unwise, and what to do about it. */
export const lintSayings = {
  'fact-unread': { zh: '没有条款用到这一事实，可以删去。', en: 'No clause reads this fact: it can be removed.' },
  'fact-of-another-kind': {
    zh: '事实“{fact}”的类型与用处不符，请改选事实或其类型。',
    en: 'The fact “{fact}” is not of the kind needed here: choose another fact or kind.',
  },
  'floor-above-cap': { zh: '下限高于上限，请改正。', en: 'The floor is above the cap: correct one of them.' },
  'max-not-above-zero': { zh: '分值应大于0。', en: 'The points must be above 0.' },
  'parts-do-not-add-up': {
    zh: '各部分合计 {parts} 分，与所列 {max} 分不符，请核对。',
    en: 'The parts add up to {parts}, not to the {max} printed: check them.',
  },
  'indicator-without-clause': {
    zh: '本项没有条款，请补充条款或删去。',
    en: 'The item has no clause: add one or remove the item.',
  },
  'survey-not-alone': {
    zh: '满意度条款在有效票过少时整项不计，不能与其他条款同在一项，请分列。',
    en: 'A survey clause leaves out its whole item when too few vote: it cannot share the item with other clauses.',
  },
  'full-marks-out-of-reach': {
    zh: '各条最多合计 {parts} 分，达不到本项 {max} 分，请核对。',
    en: 'The clauses give {parts} at most, the item has {max}: full marks cannot be reached.',
  },
  'deduction-above-item': {
    zh: '所扣 {points} 分大于本项 {max} 分，疑为笔误，请改正。',
    en: 'It takes off {points} from an item of {max}: probably a slip, correct it.',
  },
  'deduction-below-nothing': {
    zh: '所扣 {points} 分大于本项 {max} 分，而本项没有下限，会扣到负数；若应扣完为止，请填下限 0。',
    en: 'It takes off {points} from an item of {max} that has no floor: it falls below zero. Give it the floor 0 if it must not.',
  },
  'after-turns-round': {
    zh: '“之后每名”是 {per}，与前面各名次的增减方向相反：越来越少填负数，越来越多填正数。',
    en: 'After the listed places it goes on by {per}, against their direction: fewer and fewer points is a negative number.',
  },
  'after-looks-turned': {
    zh: '“之后每名”是 {per}：越靠后分越少应填负数，请核对正负号。',
    en: 'After the listed places it goes on by {per}: fewer and fewer points is a negative number. Check the sign.',
  },
  'places-up-and-down': {
    zh: '各名次的分值忽高忽低，请核对。',
    en: 'The points of the places go up and down: check them.',
  },
  'least-never-felt': {
    zh: '分值越来越多，“之后最低” {least} 不起作用，请核对。',
    en: 'The points rise, so that “at least {least}” is never felt: check it.',
  },
  'after-is-each': {
    zh: '条款说以后每名增减，却填在“之后一律”，请改填“之后每名”。',
    en: 'The clause goes on place by place, but gives all later places the same: use 之后每名.',
  },
  'steps-look-unsigned': {
    zh: '“每高一档”“每低一档”没有负数：扣分要填负数，请核对正负号。',
    en: 'Neither side of the threshold is negative: a deduction is a negative number here. Check the signs.',
  },
  'steps-change-nothing': {
    zh: '“每高一档”“每低一档”都是 0，数值多少都不影响得分，请核对。',
    en: 'Both steps are 0: the number changes nothing. Check them.',
  },
  'points-not-above-zero': {
    zh: '分值应大于0，现为 {points}；扣分也填正数。',
    en: 'The points must be above 0, not {points}; deductions are written without a minus.',
  },
  'range-turned-round': {
    zh: '评分范围应从小到大，且不小于0。',
    en: 'The range must run from the lower to the higher, and not below 0.',
  },
  'band-hole': { zh: '档次有空档：{at} 不在任何一档，请补全。', en: 'There is a hole: no band holds {at}. Close it.' },
  'band-overlap': {
    zh: '档次有重叠：{at} 同时在几档之内，请改正。',
    en: 'Bands overlap: several hold {at}. Part them.',
  },
  'level-hole': {
    zh: '等次有空档：{at} 分不属于任何等次，请补全。',
    en: 'There is a hole: {at} points belong to no level. Close it.',
  },
  'level-overlap': {
    zh: '等次有重叠：{at} 分同时属于几个等次，请改正。',
    en: 'Levels overlap: {at} points belong to several. Part them.',
  },
  'too-few-votes-shown': {
    zh: '有效票下限不得少于 {least} 张，以免看出个人意见。',
    en: 'No fewer than {least} valid votes may be counted, or single answers could be seen.',
  },
  'name-twice': { zh: '名称“{name}”重复，请改正。', en: 'The name “{name}” stands twice: correct it.' },
  'parts-do-not-add-up-for': {
    zh: '对“{kind}”，各部分合计 {parts} 分，与所列 {max} 分不符，请核对。',
    en: 'For “{kind}” the parts add up to {parts}, not to the {max} printed: check them.',
  },
  'never-felt': {
    zh: '本项从零分起算且不低于零分，这里的扣分永远不起作用，请改起算或下限。',
    en: 'The item starts at zero and cannot fall below it: nothing is ever taken off. Change its start or its floor.',
  },
  'rows-not-ascending': {
    zh: '各档的界限应从小到大排列。',
    en: 'The bounds of the rows must go from the lower to the higher.',
  },
  'number-ranked-needed': {
    zh: '按百分比计名次，填报名次时必须同时填参加排名的总数。',
    en: 'A place in percent needs the number ranked with every rank that is entered.',
  },
  'no-ruling-on-cut': {
    zh: '细则没有写明如何处理，遇到时须逐个裁定。',
    en: 'The sheet does not say what happens then: every such case will need a ruling.',
  },
  'fold-unsaid': {
    zh: '没有写明多项表彰累计还是就高，请选定。',
    en: 'It does not say whether honours add up or the highest counts: choose one.',
  },
  'levels-without-points': {
    zh: '条款提到没有写分值的级别（如“依次酌减”），而未列级别现按不计；要由人裁定的，“未列级别”填裁定。',
    en: 'It speaks of levels without points (“less in turn”), which count nothing as it stands; let 未列级别 say 裁定 where a ruling is meant.',
  },
  'severity-without-marks': {
    zh: '填了“考评人宽严”，却没有考评人评分的条款（A4、A4B）。',
    en: 'It speaks of harsh assessors, and no clause is marked by assessors (A4, A4B).',
  },
  'severity-needs-two': {
    zh: '校正宽严要有同评：“考评人至少”应在 2 人以上，否则往往不足以校正、须裁定。',
    en: 'Correcting needs shared branches: ask for at least two assessors, or it will often need a ruling.',
  },
  'severity-with-periods': {
    zh: '分期评分的条款不能说明或校正宽严，请去掉“考评人宽严”或分期。',
    en: 'Harshness is not worked out for marks by period: drop one of the two.',
  },
  'exemption-unsaid': {
    zh: '只写免予考核，没有写明本项计满分、零分还是不计，请选定。',
    en: 'It exempts, but not whether the item counts in full, as zero or not at all: choose one.',
  },
  'for-nobody': { zh: '本条不适用于任何一类支部，请核对类别。', en: 'It is for no kind of branch: check the kinds.' },
  'text-twice': {
    zh: '本项有两条文字相同，请核对是否重复。',
    en: 'Two clauses of the item read the same: is one too many?',
  },
  'band-out-of-reach': {
    zh: '有一档（{points} 分）永远够不到，请改正或删去。',
    en: 'A band ({points} points) can never be reached: correct or remove it.',
  },
  'survey-without-rule': {
    zh: '来自测评的事实须按票数填报（满意度测评或分项票数），以便有效票过少时不显示；不能直接填分值或比例。',
    en: 'What comes from a survey is entered as votes, so that too few are never shown; not as a number or a share.',
  },
  'no-levels': {
    zh: '没有等次、晋级或星项，请至少列出一种。',
    en: 'There are neither levels, nor a ladder, nor stars: list one of them.',
  },
  'level-out-of-reach': {
    zh: '{at} 分高于总分上限 {most} 分，这一等次永远够不到。',
    en: 'It takes {at} points and the total is at most {most}: the level can never be reached.',
  },
  'percent-or-count': {
    zh: '名额填比例或个数，二者取一。',
    en: 'A quota is a share or a number: fill in one of the two.',
  },
  'quota-against-cut-off': {
    zh: '“{level}”既有分数段又有须达到的名额，二者可能不一致；不一致时按名额，并注明“非分数所致”。',
    en: '“{level}” has a range of points and a number that must be met: where they differ the quota decides, and says so.',
  },
  'quotas-below-all': {
    zh: '各等次名额合计最多 {percent}%，不足 100%，会有支部没有等次，请改正。',
    en: 'The quotas of all levels add up to {percent} % at most: some branches would have no level. Correct them.',
  },
  'quotas-above-all': {
    zh: '须达到的名额合计 {percent}%，超过 100%，请改正。',
    en: 'The quotas that must be met add up to {percent} %: more than there are. Correct them.',
  },
  'section-not-counted': {
    zh: '本项未列入总分，请列为基本分或加分。',
    en: 'The section is not part of the total: list it as basic or bonus.',
  },
  'counted-inside-a-section': {
    zh: '总分只列一级指标，本项已在上级之内。',
    en: 'The total lists sections only; this item is already inside one.',
  },
  barred: {
    zh: '含“{words}”：{what}不得作为计分依据（{rule}）。请删去本条。',
    en: 'It speaks of “{words}”: {what} may not be an input of a score ({rule}). Remove it.',
  },
} satisfies Record<string, Said>

export type LintWord = keyof typeof lintSayings
