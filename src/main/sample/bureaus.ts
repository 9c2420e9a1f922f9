import type { SampleRegion, UnitKind } from './types.ts'

/** A sub-bureau: its region (assigned by us), how many branches of each kind it has, and where its offices lie. */
export interface Bureau {
  name: string
  region: SampleRegion
  /** Small ones have a general branch (党总支) instead of a committee. */
  kind: 'committee' | 'general-branch'
  departments: number
  ships: number
  retired: number
  offices: string[]
  waters: string
}

// The 19 branch bureaus and the three managed by delegation, after an undated public directory. A name that stands twice
// is an office with two branches. Every bureau has one service window.
// name | region | departments ships retired | offices | waters
const lines = `
广州|珠三角|7 4 1|黄埔 黄埔 黄埔 南沙 南沙 南沙 番禺 新塘 荔湾 海珠 花都 莲花山|广州港出海航道
深圳|珠三角|4 3 1|蛇口 盐田 大铲 南山 宝安 大鹏 沙鱼涌|深圳东西部港区
珠海|珠三角|3 2 1|九州港 高栏港 桂山 横琴 斗门 万山 唐家|珠江口西侧水域
东莞|珠三角|3 2 1|太平 麻涌 沙田 虎门 道滘 石龙 长安|狮子洋东岸水域
惠州|珠三角|2 2 0|荃湾 大亚湾 港口 平海 东江|大亚湾石化港区
江门|珠三角|3 2 1|新会 台山 恩平 开平 鹤山 崖门 广海|西江与崖门水道
中山|珠三角|2 1 0|小榄 神湾 横门 黄圃 石岐 翠亨|横门水道
佛山|珠三角|3 1 1|顺德 南海 三水 高明 容奇 勒流 三山|顺德水道
肇庆|粤西|2 1 0|端州 高要 德庆 封开 四会|西江肇庆段
清远|珠三角|1 1 0|清城 英德 飞来峡|北江飞来峡库区
韶关|珠三角|1 0 0|浈江 乐昌 曲江|北江韶关段
港珠澳大桥|珠三角|2 1 0|东人工岛|大桥桥区水域
阳江|粤西|2 2 0|闸坡 东平 溪头 海陵|阳江海上风电场水域
茂名|粤西|2 2 0|水东 博贺 茂港 电白 莲头|博贺湾水域
湛江|粤西|4 2 1|霞山 赤坎 徐闻 硇洲 东海岛 雷州 廉江|琼州海峡北岸水域
云浮|粤西|1 1 0|六都 南江口|西江云浮段
汕头|粤东|3 2 1|濠江 南澳 广澳 潮阳 澄海 海门 妈屿|汕头港内外航道
汕尾|粤东|2 1 0|马宫 碣石 甲子 红海湾|红海湾水域
潮州|粤东|1 1 0|三百门 饶平 柘林 韩江|柘林湾水域
揭阳|粤东|1 1 0|神泉 靖海 榕江|神泉湾水域
梅州|粤东|1 1 0|松口 三河坝|梅江与韩江上游
河源|粤东|1 1 0|新丰江 枫树坝|新丰江库区`

const small = ['韶关', '港珠澳大桥', '云浮', '梅州', '河源']

export const bureaus: Bureau[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [name, region, counts, offices, waters] = line.split('|') as [string, SampleRegion, string, string, string]
    const [departments, ships, retired] = counts.split(' ').map(Number) as [number, number, number]
    const kind = small.includes(name) ? 'general-branch' : 'committee'
    return { name, region, kind, departments, ships, retired, offices: offices.split(' '), waters }
  })

/** The departments of the root, one branch each; the last one looks after those who have retired. */
export const rootDepartments = (
  '办公室 政策法规处 规划基建处 财务会计处 人事教育处 组织处 宣传处 通航管理处 船舶监督处 危管防污处 ' +
  '船员管理处 船检管理处 指挥中心 科技信息处 督察处 审计处 纪检处 国际合作处 工会办公室 离退休干部处'
).split(' ')

/** Bodies directly under the root: their branches as name and kind. */
export const directBodies: { name: string; kind: 'committee' | 'general-branch'; branches: [string, UnitKind][] }[] = [
  {
    name: '政务中心',
    kind: 'general-branch',
    branches: [
      ['综合科', 'department'],
      ['政务中心窗口', 'window'],
      ['船员证件窗口', 'window'],
    ],
  },
  {
    name: '海巡执法支队',
    kind: 'committee',
    branches: [
      ['机关', 'department'],
      ['海巡0901船', 'ship'],
      ['海巡0902船', 'ship'],
      ['海巡0903船', 'ship'],
      ['海巡0905船', 'ship'],
      ['海巡0906船', 'ship'],
      ['海巡0908船', 'ship'],
      ['海巡0909船', 'ship'],
      ['岸基保障队', 'centre'],
    ],
  },
  {
    name: '航海信息通信中心',
    kind: 'general-branch',
    branches: [
      ['综合科', 'department'],
      ['海岸电台', 'centre'],
      ['船舶交通管理系统运行科', 'centre'],
      ['数据应用科', 'centre'],
    ],
  },
  {
    name: '船员考试评估中心',
    kind: 'general-branch',
    branches: [
      ['考务科', 'centre'],
      ['评估科', 'centre'],
      ['题库与设备科', 'centre'],
    ],
  },
  {
    name: '后勤保障中心',
    kind: 'general-branch',
    branches: [
      ['综合科', 'department'],
      ['船艇维修队', 'centre'],
      ['车辆与基地管理队', 'centre'],
    ],
  },
]

/** What a sub-bureau's departments are called, in the order in which a bureau has them. */
export const bureauDepartments = '综合办公室 通航管理处 船舶监督处 危管防污处 指挥中心 人事教育处 财务装备处'.split(' ')
