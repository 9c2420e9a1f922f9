/** The five texts of a theme, each made of an opening and a close. `{unit}`, `{waters}` and `{name}` are filled in. */
export interface Words {
  meaning: [string[], string[]]
  strengths: [string[], string[]]
  coreWork: [string[], string[]]
  lasting: [string[], string[]]
  goals: [string[], string[]]
}

export const lastingClose = [
  '支部大会已把它写进年度计划，换届后由新一届班子接着做，不另起炉灶。',
  '所需人手和经费都在日常工作之内，不靠一次性投入，也不靠个别人撑着。',
  '每季度支委会对照一次，年底由党员大会评议，做得不够的写进下一年的清单。',
  '已有三年以上的做法和台账打底，新来的同志由老党员带着上手。',
]
export const goalsClose = [
  '年内形成一份可以交给兄弟支部直接使用的做法说明。',
  '全年辖区内不发生因我方监管不到位造成的责任事故，群众满意率保持在九成以上。',
  '每名党员认领一件具体的事，年底在党员大会上逐件交账。',
  '年底前完成一次全面自查，服务水平有所提高，做法能讲给兄弟支部听。',
  '年底前解决两项长期没有解决的短板问题，并请服务对象来评。',
]

export const slogans = [
  '守一段水，护一方安',
  '船在哪里，支部就在哪里',
  '有难题，找党员',
  '多走一步，少出一险',
  '把平安送到船边',
  '争创一流，勇当先锋',
]
