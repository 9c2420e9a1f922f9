import type { Messages } from '#basics/messages.ts'
import type { KeeperRefusal } from './rules/keeper.ts'
import type { PasswordRefusal } from './rules/password.ts'

export type AccountRefusal =
  | 'account.wrong-sign-in'
  | 'account.second-factor-needed'
  | 'account.no-second-factor'
  | 'account.slow-down'
  | 'account.wrong-code'
  | 'account.tokens-cannot'

type Label =
  | 'signIn'
  | 'signOut'
  | 'login'
  | 'password'
  | 'newPassword'
  | 'code'
  | 'secondFactor'
  | 'activate'
  | 'activationCode'
  | 'proveAgain'
  | 'proveWhy'
  | 'sessions'
  | 'thisOne'
  | 'end'
  | 'tokens'
  | 'activated'
  | 'scan'
  | 'secret'
  | 'secondFactorHint'
  | 'activationHint'
  | 'passwordHint'
  | 'tokensHint'
  | 'makeToken'
  | 'tokenDays'
  | 'tokenName'
  | 'revoke'
  | 'lastUsed'
  | 'goodUntil'
  | 'sinceAndUsed'
  | 'unknownDevice'
  | 'changePassword'
  | 'myAccount'
  | 'onceOnly'
  | 'proceed'

export const accountMessages: Messages<PasswordRefusal | KeeperRefusal | AccountRefusal, Label> = {
  refusals: {
    'account.wrong-sign-in': { zh: '工号或密码不对', en: 'Staff number or password is wrong' },
    'account.second-factor-needed': {
      zh: '您的岗位需要第二重验证，请输入动态码',
      en: 'Your post asks for a second factor; please enter the code of the moment',
    },
    'account.no-second-factor': {
      zh: '您的岗位需要第二重验证，但尚未绑定。请向管理员领取新的激活码，重新激活',
      en: 'Your post asks for a second factor that is not set up. Please get a new activation code from the administrator',
    },
    'account.slow-down': {
      zh: '密码错误次数过多，请 {seconds} 秒后再试',
      en: 'Too many wrong tries; please wait {seconds} seconds',
    },
    'account.wrong-code': {
      zh: '工号或激活码不对，或激活码已用过、已过期',
      en: 'Staff number or code is wrong, or the code was used or has expired',
    },
    'account.tokens-cannot': {
      zh: '命令行令牌不能办理此事，请在网页上办',
      en: 'A command-line token cannot do this; please use the website',
    },
    'account.not-your-own': {
      zh: '自己的账号由另一名管理员管理',
      en: 'Your own account is kept by another administrator',
    },
    'account.system-admin-keeps-it': {
      zh: '这个账号由系统管理员管理',
      en: 'The system administrator keeps this account',
    },
    'account.security-admin-keeps-it': {
      zh: '系统管理员、安全审计员的账号由安全保密管理员管理',
      en: 'The security administrator keeps the accounts of the system and the audit administrator',
    },
    'account.audit-admin-keeps-it': {
      zh: '安全保密管理员的账号由安全审计员管理',
      en: "The audit administrator keeps the security administrator's account",
    },
    'account.password-too-short': {
      zh: '密码至少 8 个字符（可以用一句话，含空格和汉字）',
      en: 'A password has at least 8 characters (a sentence with blanks will do)',
    },
    'account.password-too-long': { zh: '密码最多 128 个字符', en: 'A password has at most 128 characters' },
    'account.password-too-common': {
      zh: '这个密码太常见，请换一个',
      en: 'This password is too common; please choose another',
    },
    'account.password-names-you': {
      zh: '密码不要含有自己的姓名、工号',
      en: 'Please leave your name and number out of the password',
    },
  },
  labels: {
    signIn: { zh: '登录', en: 'Sign in' },
    signOut: { zh: '退出', en: 'Sign out' },
    login: { zh: '工号', en: 'Staff number' },
    password: { zh: '密码', en: 'Password' },
    newPassword: { zh: '新密码', en: 'New password' },
    code: { zh: '动态码', en: 'Code of the moment' },
    secondFactor: { zh: '第二重验证', en: 'Second factor' },
    activate: { zh: '激活账号', en: 'Activate account' },
    activationCode: { zh: '激活码', en: 'Activation code' },
    proveAgain: { zh: '再次验证密码', en: 'Your password once more' },
    proveWhy: {
      zh: '公布、更正、授权等操作前需再次确认是您本人',
      en: 'Publishing, corrections and granting posts ask for your password again',
    },
    sessions: { zh: '已登录的设备', en: 'Where you are signed in' },
    thisOne: { zh: '当前', en: 'this one' },
    end: { zh: '下线', en: 'End' },
    tokens: { zh: '命令行令牌', en: 'Command-line tokens' },
    activated: { zh: '激活成功，请登录', en: 'Activated; please sign in' },
    scan: { zh: '请用验证器扫描，或手工输入密钥', en: 'Scan this with an authenticator, or type the key' },
    secret: { zh: '密钥', en: 'Key' },
    secondFactorHint: { zh: '没有绑定的不填', en: 'Leave empty if you have none' },
    activationHint: { zh: '激活码由管理员发放，只能用一次', en: 'The administrator gives you the code; it works once' },
    passwordHint: { zh: '至少 8 个字符', en: 'At least 8 characters' },
    proceed: { zh: '继续', en: 'Go on' },
    onceOnly: { zh: '只显示这一次，请现在保存', en: 'Shown this once only; please keep it now' },
    myAccount: { zh: '我的账号', en: 'My account' },
    changePassword: { zh: '修改密码', en: 'Change password' },
    unknownDevice: { zh: '未知设备', en: 'Unknown device' },
    sinceAndUsed: { zh: '登录于 {began}，最近使用 {used}', en: 'Signed in {began}, last used {used}' },
    goodUntil: { zh: '有效至 {until}', en: 'Good until {until}' },
    lastUsed: { zh: '最近使用 {day}', en: 'Last used {day}' },
    revoke: { zh: '撤销', en: 'Revoke' },
    tokenName: { zh: '名称（在哪台电脑上用）', en: 'Name (which computer uses it)' },
    tokenDays: { zh: '有效天数（1 至 90）', en: 'Good for how many days (1 to 90)' },
    makeToken: { zh: '生成令牌', en: 'Make a token' },
    tokensHint: {
      zh: '供命令行使用。令牌不能办理需要再次验证密码的事项',
      en: 'For the command line. A token cannot do what asks for the password again',
    },
  },
}
