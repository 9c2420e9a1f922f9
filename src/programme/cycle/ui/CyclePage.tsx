import { Button, Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useGo, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { cycleContract } from '../contract.ts'
import { cycleMessages } from '../messages.ts'

type Cycle = OutputOf<typeof cycleContract.readCycle>

/** One programme year: the plan, what is missing, and what may be done with it. */
export function CyclePage() {
  const read = useRead(cycleContract.readCycle, { cycle: useParam('cycle') })
  return <Shown read={read}>{(cycle) => <One cycle={cycle} />}</Shown>
}

function One({ cycle }: { cycle: Cycle }) {
  const say = useSay(cycleMessages)
  const state = (
    <>
      <Mark hot={cycle.state === 'draft'}>{say[cycle.state]}</Mark> {cycle.expired && <Mark hot>{say.expired}</Mark>}{' '}
      {cycle.missing.length > 0 && `${say.missing}：${cycle.missing.map((name) => say[name]).join('、')}`}
    </>
  )
  return (
    <Screen title={cycle.title} lead={state} actions={<Verbs cycle={cycle} />}>
      <FieldList
        fields={[
          { label: say.organisation, value: cycle.organisation.name },
          { label: say.year, value: cycle.year },
          { label: say.overallGoal, value: cycle.overallGoal },
          { label: say.purpose, value: cycle.purpose },
          { label: say.meeting, value: cycle.meeting && `${cycle.meeting.title} ${cycle.meeting.on}` },
          { label: say.ideas, value: cycle.ideas.join('、') },
          { label: say.aims, value: cycle.aims.join('、') },
          { label: say.principles, value: cycle.principles.join('、') },
          { label: say.approvingBody, value: cycle.approvingBody },
          { label: say.documentNumber, value: cycle.documentNumber },
          { label: say.term, value: cycle.termFrom && `${cycle.termFrom} — ${cycle.termTo ?? ''}` },
          { label: say.scope, value: cycle.scope && say[cycle.scope] },
          { label: say.noticeDays, value: cycle.noticeDays },
        ]}
      />
      <Part title={say.calendar}>
        <WholeTable
          rows={cycle.calendar}
          rowKey={(item) => `${item.from} ${item.kind} ${item.title}`}
          caption={say.calendar}
          empty="—"
          columns={[
            { key: 'title', title: say.item, render: (item) => item.title },
            { key: 'kind', title: say.kind, render: (item) => say[item.kind] },
            { key: 'from', title: say.from, render: (item) => item.from },
            { key: 'to', title: say.to, render: (item) => item.to },
            { key: 'region', title: say.region, render: (item) => item.region },
          ]}
        />
      </Part>
      <p>
        <DeskLink to="/cycles">{say.back}</DeskLink>
      </p>
    </Screen>
  )
}

function Verbs({ cycle }: { cycle: Cycle }) {
  const say = useSay(cycleMessages)
  const go = useGo()
  const params = { cycle: cycle.id }
  return (
    <div className="verbs">
      {cycle.allowed.includes('change') && (
        <Button onClick={() => go(`/cycles/${cycle.id}/change`)}>{say.change}</Button>
      )}
      {cycle.allowed.includes('open') && (
        <ActionButton operation={cycleContract.openCycle} input={params} confirm={say.confirmOpen} main>
          {say.openIt}
        </ActionButton>
      )}
      {cycle.allowed.includes('close') && (
        <FormButton label={say.close} operation={cycleContract.closeCycle} params={params}>
          <Form.Item name="reason" label={say.reason} required>
            <Input maxLength={500} />
          </Form.Item>
        </FormButton>
      )}
    </div>
  )
}
