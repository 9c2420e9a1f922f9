import type { OutputOf } from '#basics/contract.ts'
import { addUp } from '#programme/building/rules/measure.ts'
import { outcomeContract } from '#programme/outcome/contract.ts'
import { outcomeMessages } from '#programme/outcome/messages.ts'
import { type Called, callOperation, type Server } from './cli-call.ts'
import type { Speak } from './cli-words.ts'
import { plain } from './terminal.ts'

type Page = OutputOf<typeof outcomeContract.traceFigure>

/**
 * Opens a figure: every record that makes it up, and whether they come to what the server says when they are added up
 * here. Ends with 1 when they do not, or when the server refuses.
 */
export async function trace(server: Server, figure: string, speak: Speak): Promise<Called> {
  const rows: Page['rows'] = []
  let cursor: string | undefined
  for (;;) {
    const fields = { figure, limit: 200, ...(cursor && { cursor }) }
    const more = { file: undefined, out: undefined, key: undefined }
    const answer = await callOperation(server, outcomeContract.traceFigure, fields, more, speak)
    if (answer.code !== 0) return answer
    const page = JSON.parse(answer.out[0]!) as Page
    rows.push(...page.rows)
    if (page.next === null) return told({ ...page, rows }, server, speak)
    cursor = page.next
  }
}

function told({ figure, measure, total, rows }: Page, { language }: Server, speak: Speak): Called {
  const say = (label: keyof typeof outcomeMessages.labels) => outcomeMessages.labels[label][language]
  const counted = rows.map(({ record, organisation, happenedOn, value, qualifier, items }) => ({
    record,
    organisation: organisation.id,
    happenedOn,
    value,
    qualifier,
    items,
  }))
  const again = addUp(measure.addition, counted)
  const holds = again.value === total.value && again.qualifier === total.qualifier
  const lines = rows.map((row) =>
    [
      row.happenedOn,
      row.organisation.name,
      `${say(row.qualifier)}${row.items.length > 0 ? row.items.join('、') : row.value}`,
      row.counts ? '' : say('superseded'),
      row.sentence,
      row.documentNumber ?? '',
      row.evidence?.name ?? '',
    ].join('\t'),
  )
  const value = `${say(total.qualifier)}${total.value} ${measure.unit}`
  const head = `${figure} = ${value} · ${say('records')} ${total.records} · ${say(measure.addition)}`
  const last = speak(holds ? 'traceHolds' : 'traceFails', {
    value: `${say(again.qualifier)}${again.value} ${measure.unit}`,
  })
  return { out: [head, ...lines, last].map(plain), trouble: [], code: holds ? 0 : 1 }
}
