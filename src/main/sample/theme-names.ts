import type { UnitKind } from './types.ts'

/** Real brand names that fit, each with who holds it in fact; in the sample another, invented branch bears it. */
export const realNames: { name: string; kind: UnitKind; holder: string; only?: string }[] = [
  { name: '海盾', kind: 'department', holder: '南海海巡执法总队', only: '海巡执法支队机关党支部' },
  { name: '蓝海信使', kind: 'centre', holder: '北海航海保障中心青岛通信中心', only: '航海信息通信中心海岸电台党支部' },
  { name: '上善济海 守望千舟', kind: 'department', holder: '北海救助局党委', only: '机关指挥中心党支部' },
  { name: '引航', kind: 'department', holder: '珠海海事局', only: '珠海海事局综合办公室党支部' },
  { name: '春风聚力', kind: 'department', holder: '国家矿山安监局湖南局财务处党支部', only: '机关财务会计处党支部' },
  { name: '崇法尚德', kind: 'department', holder: '鸡西城子河法院第一党支部', only: '机关政策法规处党支部' },
  { name: '绿色先锋', kind: 'department', holder: '江苏海事局（子品牌）', only: '机关危管防污处党支部' },
  { name: '安全先锋', kind: 'department', holder: '江苏海事局（子品牌）', only: '机关通航管理处党支部' },
  { name: '堡垒先锋', kind: 'department', holder: '江苏海事局（子品牌）', only: '机关组织处党支部' },
  { name: '红扳手', kind: 'centre', holder: '城陵矶港口集团（分品牌）', only: '后勤保障中心船艇维修队党支部' },
  { name: '服务先锋', kind: 'window', holder: '江苏海事局（子品牌）' },
  { name: '快验先锋', kind: 'window', holder: '厦门机场海关（支部品牌）' },
  { name: '连心桥', kind: 'window', holder: '国网甘肃电力共产党员服务队' },
  { name: '金算盘', kind: 'department', holder: '城陵矶港口集团（分品牌）', only: '广州海事局财务装备处党支部' },
  { name: '改革先锋', kind: 'department', holder: '江苏海事局（子品牌）' },
  { name: '发展先锋', kind: 'department', holder: '江苏海事局（子品牌）' },
  { name: '江海先锋', kind: 'department', holder: '江苏海事局党组' },
  { name: '全心引航', kind: 'department', holder: '厦门机场海关（支部品牌）' },
  { name: '红色经纬', kind: 'department', holder: '厦门机场海关（支部品牌）' },
  { name: '先锋+', kind: 'office', holder: '台山出入境边防检查站执勤一队党支部' },
  { name: '守望先锋', kind: 'office', holder: '湖南城陵矶港口集团' },
  { name: '灯塔指引', kind: 'office', holder: '城陵矶港口集团（分品牌）' },
  { name: '海上党旗红', kind: 'ship', holder: '北海电建边防派出所党支部与侨港镇党委' },
  { name: '港航红帆 坚强前哨', kind: 'office', holder: '舟山港航局机关第一支部' },
]

/** Names that tests and screenshots rely on; ours, some deliberately near each other. Their themes are in force. */
export const nearNames: Record<string, string> = {
  广州海事局黄埔海事处第一党支部: '埔江尖兵',
  广州海事局黄埔海事处第二党支部: '埔江先锋',
  广州海事局黄埔海事处第三党支部: '埔江前哨',
  海巡0901船党支部: '海之盾',
  海巡0902船党支部: '海盾先锋',
  东莞海事局太平海事处党支部: '虎门尖兵',
  东莞海事局虎门海事处党支部: '虎门先锋',
  佛山海事局顺德海事处党支部: '顺水行舟',
  广州海事局政务窗口党支部: '一窗通航',
  深圳海事局政务窗口党支部: '一窗通办',
  港珠澳大桥海事局东人工岛海事处与桥区水上交通安全联合值守及应急处置先锋队联合党支部: '党旗在“四巡四查四保”中高高飘扬',
  珠海海事局桂山海事处党支部: '碧海卫士',
  汕头海事局南澳海事处党支部: '碧海护卫',
}

/** Names that only make sense for one branch; ours. */
export const fixedNames: Record<string, string> = {
  机关办公室党支部: '值班室的灯',
  机关规划基建处党支部: '一砖一瓦',
  机关人事教育处党支部: '人才蓄水池',
  机关宣传处党支部: '听潮',
  机关船舶监督处党支部: '铁尺',
  机关船员管理处党支部: '船员知音',
  机关船检管理处党支部: '匠心船检',
  机关科技信息处党支部: '数智领航',
  机关督察处党支部: '督察利剑',
  机关审计处党支部: '探照灯',
  机关纪检处党支部: '明镜',
  机关国际合作处党支部: '通江达海',
  机关工会办公室党支部: '家和业兴',
  机关离退休干部处党支部: '老船长',
  海巡执法支队岸基保障队党支部: '岸基先锋',
  航海信息通信中心船舶交通管理系统运行科党支部: '电波里的堡垒',
  航海信息通信中心数据应用科党支部: '数据领航员',
  船员考试评估中心考务科党支部: '考场清风',
  船员考试评估中心评估科党支部: '评估标尺',
  船员考试评估中心题库与设备科党支部: '题海掌舵',
  后勤保障中心车辆与基地管理队党支部: '车轮上的保障',
  广州海事局指挥中心党支部: '二十四小时在线',
  广州海事局人事教育处党支部: '育才航标',
}

/** Names of our own in the manner of the real ones, for each kind of unit. */
export const inventedNames: Record<UnitKind, string[]> = {
  office: (
    '平安渡口 渔火同行 潮头红帆 一江清水 桥下平安 守湾人 岸线哨兵 湾区灯塔 渔港暖心人 渡口先锋 航道卫士 锚地守望 ' +
    '红树林卫士 商渔共治 码头党旗红 平安锚地 一渡一平安 水上枫桥 碧水红心 江畔红哨'
  ).split(' '),
  ship: (
    '破浪先锋 逐浪尖兵 浪尖党旗红 深蓝哨兵 流动堡垒 甲板课堂 同舟共济 风雨同舟 夜航灯火 铁锚 船头红旗 追浪者 护航先锋 ' +
    '碧波铁骑 一船一堡垒 星夜守航 向海而行 定海神针 海鹰 逐浪先锋 破浪尖兵 浪里行舟 蓝盾巡航 闻令即航 随叫随到 舷边哨所 ' +
    '桅顶灯 听涛 劲风 海燕 长风破浪 赤子护航 红帆 乘风 水上轻骑 巡航先锋 靠前一海里 百里碧波 不眠的舵 浪花上的党课 船行千里'
  ).split(' '),
  window: (
    '暖心窗口 马上就办 微笑一米线 阳光政务 指尖零距离 零跑腿 窗口里的海 立等可取 一次办好 船员驿家 船员之家 便民码头 ' +
    '码头会客厅 首问如故 三尺柜台 证通四海 蓝窗 快办先锋 春风窗口 信息多跑路船员少跑腿 一窗连四海 贴心船钥匙'
  ).split(' '),
  department: (
    '清风罗盘 阳光海事 笔尖先锋 参谋先锋 同心圆 压舱石 廉洁灯塔 娘家人 红心罗经 把舵人 润物 一盘棋 后方也是前方 一线有我 ' +
    '同一条船 红心引擎 定盘星 红锚链 一线书桌 减负先锋 问需于船 实字当头 一张蓝图 问计于渔'
  ).split(' '),
  centre: [],
  retired: '老舵手 银龄余热 夕阳红帆 银发护航 老海事讲堂 余热生辉 桑榆灯火 老骥'.split(' '),
}

/** Names for the departments of bureaus that have a trade of their own. */
export const tradeNames: Record<string, string[]> = {
  通航管理处:
    '通航绣花匠 织网人 航道把脉人 稳舵 导航台 潮汐表 水文尺 先遣队 桥头堡 智慧航标 海图绘红 绣花功夫 护航智囊 满舵 航路先知'.split(
      ' ',
    ),
  船舶监督处: '登轮铁脚板 安检标尺 船舶医生 压载先锋 码头上的办公室 红笔尖 把脉问诊 法治压舱石'.split(' '),
  危管防污处: '危防铁军 防污先锋 守住蓝 碧海蓝天'.split(' '),
}

/** What a place name takes when the lists above are used up: 南沙领航, 蛇口前哨 … */
export const motifs =
  '尖兵 先锋 领航 灯塔 前哨 哨兵 卫士 护航 红帆 守望 红哨 先锋岗 平安渡 同舟 舵手 清流 潮头 护渔 航标 磐石'.split(' ')
