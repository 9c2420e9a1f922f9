import type { Said } from '#basics/messages.ts'
import { useLanguage } from './language.ts'

/** What a line of history says was done. A line without words here shows its code. */
const actions: Record<string, Said> = {
  'platform.denied': { zh: '被拒绝的操作', en: 'Denied' },
  'organisation.set-up': { zh: '首次设置', en: 'First set-up' },
  'organisation.post-granted': { zh: '登记岗位', en: 'Granted a post' },
  'organisation.post-confirmed': { zh: '确认岗位', en: 'Confirmed a post' },
  'organisation.post-refused': { zh: '岗位不通过', en: 'Turned a post down' },
  'organisation.post-ended': { zh: '结束岗位', en: 'Ended a post' },
  'organisation.sample-loaded': { zh: '载入示例', en: 'Loaded the sample' },
  'account.signed-in': { zh: '登录', en: 'Signed in' },
  'account.activated': { zh: '激活账号', en: 'Activated the account' },
  'account.password-changed': { zh: '修改密码', en: 'Changed the password' },
  'account.session-ended': { zh: '下线一台设备', en: 'Ended a session' },
  'account.token-made': { zh: '生成命令行令牌', en: 'Made a token' },
  'account.token-revoked': { zh: '撤销命令行令牌', en: 'Revoked a token' },
  'account.code-issued': { zh: '发激活码', en: 'Issued a code' },
  'account.codes-issued': { zh: '批量发激活码', en: 'Issued codes' },
  'account.disabled': { zh: '停用账号', en: 'Disabled an account' },
  'account.enabled': { zh: '启用账号', en: 'Enabled an account' },
}

const subjects: Record<string, Said> = {
  operation: { zh: '操作', en: 'operation' },
  organisation: { zh: '组织', en: 'organisation' },
  person: { zh: '人员', en: 'person' },
  post: { zh: '岗位', en: 'post' },
  session: { zh: '登录', en: 'session' },
  token: { zh: '令牌', en: 'token' },
  theme: { zh: '主题', en: 'theme' },
  notice: { zh: '公示', en: 'notice' },
  cycle: { zh: '年度', en: 'cycle' },
}

/** Lines of history in words. `known` are the actions to choose from. */
export function useActionWords() {
  const language = useLanguage()
  return {
    action: (code: string) => actions[code]?.[language] ?? code,
    subject: (kind: string) => subjects[kind]?.[language] ?? kind,
    known: Object.entries(actions).map(([value, said]) => ({ value, label: said[language] })),
  }
}
