import type { Question } from '#programme/theme/rules/questions.ts'

/** Comments of reviewers, and what a branch took up from its members' suggestions. */
export const passComment = [
  '主题贴近本职，目标能检查，同意。',
  '同意。建议把责任区的名称与网格名称统一。',
  '名称好记，含义说得清楚，同意上报。',
  '与本单位年度重点任务一致，同意。请注意做法要能长期坚持。',
  '同意。上次提的意见已经改到位。',
]
export const returnComment: { comment: string; no: Question | null }[] = [
  { comment: '目标里没有一个能检查的数字，请写清做到什么程度、由谁来评，再报。', no: null },
  { comment: '主题与另一支部的名称过于接近，含义也没有说出本支部的特点，请与对方商量后再定。', no: 'strengths' },
  { comment: '与中心工作的结合只写了口号，请写出具体任务和党员承担的部分。', no: 'tie' },
  { comment: '“为什么能长期坚持”一栏说的是经费，请说明靠什么机制坚持。', no: 'lasting' },
  { comment: '名称过大，超出支部职责，请结合本辖区水域特点重新提炼。', no: 'strengths' },
]
/** What offices of the sample have written down to say often. */
export const sharedPhrases = [
  '主题贴近本职，目标能检查，同意。',
  '目标里没有能检查的数字，请写清做到什么程度、由谁来评，再报。',
  '名称与其他支部相近，请先与对方商量，说出本支部的不同。',
  '与中心工作的结合只写了口号，请写出具体任务和党员承担的部分。',
  '请说明靠什么机制坚持，人员轮换后由谁接着做。',
]
export const takenUp = [
  '采纳了青年党员提出的“目标要有数字”的建议，删去两句空话。',
  '名称由三个候选名中选出，改用了一名老船员的提法。',
  '根据职工建议，把服务对象来评写进了目标。',
  '吸收了两名非党员职工的意见，增加了夜间值守的内容。',
  '把渔民座谈会上提的“讲得慢一点、多用方言”写进了做法。',
]
