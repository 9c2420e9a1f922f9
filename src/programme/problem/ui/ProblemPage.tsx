import { Form, Input, Select } from 'antd'
import { dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { buildingContract } from '#programme/building/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { problemContract } from '../contract.ts'
import { problemMessages } from '../messages.ts'

type View = OutputOf<typeof problemContract.readProblem>

/** One problem through its stages, with the records that solved it. */
export function ProblemPage() {
  const read = useRead(problemContract.readProblem, { problem: useParam('problem') })
  return <Shown read={read}>{(problem) => <One problem={problem} />}</Shown>
}

function One({ problem }: { problem: View }) {
  const say = useSay(problemMessages)
  const act = ({ by, at }: { by: string; at: string }) => `${by} ${dayOf(at)}`
  const { measures, done, confirmed, answers } = problem
  return (
    <Screen
      title={problem.title}
      lead={`${say[problem.kind]} · ${problem.organisation.name}`}
      actions={<Verbs problem={problem} />}
    >
      <FieldList
        fields={[
          {
            label: say.state,
            value: (
              <Mark hot={problem.late}>
                {say[problem.state]}
                {problem.late && ` · ${say.late}`}
              </Mark>
            ),
          },
          { label: say.benchmark, value: problem.benchmark },
          { label: say.gap, value: problem.gap },
          { label: say.dueOn, value: problem.dueOn },
          { label: say.takenOnBy, value: act(problem.takenOn) },
          { label: say.direct, value: answers.direct ?? say.vacant },
          { label: say.primary, value: answers.primary ?? say.vacant },
          { label: say.measures, value: measures && `${measures.text}（${act(measures)}）` },
          ...(problem.returned ? [{ label: say.returned, value: problem.returned }] : []),
          { label: say.result, value: done && `${done.result}（${act(done)}）` },
          { label: say.confirmedBy, value: confirmed && act(confirmed) },
        ]}
      />
      <Part title={say.records}>
        {problem.records.length === 0 && <p className="empty">{say.noRecords}</p>}
        <ul>
          {problem.records.map((record) => (
            <li key={record.id}>
              {record.happenedOn} {record.sentence} {!record.standing && <Mark hot>{say.withdrawn}</Mark>}
              {record.confirmed && <Mark>{say.recordConfirmed}</Mark>}
            </li>
          ))}
        </ul>
      </Part>
    </Screen>
  )
}

function Verbs({ problem }: { problem: View }) {
  const say = useSay(problemMessages)
  const must = useMust()
  const may = (verb: View['allowed'][number]) => problem.allowed.includes(verb)
  const params = { problem: problem.id }
  return (
    <div className="verbs">
      {may('set-measures') && (
        <FormButton
          label={say.setMeasures}
          operation={problemContract.setProblemMeasures}
          params={params}
          initial={{ measures: problem.measures?.text }}
          main={problem.state === 'taken-on'}
        >
          <Form.Item name="measures" label={say.measures} rules={must}>
            <Input.TextArea rows={5} maxLength={1000} />
          </Form.Item>
        </FormButton>
      )}
      {may('finish') && (
        <FormButton label={say.finish} operation={problemContract.finishProblem} params={params} main>
          <Form.Item name="result" label={say.result} rules={must}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <Form.Item name="records" label={say.chooseRecords} rules={must}>
            <RecordsSelect organisation={problem.organisation.id} />
          </Form.Item>
        </FormButton>
      )}
      {may('confirm') && (
        <ActionButton operation={problemContract.confirmProblem} input={params} confirm={say.confirmSure} main>
          {say.confirm}
        </ActionButton>
      )}
      {may('return') && (
        <FormButton label={say.sendBack} operation={problemContract.returnProblem} params={params}>
          <Form.Item name="reason" label={say.reason} rules={must}>
            <Input maxLength={300} />
          </Form.Item>
        </FormButton>
      )}
    </div>
  )
}

/** Chooses among the latest records of an organisation: fits a Form.Item. */
function RecordsSelect({
  organisation,
  ...field
}: {
  organisation: string
  value?: string[]
  onChange?: (ids: string[]) => void
  id?: string
}) {
  const rows = useRead(buildingContract.listRecords, { organisation, limit: 100 }).data?.rows ?? []
  return (
    <Select
      {...field}
      mode="multiple"
      maxCount={10}
      optionFilterProp="label"
      options={rows.map(({ id, happenedOn, sentence }) => ({ value: id, label: `${happenedOn} ${sentence}` }))}
    />
  )
}
