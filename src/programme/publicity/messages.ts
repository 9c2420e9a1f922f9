import type { Messages } from '#basics/messages.ts'
import { publicityLabels } from './messages-labels.ts'
import type { PublicityPermission } from './rules/permissions.ts'
import type { PublicationRefusal } from './rules/publication.ts'

type AllRefusals = PublicationRefusal | PublicityPermission | 'publicity.only-branches' | 'publicity.no-open-cycle'

export const publicityMessages: Messages<AllRefusals, keyof typeof publicityLabels> = {
  refusals: {
    'publicity.only-the-secretary': {
      zh: '宣传稿件由本支部书记起草和提交',
      en: 'Publications are drafted and handed in by the secretary of the branch',
    },
    'publicity.only-the-confidentiality-reviewer': {
      zh: '宣传稿件由上级的保密审查员审查',
      en: 'A confidentiality reviewer above the branch checks publications',
    },
    'publicity.only-the-office': {
      zh: '宣传稿件由组织创建的党组织的党建工作部门审批',
      en: 'The Party-building office that runs the programme approves publications',
    },
    'publicity.own-publication': {
      zh: '自己起草、提交或本支部的稿件，请由他人审查和审批',
      en: 'Nobody checks or approves what they wrote or what comes from their own branch; please leave it to somebody else',
    },
    'publicity.checker-cannot-approve': {
      zh: '保密审查是您做的，请由党建工作部门的其他人审批',
      en: 'You made the confidentiality check; please let somebody else of the office approve it',
    },
    'publicity.only-those-concerned': {
      zh: '只有本支部书记、上级党建工作部门和保密审查员可以撤下',
      en: 'It is taken back by the secretary of the branch, the office or a confidentiality reviewer above',
    },
    'publicity.only-branches': { zh: '宣传稿件由党支部起草', en: 'Publications are drafted by branches' },
    'publicity.no-open-cycle': {
      zh: '目前没有进行中的创建年度（尚未开启，或批准的有效期已过），不能起草和提交稿件',
      en: 'No programme year is open at present (not opened yet, or past its approved term), so nothing can be drafted or handed in',
    },
    'publicity.not-to-be-changed': {
      zh: '稿件已提交，不能再改；退回后可以修改',
      en: 'It has been handed in and cannot be changed; it can be once it is sent back',
    },
    'publicity.no-theme-in-force': {
      zh: '支部还没有生效的主题。主题生效后再提交，起草的内容会保留',
      en: 'The branch has no theme in force yet. Hand it in once there is one; the draft is kept',
    },
    'publicity.no-record-of-the-theme': {
      zh: '至少选一条 {since} 主题生效以后的创建记录',
      en: 'Please cite at least one record of {since} or later, since the brand has been in force',
    },
    'publicity.record-not-own': {
      zh: '只能引用本支部的创建记录，请重新选择',
      en: 'Only the branch’s own records can be cited; please choose again',
    },
    'publicity.record-withdrawn': {
      zh: '引用的记录已经撤回：“{sentence}”。请退回或换一条记录',
      en: 'A record it cites was withdrawn: “{sentence}”. Please send it back, or cite another one',
    },
    'publicity.record-corrected': {
      zh: '保密审查后记录又作了更正：“{sentence}”。请退回支部重新提交',
      en: 'A record was corrected after it was handed in: “{sentence}”. Please send it back to be handed in anew',
    },
    'publicity.not-awaiting-check': { zh: '稿件不在保密审查环节', en: 'It is not waiting for a confidentiality check' },
    'publicity.not-checked': {
      zh: '稿件还没有通过保密审查，或已经办理',
      en: 'It has not passed the confidentiality check, or has been dealt with already',
    },
    'publicity.reasons-needed': { zh: '请写明理由', en: 'Please give the reasons' },
    'publicity.names-to-be-confirmed': {
      zh: '请核对文中写到的人都已同意公布姓名，并勾选确认；没有写到人也要确认',
      en: 'Please make sure that everybody who is named has agreed, and tick the box; also where nobody is named',
    },
    'publicity.wider-than-the-theme': {
      zh: '主题只在党内公开，稿件不能向社会公开。请改为党内',
      en: 'The theme is disclosed inside the Party only, so this cannot go to society; please keep it inside',
    },
    'publicity.wider-than-wished': {
      zh: '支部只要求党内公开，不能改为向社会公开；如需扩大，请退回支部',
      en: 'The branch asked for inside the Party only; to go further, send it back to the branch',
    },
    'publicity.another-brand-now': {
      zh: '提交后支部更换了主题，这篇稿件说的是原来的品牌。请退回支部',
      en: 'The branch has another brand since this was handed in; please send it back',
    },
    'publicity.not-published': { zh: '稿件没有发布，或已经撤下', en: 'It is not published, or was withdrawn already' },
    'publicity.nobody-is-named': {
      zh: '选了“没有写到任何人的姓名”，就不要再列姓名',
      en: 'You said that nobody is named; please list nobody, or change that',
    },
    'publicity.who-is-named': {
      zh: '请列出写到的每个人，以及本人哪天以什么方式同意',
      en: 'Please list everybody who is named, and when and how they agreed',
    },
    'publicity.name-not-in-the-text': {
      zh: '标题、正文和引用的记录里都没有“{name}”，请核对姓名或从名单中删去',
      en: '“{name}” is named nowhere in it; please check the name or take it off the list',
    },
    'publicity.consent-in-the-future': {
      zh: '“{name}”同意的日期在今天之后，请核对',
      en: 'The consent of “{name}” is dated after today; please check it',
    },
  },
  labels: publicityLabels,
}
