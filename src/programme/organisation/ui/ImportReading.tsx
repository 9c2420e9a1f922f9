import { fill } from '#basics/messages.ts'
import { columnLetters } from '#support/spreadsheet/rules/address.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Part } from '#web/Screen.tsx'
import { importContract } from '../contract-import.ts'
import { importingMessages } from '../messages-importing.ts'
import type { ShownImport } from './ImportPage.tsx'

/** How far the reading of a file has come, or the writing of one that is put into effect. */
export function ImportProgress({ file: { state, progress } }: { file: ShownImport }) {
  const say = useSay(importingMessages)
  const written = progress?.written ?? 0
  if (state !== 'reading' && !(state === 'previewed' && written > 0)) return null
  const rows = progress ?? { read: 0, checked: 0, written: 0 }
  const said = [
    fill(say.rowsRead, rows),
    fill(say.rowsChecked, rows),
    ...(written > 0 ? [fill(say.rowsWritten, rows)] : []),
  ]
  return (
    <Part title={say.progress}>
      <p role="status">{said.join(' · ')}</p>
      {state === 'reading' && <p>{say.readingNote}</p>}
    </Part>
  )
}

const others = ['utf-8', 'gb18030', 'utf-16le'] as const

/** How a text was written and what its first rows look like: wrong characters show here, and another reading is one click. */
export function ImportText({ file: { id, text, allowed } }: { file: ShownImport }) {
  const say = useSay(importingMessages)
  if (!text) return null
  const columns = Array.from({ length: Math.max(...text.sample.map((row) => row.length)) }, (_, at) => at)
  const rows = text.sample.map((cells, at) => ({
    key: `row ${at}`,
    cells: columns.map((column) => ({ key: columnLetters(column + 1), text: cells[column] })),
  }))
  return (
    <Part
      title={`${say.encoding}：${say[text.encoding]}`}
      actions={
        allowed.includes('preview') &&
        others
          .filter((each) => each !== text.encoding)
          .map((encoding) => (
            <ActionButton key={encoding} operation={importContract.previewImport} input={{ import: id, encoding }}>
              {fill(say.readAs, { encoding: say[encoding] })}
            </ActionButton>
          ))
      }
    >
      <p>{say.sampleNote}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={say.sample}>
        <table>
          <caption className="hidden">{say.sample}</caption>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell) => (
                  <td key={cell.key}>{cell.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}
