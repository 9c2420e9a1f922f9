import type { Messages } from '#basics/messages.ts'

type Label = 'title' | 'choose' | 'signIn' | 'lookAround' | 'day' | 'banner' | 'toDemo'

export const demoMessages: Messages<'demo.nobody-of-that-key', Label> = {
  refusals: {
    'demo.nobody-of-that-key': {
      zh: '示例中没有这个人，请从演示首页选择',
      en: 'The sample has no such person; please choose one on the demo page',
    },
  },
  labels: {
    title: { zh: '演示：选择一个身份', en: 'Demo: choose who to be' },
    choose: {
      zh: '点一下就以此人身份登录；随时可以回到本页换一个人。关闭演示后，全部数据一并删除。',
      en: 'One click signs you in as that person; come back here to be someone else. All data goes when the demo ends.',
    },
    signIn: { zh: '以{name}的身份登录', en: 'Sign in as {name}' },
    lookAround: { zh: '不登录，直接看', en: 'Look around, not signed in' },
    day: { zh: '示例数据的基准日', en: 'The day the sample is made for' },
    banner: { zh: '演示数据，人物与事迹均为虚构', en: 'Demo data: people and deeds are invented' },
    toDemo: { zh: '换一个身份', en: 'Be someone else' },
  },
}
