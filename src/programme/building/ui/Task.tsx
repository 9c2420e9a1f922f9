import { Form, Input } from 'antd'
import { dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { Ahead } from '#programme/burden/ui/Ahead.tsx'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { useGo, useParam } from '#web/place.tsx'
import { Below, FieldList, Mark, Screen } from '#web/Screen.tsx'
import { taskContract } from '../contract-task.ts'
import { taskMessages } from '../messages-task.ts'
import { ChangeTask } from './TaskForm.tsx'
import { TaskTotals } from './TaskTotals.tsx'

type View = OutputOf<typeof taskContract.readTask>

/** One core task: what it asks for, what it costs, and what its records add up to. */
export function Task() {
  const read = useRead(taskContract.readTask, { task: useParam('task') })
  return <Shown read={read}>{(task) => <One task={task} />}</Shown>
}

function One({ task }: { task: View }) {
  const say = useSay(taskMessages)
  const act = (done: { by: string; at: string } | null) => done && `${done.by} ${dayOf(done.at)}`
  return (
    <Screen title={task.name} lead={`${say[task.kind]} · ${task.organisation.name}`} actions={<Verbs task={task} />}>
      <FieldList
        fields={[
          { label: say.standing, value: <Mark hot={task.standing === 'running'}>{say[task.standing]}</Mark> },
          { label: say.period, value: `${task.from} ${say.until} ${task.to}` },
          { label: say.purpose, value: task.purpose },
          { label: say.measureList, value: task.measures.map(({ name, unit }) => `${name}（${unit}）`).join('、') },
          { label: say.goesTo, value: task.addressees.map(({ name }) => name).join('、') },
          { label: say.documentNumber, value: task.documentNumber },
          { label: say.setUpBy, value: act(task.setUp) },
          ...(task.approval ? [{ label: say.agreed, value: act(task.approval) }] : []),
          ...(task.issue ? [{ label: say.issuedBy, value: act(task.issue) }] : []),
          ...(task.withdrawal
            ? [{ label: say.withdrawn, value: `${act(task.withdrawal)} ${task.withdrawal.reason}` }]
            : []),
        ]}
      />
      {task.burden && (
        <Ahead ahead={task.burden} minutes={task.minutes} approved={task.approval !== null} words={say} />
      )}
      {task.issue && (
        <Below>
          <TaskTotals task={task} />
        </Below>
      )}
    </Screen>
  )
}

function Verbs({ task }: { task: View }) {
  const say = useSay(taskMessages)
  const must = useMust()
  const go = useGo()
  const may = (verb: View['allowed'][number]) => task.allowed.includes(verb)
  return (
    <div className="verbs">
      {may('change') && <ChangeTask task={task} />}
      {may('approve') && (task.burden?.above ?? 0) > 0 && (
        <ActionButton operation={taskContract.approveTask} input={{ task: task.id }} confirm={say.approveSure}>
          {say.approve}
        </ActionButton>
      )}
      {may('issue') && (
        <ActionButton operation={taskContract.issueTask} input={{ task: task.id }} confirm={say.issueSure} main>
          {say.issue}
        </ActionButton>
      )}
      {may('withdraw') && (
        <FormButton label={say.withdraw} operation={taskContract.withdrawTask} params={{ task: task.id }}>
          <Form.Item name="reason" label={say.reason} rules={must}>
            <Input maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
      {may('discard') && (
        <ActionButton
          operation={taskContract.discardTask}
          input={{ task: task.id }}
          confirm={say.discardSure}
          onDone={() => go('/tasks')}
        >
          {say.discard}
        </ActionButton>
      )}
    </div>
  )
}
