import type { Phrase } from './record-words.ts'
import type { UnitKind } from './types.ts'

const afloat: Phrase[] = [
  {
    text: '解决渡口夜间照明不足的老问题，协调镇街新装灯具{n}盏，已验收。',
    figure: ['新装灯具', '盏', 4, 24],
    force: 'effectiveness',
  },
  {
    text: '攻关小船身份识别难题，为渔船加装识别设备{n}台，误报明显减少。',
    figure: ['加装设备', '台', 10, 90],
    force: 'creativity',
  },
  {
    text: '理顺与渔业部门的险情通报流程，平均通报时间缩短{n}分钟。',
    figure: ['缩短', '分钟', 5, 25],
    force: 'effectiveness',
  },
  {
    text: '摸清{waters}无人认领渔网的来源，与渔村约定布网范围，清理{n}处。',
    figure: ['清理', '处', 3, 18],
    force: 'effectiveness',
  },
  {
    text: '改装救生抛投器固定架，单人取用时间由{n}秒降到十秒以内，已在兄弟单位演示。',
    figure: ['原用时', '秒', 25, 60],
    force: 'creativity',
  },
  {
    text: '解决锚地甚高频盲区，增设中继点{n}个，连续一个月通话测试正常。',
    figure: ['中继点', '个', 1, 3],
    force: 'creativity',
  },
]
const ashore: Phrase[] = [
  {
    text: '清理积压的历史档案{n}卷，建立目录，查阅不再翻箱倒柜。',
    figure: ['清理档案', '卷', 30, 420],
    force: 'creativity',
  },
  { text: '合并要求基层报送的报表{n}张，能从系统取的不再另要。', figure: ['合并报表', '张', 2, 11], force: 'image' },
  { text: '解决跨部门会签慢的问题，平均会签时间缩短{n}天。', figure: ['缩短', '天', 1, 5], force: 'effectiveness' },
  {
    text: '针对基层反映的装备维修周期长，建立备件清单{n}种，急件当天发出。',
    figure: ['备件', '种', 12, 90],
    force: 'effectiveness',
  },
  { text: '统一现场检查口径，编成问答{n}条，退回补正明显减少。', figure: ['问答', '条', 15, 60], force: 'creativity' },
]
const counter: Phrase[] = [
  {
    text: '针对船员反映的预约难，调整放号时段，预约等待由{n}天降到当天。',
    figure: ['原等待', '天', 2, 9],
    force: 'image',
  },
  { text: '解决异地船员证件补办往返问题，开通邮寄{n}件，无一遗失。', figure: ['邮寄', '件', 10, 120], force: 'image' },
  {
    text: '梳理高频退件原因{n}类，重写填表样例，一次通过率明显提高。',
    figure: ['退件原因', '类', 4, 12],
    force: 'creativity',
  },
  { text: '打通登记与检验两个系统的重复录入，每件少填{n}栏。', figure: ['少填', '栏', 5, 18], force: 'creativity' },
]

/** Weak points that a branch took on and solved, by kind of unit. */
export function solvedProblems(kind: UnitKind): Phrase[] {
  if (kind === 'office' || kind === 'ship') return afloat
  return kind === 'window' ? counter : ashore
}
