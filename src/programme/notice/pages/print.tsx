import { addDays, sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import type { Page } from '#portal/page.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { sheetLabels } from '../messages-sheet.ts'
import { fitting } from '../rules/sheet-size.ts'
import { sheetStyle } from './sheet-style.ts'

type Shown = OutputOf<typeof noticeContract.readNotice>

/** What is printed is an official paper: it is in Chinese whatever language the screen has. */
const words = labelsIn({ refusals: {}, labels: sheetLabels }, 'zh')

/** A notice to be put up on a board: one page for a theme, as many as it takes for a list, room for the seal. */
export const printPage: Page = {
  path: '/notices/:notice/print',
  async render(request) {
    const say = labelsIn(noticeMessages, request.language)
    const notice = await request.ask(noticeContract.readNotice, { notice: request.params.notice! })
    const { contact } = notice
    const bare = notice.allowed.includes('answer') && !contact.address && !contact.hotline && !contact.mailbox
    return {
      title: say.printed,
      section: 'notices',
      body: (
        <>
          <style>{sheetStyle}</style>
          <div className="screen">
            <p>
              <a href={`/notices/${notice.id}`}>{notice.title}</a>
            </p>
            <p className="hint">{say.printHint}</p>
            {bare && <p className="problem">{say.noContact}</p>}
          </div>
          <Sheet notice={notice} />
        </>
      ),
    }
  },
}

function Sheet({ notice }: { notice: Shown }) {
  const day = (each: string) => sayDay(each, 'zh')
  const inside = `${notice.within.name}及所属党组织`
  const lead = notice.scope === 'party' ? fill(words.leadInside, { inside }) : words.lead
  const ways = waysText(notice)
  const closed = notice.closedOn ? [fill(words.closedOn, { day: day(notice.closedOn) })] : []
  const reason = notice.replaces ? [fill(words.revises, { reason: notice.replaces.reason })] : []
  const passages = notice.body.map(({ label, text }, at) => ({
    label: `${ordinal(at)}、${label}`,
    lines: text.split('\n').filter((line) => line.trim() !== ''),
  }))
  const ending = { label: `${ordinal(passages.length)}、${words.period}`, lines: periodText(notice) }
  const size = fitting({
    paragraphs: [
      notice.title,
      lead,
      ...reason,
      ...closed,
      ...[...passages, ending].flatMap(({ label, lines: [first = '', ...rest] }) => [`${label}：${first}`, ...rest]),
    ],
    besideCode: [words.ways, ...ways],
  })
  return (
    <article className={`sheet ${size ?? 'four long'}`} lang="zh-CN">
      <h2>{words.heading}</h2>
      <p className="title">{notice.title}</p>
      <p>{lead}</p>
      {[...reason, ...closed].map((text) => (
        <p key={text}>{text}</p>
      ))}
      {[...passages, ending].map(({ label, lines: [first, ...rest] }) => (
        <section key={label}>
          <p>
            <b>{label}：</b>
            {first}
          </p>
          <Lines lines={rest} />
        </section>
      ))}
      <div className="ways">
        <div>
          <p>
            <b>{`${ordinal(passages.length + 1)}、${words.ways}`}</b>
          </p>
          <Lines lines={ways} />
        </div>
        <img
          src={`/api/notices/${notice.id}/code`}
          width="121"
          height="121"
          alt={fill(words.code, { link: notice.link })}
        />
      </div>
      <div className="sign">
        <p className="by">{notice.contact.issuer || notice.office.name}</p>
        <p className="on">{day(notice.postedOn)}</p>
      </div>
    </article>
  )
}

function Lines({ lines }: { lines: string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: printed lines never move
  return lines.map((line, at) => <p key={at}>{line}</p>)
}

function periodText({ postedOn, firstLastDay, days, lastDay, extensions, provisional }: Shown): string[] {
  const day = (each: string) => sayDay(each, 'zh')
  return [
    fill(words.periodLine, { from: day(addDays(postedOn, 1)), to: day(lastDay), posted: day(postedOn), days }),
    ...(extensions.length > 0 ? [fill(words.firstEnd, { day: day(firstLastDay) })] : []),
    ...extensions.map((each) =>
      fill(words.extension, { on: day(each.on), days: each.days, to: day(each.lastDay), reason: each.reason }),
    ),
    ...(provisional ? [words.provisional] : []),
  ]
}

function waysText({ contact, link, scope }: Shown): string[] {
  const ways = [
    fill(scope === 'party' ? words.onlineInside : words.online, { link }),
    ...(contact.mailbox ? [fill(words.mailbox, { mailbox: contact.mailbox })] : []),
    ...(contact.address ? [fill(words.letter, { address: contact.address })] : []),
    ...(contact.hotline ? [fill(words.hotline, { hotline: contact.hotline })] : []),
  ]
  const numbered = ways.length > 1 ? ways.map((way, at) => `${at + 1}. ${way}`) : ways
  return [...numbered, words.howNamed]
}

/** 一、二、… as official papers number their parts. */
function ordinal(at: number): string {
  const digits = '一二三四五六七八九十'
  return at < 10 ? digits[at]! : `十${digits[at - 10] ?? at + 1}`
}
