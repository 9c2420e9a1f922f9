import { Button, Checkbox } from 'antd'
import { useCallback, useState } from 'react'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { batchContract } from '../contract-batch.ts'
import { themeMessages } from '../messages.ts'
import { batchMessages } from '../messages-batch.ts'
import { MOST_AT_ONCE } from '../rules/batch.ts'
import { useKeys } from './keys.ts'
import { type Marked, OneOfBatch } from './OneOfBatch.tsx'

/** Themes that wait for one's review, one after another; those marked are passed together. */
export function Batch() {
  const say = useSay(batchMessages)
  const read = useRead(batchContract.listMyReviews, { limit: 200 }, { keep: true })
  return (
    <Shown read={read}>
      {({ rows }) => (
        <Screen title={say.batch} lead={say.lead}>
          {rows.length === 0 ? (
            <p className="empty">{say.none}</p>
          ) : (
            <Going rows={rows.map(({ id, name }) => ({ id, name }))} />
          )}
        </Screen>
      )}
    </Shown>
  )
}

interface Waiting {
  id: string
  name: string
}

function Going({ rows }: { rows: Waiting[] }) {
  const say = useSay(batchMessages)
  const [batch] = useState(newBatch)
  const [shown, setShown] = useState(rows[0]!.id)
  const [marks, setMarks] = useState<Record<string, Marked>>({})
  const [keys, setKeys] = useState(true)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === shown),
  )
  const step = useCallback((by: number) => setShown((rows[at + by] ?? rows[at])!.id), [rows, at])
  const mark = (id: string, marked: Marked | null) => {
    setMarks(({ [id]: _, ...others }) => (marked ? { ...others, [id]: marked } : others))
    if (marked) step(1)
  }
  useKeys(keys, { j: () => step(1), k: () => step(-1) })
  const ready = rows.filter(({ id }) => marks[id]).slice(0, MOST_AT_ONCE)
  return (
    <>
      <div className="batch-bar">
        <span role="status">{fill(say.position, { at: at + 1, all: rows.length, marked: ready.length })}</span>
        <Button disabled={at === 0} onClick={() => step(-1)}>
          {say.previous}
        </Button>
        <Button disabled={at === rows.length - 1} onClick={() => step(1)}>
          {say.next}
        </Button>
        {ready.length > 0 && (
          <SendAll batch={batch} ready={ready} marks={marks} onSent={(gone) => setMarks(without(marks, gone))} />
        )}
        <span className="by-keys">
          <Checkbox checked={keys} onChange={({ target }) => setKeys(target.checked)}>
            {say.keys}
          </Checkbox>
          {keys && <span className="screen-lead">{say.keysHint}</span>}
        </span>
      </div>
      <OneOfBatch
        key={rows[at]!.id}
        batch={batch}
        id={rows[at]!.id}
        marked={marks[rows[at]!.id]}
        keys={keys}
        onMark={(marked) => mark(rows[at]!.id, marked)}
      />
    </>
  )
}

function SendAll({
  batch,
  ready,
  marks,
  onSent,
}: {
  batch: string
  ready: Waiting[]
  marks: Record<string, Marked>
  onSent: (gone: string[]) => void
}) {
  const say = useSay(batchMessages)
  const language = useLanguage()
  const [left, setLeft] = useState<{ theme: string; name: string; reason: string }[]>([])
  const sentence = (reason: string) =>
    themeMessages.refusals[reason as keyof typeof themeMessages.refusals]?.[language] ?? reason
  return (
    <>
      <ActionButton
        operation={batchContract.passThemes}
        input={{ batch, items: ready.map(({ id }) => marks[id]!) }}
        confirm={fill(say.sendSure, { names: ready.map(({ name }) => name).join('、') })}
        main
        onDone={(answer) => {
          setLeft(answer.left)
          onSent([...answer.passed, ...answer.left.map(({ theme }) => theme)])
        }}
      >
        {fill(say.sendAll, { marked: ready.length })}
      </ActionButton>
      {left.map(({ theme, name, reason }) => (
        <p key={theme} role="alert">
          <Mark hot>{say.left}</Mark> {name}：{sentence(reason)}
        </p>
      ))}
    </>
  )
}

function without(marks: Record<string, Marked>, gone: string[]): Record<string, Marked> {
  return Object.fromEntries(Object.entries(marks).filter(([id]) => !gone.includes(id)))
}

function newBatch(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
