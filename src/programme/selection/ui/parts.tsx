import type { OutputOf } from '#basics/contract.ts'
import { useSay } from '#web/language.ts'
import type { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'

export type ShownSelection = OutputOf<typeof selectionContract.readSelection>
export type ShownLine = OutputOf<typeof selectionContract.listSelectionLines>['rows'][number]

/** Which label says a state. */
export const stateLabel = {
  prepared: 'prepared',
  run: 'ran',
  noticed: 'noticed',
  final: 'final',
  'set-aside': 'setAside',
} as const

/** Reasons one below the other. */
export function Reasons({ reasons }: { reasons: string[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

/** What decided it; every ground when it is opened. */
export function Why({ line }: { line: ShownLine }) {
  const say = useSay(selectionMessages)
  if (line.why.length === line.grounds.length) return <Reasons reasons={line.grounds} />
  return (
    <>
      <Reasons reasons={line.why} />
      <details>
        <summary>{say.allGrounds}</summary>
        <Reasons reasons={line.grounds} />
      </details>
    </>
  )
}

/** Every gate with whether it is met, told in words. */
export function Gates({ gates }: { gates: ShownLine['gates'] }) {
  const say = useSay(selectionMessages)
  const labels = { passed: say.passed, failed: say.failed, 'needs-ruling': say.gateOpen }
  return (
    <ul className="reasons">
      {gates.map(({ text, state }) => (
        <li key={text}>
          {labels[state]}：{text}
        </li>
      ))}
    </ul>
  )
}
