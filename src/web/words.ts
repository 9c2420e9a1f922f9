import type { Messages } from '#basics/messages.ts'

type Word =
  | 'name'
  | 'desk'
  | 'skip'
  | 'menu'
  | 'signOut'
  | 'myAccount'
  | 'portal'
  | 'otherLanguage'
  | 'largeText'
  | 'normalText'
  | 'loading'
  | 'calledNow'
  | 'query'
  | 'reset'
  | 'nothing'
  | 'no'
  | 'total'
  | 'previous'
  | 'next'
  | 'perPage'
  | 'rowsShown'
  | 'again'
  | 'broken'
  | 'notThere'
  | 'yes'
  | 'cancel'
  | 'close'
  | 'done'
  | 'all'
  | 'proveTitle'
  | 'proveWhy'
  | 'password'
  | 'code'
  | 'codeHint'
  | 'sure'
  | 'secret'
  | 'home'
  | 'mark'
  | 'list'
  | 'required'
  | 'complain'

export const frameWords: Messages<never, Word> = {
  refusals: {},
  labels: {
    name: { zh: '航标', en: 'Hangbiao' },
    desk: { zh: '工作台', en: 'Workbench' },
    skip: { zh: '跳到正文', en: 'Skip to content' },
    menu: { zh: '菜单', en: 'Menu' },
    signOut: { zh: '退出', en: 'Sign out' },
    myAccount: { zh: '我的账号', en: 'My account' },
    portal: { zh: '门户', en: 'Portal' },
    otherLanguage: { zh: 'English', en: '中文' },
    largeText: { zh: '大字版', en: 'Large text' },
    normalText: { zh: '标准字号', en: 'Normal text' },
    calledNow: { zh: '（今{name}）', en: '(now {name})' },
    loading: { zh: '正在加载', en: 'Loading' },
    query: { zh: '查询', en: 'Search' },
    reset: { zh: '重置', en: 'Reset' },
    nothing: { zh: '没有符合条件的内容', en: 'Nothing matches' },
    no: { zh: '序号', en: 'No.' },
    total: { zh: '共 {total} 条', en: '{total} in all' },
    previous: { zh: '上一页', en: 'Previous' },
    next: { zh: '下一页', en: 'Next' },
    perPage: { zh: '每页条数', en: 'Rows a page' },
    rowsShown: { zh: '第 {from}–{to} 条', en: '{from}–{to}' },
    again: { zh: '重试', en: 'Try again' },
    broken: {
      zh: '页面出错了，请重新打开；如仍不行请告诉管理员',
      en: 'This page broke; please open it again, or tell the administrator',
    },
    notThere: { zh: '没有这个页面', en: 'There is no such page' },
    yes: { zh: '确定', en: 'Yes' },
    cancel: { zh: '取消', en: 'Cancel' },
    close: { zh: '关闭', en: 'Close' },
    done: { zh: '已办理', en: 'Done' },
    all: { zh: '全部', en: 'All' },
    proveTitle: { zh: '再次验证密码', en: 'Your password once more' },
    proveWhy: {
      zh: '此操作需要再次确认是您本人，十分钟内有效',
      en: 'This asks for your password again; it holds for ten minutes',
    },
    password: { zh: '密码', en: 'Password' },
    code: { zh: '动态码', en: 'Code of the moment' },
    codeHint: { zh: '没有绑定的不填', en: 'Leave empty if you have none' },
    sure: { zh: '请确认', en: 'Please confirm' },
    secret: { zh: '本系统不得填报、上传涉密信息和工作秘密', en: 'Nothing classified may be entered or uploaded here' },
    home: { zh: '首页', en: 'Start' },
    required: { zh: '必填', en: 'Required' },
    list: { zh: '列表', en: 'List' },
    complain: { zh: '投诉建议', en: 'Complaints and suggestions' },
    mark: { zh: '操作', en: 'Actions' },
  },
}
