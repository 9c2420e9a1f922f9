/**
 * Words that so many names of the trade have that they tell nothing of one branch: they find no near theme, and where two
 * names share them they hardly count. The first list stands in more than one of 94 published brand names of Party branches
 * and committees (maritime, customs, ports, courts, hospitals, schools; from public pages, November 2026), or in three and
 * more of our sample's 255; the second is ours: words for those who lead, guard, light the way or serve, and of the Party.
 */
const counted =
  '先锋 服务 党建 阳光 红色 发展 红旗 红帆 引领 团队 之家 聚力 守望 引航 党旗 天平 支部 向党 明灯 港航 尖兵 护航 卫士 领航 航标 灯塔 ' +
  '前哨 平安 堡垒 窗口 红心 舵手 船员'
const ours =
  '先锋岗 先锋队 排头兵 服务队 突击队 标兵 前锋 哨兵 卫兵 护卫 守护 守护者 护航者 导航 领航员 灯火 火炬 旗帜 党旗红 党徽 党员 党支部 共产党员 ' +
  '为民 初心 使命 奋斗 担当 忠诚 奉献 创新 融合 安全 绿色 智慧 品牌 工作 群众 海事 海上 水上 码头 航道 新时代 引擎 火种'

/** The longest first, so that 先锋队 is not read as 先锋 and 队. */
export const tradeWords: readonly string[] = `${counted} ${ours}`.split(' ').sort((a, b) => b.length - a.length)

/** Characters that tell as little. */
export const tradeCharacters: ReadonlySet<string> = new Set('海江港航船水红心党一的之里上人者先')

/** Runs of every other text about a branch; they are not marked as shared. */
export const usualRuns: ReadonlySet<string> = new Set([
  ...tradeWords.filter((word) => word.length === 2),
  ...'党支 我们 一个 作用 中心 创建 发挥 组织 建设 为名 每一 就是 日常 主题'.split(' '),
])
