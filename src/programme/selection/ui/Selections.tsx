import { Select } from 'antd'
import { useState } from 'react'
import { assessmentContract } from '#programme/assessment/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { holdsOne, useMe } from '#web/me.ts'
import { DeskLink, useGo } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'
import { stateLabel } from './parts.tsx'

/** The selections within reach; an office prepares one from a frozen assessment. */
export function Selections() {
  const say = useSay(selectionMessages)
  const me = useMe()
  return (
    <Screen title={say.selections} actions={holdsOne(me, 'office') && <Prepare />}>
      <DataTable
        operation={selectionContract.listSelections}
        input={{}}
        rowKey={(row) => row.id}
        caption={say.selections}
        empty={say.empty}
        columns={[
          {
            key: 'title',
            title: say.name,
            render: (row) => <DeskLink to={`/selections/${row.id}`}>{row.title}</DeskLink>,
          },
          { key: 'year', title: say.year, render: (row) => row.year },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          {
            key: 'state',
            title: say.state,
            render: (row) => (
              <Mark hot={row.allowed.some((verb) => verb !== 'download')}>{say[stateLabel[row.state]]}</Mark>
            ),
          },
        ]}
      />
    </Screen>
  )
}

function Prepare() {
  const say = useSay(selectionMessages)
  const go = useGo()
  const [assessment, setAssessment] = useState<string>()
  const { data } = useRead(assessmentContract.listAssessments, { limit: 50 })
  const frozen = (data?.rows ?? []).filter(({ frozenAt }) => frozenAt !== null)
  if (!data) return null
  if (frozen.length === 0) return <span>{say.noFrozen}</span>
  return (
    <>
      <Select
        aria-label={say.prepareFrom}
        placeholder={say.prepareFrom}
        value={assessment}
        onChange={setAssessment}
        popupMatchSelectWidth={false}
        options={frozen.map(({ id, cycle, sheet }) => ({ value: id, label: `${cycle.title} · ${sheet.title}` }))}
      />{' '}
      {assessment && (
        <ActionButton
          operation={selectionContract.prepareSelection}
          input={{ assessment }}
          onDone={({ id }) => go(`/selections/${id}`)}
          main
        >
          {say.prepare}
        </ActionButton>
      )}
    </>
  )
}
