import type { Messages } from '#basics/messages.ts'

const labels = {
  mark: { zh: '品牌标识', en: 'Mark' },
  markHint: {
    zh: '可不设。PNG、JPG 或 WebP 图片，不超过 2 MB；系统重新绘制，照片里的拍摄地点等信息不保留',
    en: 'Optional. A PNG, JPEG or WebP picture of at most 2 MB; it is drawn anew, without where it was taken',
  },
  words: { zh: '图上画的是什么', en: 'What it shows' },
  wordsHint: {
    zh: '给看不见图片的人读，如“蓝色灯塔照着一条船”，2 到 60 个字',
    en: 'Read out to those who cannot see it, such as “a blue lighthouse shines on a ship”; 2 to 60 characters',
  },
  picture: { zh: '图片', en: 'Picture' },
  save: { zh: '保存标识', en: 'Save the mark' },
  remove: { zh: '去掉标识', en: 'Take the mark off' },
  before: { zh: '原来的标识', en: 'The mark before' },
  after: { zh: '修订后的标识', en: 'The mark after' },
  none: { zh: '没有标识', en: 'No mark' },
} as const

export const markMessages: Messages<'theme.mark-too-large', keyof typeof labels> = {
  refusals: {
    'theme.mark-too-large': {
      zh: '图片超过 {most}，请压缩后再传',
      en: 'The picture is larger than {most}; please make it smaller',
    },
  },
  labels,
}
