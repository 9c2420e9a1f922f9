import type { Chance } from './chance.ts'

// Surnames as common in the south, each as often as it stands here; then some whose reading as a surname differs
// from the usual one (单 Shàn, 解 Xiè, 仇 Qiú, 曾 Zēng, 尉迟 Yùchí …), to keep sorting and searching honest.
const common = [
  ...'陈陈陈陈李李李黄黄黄黄张张张梁梁梁林林林刘刘吴吴吴罗罗杨杨何何叶叶郑郑谢谢周周邓邓钟钟曾曾冯冯苏苏蔡蔡',
  ...'赵王孙徐胡朱郭高马许彭潘袁余卢蒋杜姚廖邹熊陆孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文庞樊',
  ...'麦区冼招岑霍莫关阮甘容植盘温伍谭莫翁庄戴欧柯方纪蓝洪吕施丘游江涂饶卓连詹佘',
]
const unusual = [
  '单',
  '解',
  '仇',
  '曾',
  '尉迟',
  '欧阳',
  '司徒',
  '上官',
  '查',
  '朴',
  '盖',
  '任',
  '乐',
  '覃',
  '区',
  '缪',
  '翟',
]

const first = [...'嘉子志建伟晓俊泽海锦文永国家永少德景润浩宇思雨雅丽秀慧佩静婉绮婷颖诗梓锐启承敬敏学守若远庆振铭耀怀']
const second = [...'辉杰豪斌鸿轩航涛林权基生荣昌峰城钧彦霖舟帆波澜源泉岚珊琳莹茵芬仪颜萍霞燕琪瑶彤娜敏玲慧琼然宁安康']
const single = [...'昕珩钰琛骁澜珊磊岩浩鑫旻晔菲倩莹']

/** An invented name; `taken` are those already given in the same branch. */
export function inventName(chance: Chance, taken: ReadonlySet<string>): string {
  for (;;) {
    const surname = chance.percent(4) ? chance.pick(unusual) : chance.pick(common)
    const name = surname + (chance.percent(14) ? chance.pick(single) : given(chance))
    if (!taken.has(name)) return name
  }
}

function given(chance: Chance): string {
  const one = chance.pick(first)
  const other = chance.pick(second)
  return one === other ? `${one}生` : one + other
}
