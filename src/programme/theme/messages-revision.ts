import type { Messages } from '#basics/messages.ts'
import type { RevisionRefusal } from './rules/revision.ts'

export const revisionMessages = {
  refusals: {
    'theme.nothing-in-force': {
      zh: '只能修订正在生效的主题，请刷新后再看',
      en: 'Only a theme in force is revised; reload the page',
    },
    'theme.nothing-revised': {
      zh: '文字和生效的主题完全一样；请先修改要修订的内容，不修订就请放弃办理',
      en: 'Every word is still that of the theme in force; change what is to be revised, or give the revision up',
    },
    'theme.no-revision': { zh: '这不是主题修订，没有修订理由', en: 'This is no revision; it has no reason' },
    'theme.not-to-be-abandoned': {
      zh: '已经提交的主题请先撤回再放弃；已生效或已办结的不能放弃',
      en: 'Take a submitted theme back first; what is in force or settled cannot be given up',
    },
  },
  labels: {
    revise: { zh: '修订主题', en: 'Revise the theme' },
    reviseHint: {
      zh: '修订从生效的文字开始改，走同样的审核和公示；新主题生效之前，原主题一直有效。',
      en: 'You begin from the text in force. A revision is reviewed and disclosed like a theme; until it takes effect the old one stays in force.',
    },
    revision: { zh: '主题修订', en: 'Revision' },
    kind: { zh: '修订程度', en: 'How far it goes' },
    correction: { zh: '文字更正', en: 'Words put right' },
    adjustment: { zh: '内容调整', en: 'Adjusted' },
    renewal: { zh: '更换主题', en: 'Another theme' },
    correctionHint: { zh: '错别字、单位名称等，意思不变', en: 'Slips and names; the meaning stays' },
    adjustmentHint: { zh: '品牌不变，内容跟着形势任务调整', en: 'The same brand, adjusted to new tasks' },
    renewalHint: { zh: '换一个品牌，建设从头开始', en: 'Another brand; building begins anew' },
    reason: { zh: '修订理由', en: 'Reason' },
    reasonHint: { zh: '形势或任务有了什么变化，为什么要改。', en: 'What has changed in the situation or the tasks.' },
    begin: { zh: '开始修订', en: 'Begin the revision' },
    explain: { zh: '改修订理由', en: 'Change the reason' },
    abandon: { zh: '放弃办理', en: 'Give up' },
    abandonSure: {
      zh: '放弃后不再办理，记录保留；生效的主题不受影响，以后可以重新开始。',
      en: 'It is not pursued any further and stays on record. A theme in force stays, and you can begin again later.',
    },
    replaces: { zh: '新旧对照', en: 'Before and after' },
    inForceSince: { zh: '原主题生效日期', en: 'The one before is in force since' },
  },
} satisfies Messages<RevisionRefusal>
