import type { Said } from '#basics/messages.ts'

const zh = (text: string): Said => ({ zh: text, en: text })

/** What stands on a printed notice: an official paper, in Chinese whatever language the screen has. */
export const sheetLabels = {
  heading: zh('公示'),
  lead: zh('现将下列内容向社会公示，听取党员、职工和群众的意见，接受监督。'),
  leadInside: zh('现将下列内容在党内公示（范围：{inside}），听取党员、职工的意见，接受监督。'),
  revises: zh('本主题是对生效中主题的修订，公示期满生效前原主题继续有效。修订理由：{reason}'),
  closedOn: zh('本公示已于{day}办结。'),
  period: zh('公示期'),
  periodLine: zh('{from}至{to}24时，{days}个工作日（{posted}张贴，当日不计）。'),
  firstEnd: zh('原定截至{day}。'),
  extension: zh('{on}延长{days}个工作日，至{to}：{reason}'),
  provisional: zh('期内有国务院尚未公布放假安排的日子，公布后可能顺延，不会提前。'),
  ways: zh('提出意见和异议的方式'),
  online: zh('网上：手机扫右侧二维码，或打开 {link}'),
  onlineInside: zh('网上：登录后扫右侧二维码，或打开 {link}'),
  mailbox: zh('意见箱：{mailbox}'),
  letter: zh('来信、来访：{address}'),
  hotline: zh('电话：{hotline}'),
  howNamed: zh(
    '意见可以不署名；异议须署名并留联系方式，姓名和联系方式只有受理部门知道。线下提出的与网上同等对待，逐条答复。',
  ),
  code: zh('二维码：{link}'),
} as const
