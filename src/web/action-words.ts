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
  'cycle.drafted': { zh: '草拟年度', en: 'Drafted a programme year' },
  'cycle.changed': { zh: '修改年度', en: 'Changed a programme year' },
  'cycle.opened': { zh: '开启年度', en: 'Opened a programme year' },
  'cycle.closed': { zh: '结束年度', en: 'Closed a programme year' },
  'building.entered': { zh: '填写记录', en: 'Entered a record' },
  'building.corrected': { zh: '更正记录', en: 'Corrected a record' },
  'building.withdrawn': { zh: '撤回记录', en: 'Withdrew a record' },
  'building.confirmed': { zh: '确认问题已解决', en: 'Confirmed a problem as solved' },
  'building.file-attached': { zh: '添加材料', en: 'Attached a file' },
  'evidence.uploaded': { zh: '上传材料', en: 'Uploaded a file' },
  'holiday.put': { zh: '登记节假日', en: 'Entered a day off' },
  'holiday.removed': { zh: '移除节假日', en: 'Removed a day off' },
  'holiday.year-announced': { zh: '标记年份是否公布', en: 'Marked a year as announced or not' },
  'suggestion.answered': { zh: '答复投诉建议', en: 'Answered a suggestion' },
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
  record: { zh: '创建记录', en: 'record' },
  evidence: { zh: '材料', en: 'file' },
  holiday: { zh: '节假日', en: 'day off' },
  'holiday-year': { zh: '年份', en: 'year' },
  suggestion: { zh: '投诉建议', en: 'suggestion' },
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
