import type { Messages } from '#basics/messages.ts'

/** What the frame itself says. Reasons of fields and refusals of every capability share one shape. */
export const platformMessages: Messages = {
  refusals: {
    'platform.sign-in-first': { zh: '请先登录', en: 'Please sign in first' },
    'platform.not-found': { zh: '没有找到，或不在您的范围内', en: 'Not found, or not within your reach' },
    'platform.no-such-operation': { zh: '没有这个地址', en: 'There is nothing at this address' },
    'platform.bad-input': { zh: '有填写不符合要求的项，请按提示修改', en: 'Some fields need mending; see each one' },
    'platform.not-json': {
      zh: '内容无法读取（不是有效的 JSON 或编码不是 UTF-8）',
      en: 'The body cannot be read (not valid JSON, or not UTF-8)',
    },
    'platform.not-an-object': { zh: '内容应为一组字段', en: 'The body should be a set of fields' },
    'platform.nul-character': {
      zh: '内容含有空字符（NUL），无法读取',
      en: 'The text holds a NUL character and cannot be read',
    },
    'platform.half-character': {
      zh: '内容含有不完整的字符，无法读取',
      en: 'The text holds half of a character and cannot be read',
    },
    'platform.too-deep': { zh: '内容层次过深，无法读取', en: 'The body is nested too deeply' },
    'platform.too-large': { zh: '内容过大，上限 {megabytes} MB', en: 'Too large; the limit is {megabytes} MB' },
    'platform.wrong-type': { zh: '内容类型不对', en: 'The type of content is not the one asked for' },
    'platform.too-many': {
      zh: '操作过于频繁，请 {seconds} 秒后再试',
      en: 'Too many tries; please try again in {seconds} seconds',
    },
    'platform.unavailable': {
      zh: '系统正忙或数据库暂时不可用，请稍后再试',
      en: 'The system is busy or its database is away; please try again soon',
    },
    'platform.unexpected': {
      zh: '系统出错，已记录。请把编号 {request} 告诉管理员',
      en: 'Something went wrong and was noted. Please tell the administrator this number: {request}',
    },
    'platform.foreign-origin': {
      zh: '请求不是从本站页面发出的，已拒绝',
      en: 'The request did not come from a page of this site',
    },
    'platform.key-used-otherwise': {
      zh: '同一提交编号已用于另一内容，请刷新页面后重试',
      en: 'This key was used with other content; reload the page and try again',
    },
    'platform.changed-meanwhile': {
      zh: '别人刚刚改动了同一内容，请刷新后再办',
      en: 'Somebody has just changed this; reload and try again',
    },
    'platform.prove-it-again': { zh: '此操作需要再次验证密码', en: 'This asks for your password once more' },
    'input.required': { zh: '必填', en: 'Required' },
    'input.unknown-field': { zh: '没有这一项', en: 'There is no such field' },
    'input.wrong-type': { zh: '类型不对', en: 'Of the wrong type' },
    'input.too-small': { zh: '不能小于 {limit}', en: 'Must be at least {limit}' },
    'input.too-big': { zh: '不能大于 {limit}', en: 'Must be at most {limit}' },
    'input.too-few': { zh: '至少 {limit} 项', en: 'At least {limit} entries' },
    'input.too-many': { zh: '至多 {limit} 项', en: 'At most {limit} entries' },
    'input.not-one-of': { zh: '应为其中之一：{values}', en: 'Must be one of: {values}' },
    'input.bad-uuid': { zh: '编号无效', en: 'Not a valid id' },
    'input.not-valid': { zh: '填写不符合要求', en: 'Not valid' },
    'text.too-short': { zh: '至少 {limit} 个字', en: 'At least {limit} characters' },
    'text.too-long': { zh: '最多 {limit} 个字', en: 'At most {limit} characters' },
    'text.control-character': {
      zh: '含有不可见的控制字符，请删除',
      en: 'Holds invisible control characters; please remove them',
    },
    'day.not-a-day': { zh: '日期应为 2026-03-01 这样的格式', en: 'A day is written like 2026-03-01' },
    'decimal.not-a-number': { zh: '应为数字，最多四位小数', en: 'A number with at most four decimals' },
  },
  labels: {},
}
