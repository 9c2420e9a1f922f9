import { evidenceContract } from '#support/evidence/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { FieldList, Part, Screen } from '#web/Screen.tsx'
import { outcomeContract } from '../contract.ts'
import { outcomeMessages } from '../messages.ts'

/** One figure, opened: how it adds up, and the records that make it up. */
export function Figure() {
  const say = useSay(outcomeMessages)
  const [{ figure }] = useFilters({ figure: '' })
  const read = useRead(outcomeContract.traceFigure, { figure, limit: 1 })
  return (
    <Shown read={read}>
      {({ measure, total, organisation }) => (
        <Screen
          title={`${measure.name} ${say[total.qualifier]}${total.value} ${measure.unit}`}
          lead={`${say.figure} · ${organisation.name}`}
          actions={<DeskLink to="/outcomes">{say.back}</DeskLink>}
        >
          <FieldList
            fields={[
              { label: say.addition, value: say[measure.addition] },
              { label: say.records, value: total.records },
              { label: say.name, value: <code>{figure}</code> },
            ]}
          />
          <Records figure={figure} unit={measure.unit} />
        </Screen>
      )}
    </Shown>
  )
}

function Records({ figure, unit }: { figure: string; unit: string }) {
  const say = useSay(outcomeMessages)
  return (
    <Part title={say.records}>
      <DataTable
        operation={outcomeContract.traceFigure}
        input={{ figure }}
        rowKey={(row) => row.record}
        caption={say.records}
        empty={say.none}
        columns={[
          { key: 'happenedOn', title: say.happenedOn, width: 110, render: (row) => row.happenedOn },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          {
            key: 'value',
            title: `${say.value}（${unit}）`,
            width: 120,
            align: 'right',
            render: (row) => `${say[row.qualifier]}${row.items.length > 0 ? row.items.join('、') : row.value}`,
          },
          { key: 'sentence', title: say.sentence, render: (row) => row.sentence },
          { key: 'documentNumber', title: say.documentNumber, width: 140, render: (row) => row.documentNumber },
          {
            key: 'evidence',
            title: say.evidence,
            width: 110,
            render: (row) =>
              row.evidence && (
                <ActionButton operation={evidenceContract.downloadEvidence} input={{ evidence: row.evidence.id }} small>
                  {row.evidence.name}
                </ActionButton>
              ),
          },
          { key: 'counts', title: say.counts, width: 110, render: (row) => (row.counts ? say.yes : say.superseded) },
        ]}
      />
    </Part>
  )
}
