import type { Uptake } from '#programme/theme/rules/call.ts'

/** What members and staff of the sample suggest for a theme, and what became of it; the paper ones were in the box. */
export const suggestions: { text: string; paper?: true; uptake: Uptake; words: string; reason: string }[] = [
  {
    text: '主题里要有群众听得懂的话，少用四字排比。',
    uptake: 'taken-up',
    words: '名称和含义改用群众常说的话',
    reason: '',
  },
  {
    text: '目标要能数得出来，比如一年走多少个渡口、多少条船。',
    uptake: 'taken-up',
    words: '创建目标写明走访次数，由服务对象来评',
    reason: '',
  },
  {
    text: '夜里值守的同志很少被提到，建议写进去。',
    uptake: 'taken-up',
    words: '把夜间值守写进与中心工作的结合',
    reason: '',
  },
  {
    text: '把防污染、防商渔船碰撞、船员培训都写上。',
    uptake: 'partly',
    words: '写入防商渔船碰撞',
    reason: '防污染和船员培训由其他支部承担，不再写入，以免重复。',
  },
  {
    text: '建议统一做一批带标识的马甲和水杯。',
    uptake: 'not-taken-up',
    words: '',
    reason: '主题不靠物品体现，不增加开支。',
  },
  {
    text: '新来的年轻人看不懂老名字，能不能解释一下来历？',
    paper: true,
    uptake: 'taken-up',
    words: '含义里补上名称的来历',
    reason: '',
  },
  {
    text: '希望每半年听一次服务对象的意见。',
    paper: true,
    uptake: 'partly',
    words: '每年听取一次服务对象意见',
    reason: '一年一次与年度考核同步，半年一次增加走访对象负担。',
  },
]

export const questions = [
  '本支部的品牌主题打算突出哪一点？哪些做法大家觉得最管用？请提建议，写一句话就行。',
  '准备提炼本支部的主题：最能代表我们工作的是什么？名称、含义、目标都可以提。',
]
