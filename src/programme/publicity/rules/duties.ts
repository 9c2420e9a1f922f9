import type { DutyKind } from '#programme/duty/rules/duty.ts'

const opens = { portal: '/my/publications/{subject}', desk: '/publications/{subject}' }

/** The organisation that runs the cycle has a publication checked for secrets. */
export const checkingPublication: DutyKind = {
  name: 'publicity.check',
  title: { zh: '宣传稿件保密审查', en: 'Check a publication for secrets' },
  opens,
}

/** Its office approves what was checked, or sends it back. */
export const approvingPublication: DutyKind = {
  name: 'publicity.approve',
  title: { zh: '审批宣传稿件', en: 'Approve a publication' },
  opens,
}
