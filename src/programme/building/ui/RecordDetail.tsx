import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { evidenceContract } from '#support/evidence/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { FieldList, Part } from '#web/Screen.tsx'
import { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import { sayFigure } from '../rules/record.ts'
import { CorrectRecord } from './RecordForms.tsx'

type RecordView = OutputOf<typeof buildingContract.readRecord>

/** One record with what may be done, and what it said before. */
export function RecordDetail({ id }: { id: string }) {
  const read = useRead(buildingContract.readRecord, { record: id })
  return <Shown read={read}>{(record) => <Detail record={record} />}</Shown>
}

function Detail({ record }: { record: RecordView }) {
  const say = useSay(buildingMessages)
  const { evidence, confirmation, withdrawal } = record
  return (
    <>
      <FieldList
        fields={[
          { label: say.organisation, value: record.organisation.name },
          {
            label: say.happenedOn,
            value: `${record.happenedOn}${record.beforeTerm ? `（${say.beforeTerm}）` : ''}`,
          },
          { label: say.kind, value: say[record.kind] },
          { label: say.sentence, value: record.sentence },
          { label: say.force, value: record.force && say[record.force] },
          { label: say.figures, value: record.figures.map((figure) => sayFigure(figure, say)).join('；') },
          { label: say.task, value: record.task?.name },
          { label: say.documentNumber, value: record.documentNumber },
          { label: say.learntFrom, value: record.learntFrom?.name },
          {
            label: say.evidence,
            value: evidence && (
              <ActionButton operation={evidenceContract.downloadEvidence} input={{ evidence: evidence.id }} small>
                {evidence.name}
              </ActionButton>
            ),
          },
          {
            label: say.confirmed,
            value: confirmation && `${confirmation.by} ${sayInstant(confirmation.at)}`,
          },
          { label: say.enteredBy, value: `${record.enteredBy} ${sayInstant(record.enteredAt)}` },
          ...(withdrawal
            ? [{ label: say.withdrawn, value: `${withdrawal.by} ${sayInstant(withdrawal.at)} ${withdrawal.reason}` }]
            : []),
        ]}
      />
      <Verbs record={record} />
      {record.versions.length > 0 && (
        <Part title={say.versions}>
          {record.versions.map((version) => (
            <FieldList
              key={version.version}
              fields={[
                { label: say.happenedOn, value: `${version.happenedOn} ${say[version.kind]}` },
                { label: say.sentence, value: version.sentence },
                {
                  label: say.reason,
                  value: `${version.reason}（${version.replacedBy} ${sayInstant(version.replacedAt)}）`,
                },
              ]}
            />
          ))}
        </Part>
      )}
    </>
  )
}

function Verbs({ record }: { record: RecordView }) {
  const say = useSay(buildingMessages)
  const params = { record: record.id }
  return (
    <div className="verbs">
      {record.allowed.includes('confirm') && (
        <ActionButton operation={buildingContract.confirmRecord} input={params} main>
          {say.confirm}
        </ActionButton>
      )}
      {record.allowed.includes('correct') && <CorrectRecord record={record} />}
      {record.allowed.includes('withdraw') && (
        <FormButton label={say.withdraw} operation={buildingContract.withdrawRecord} params={params}>
          <Form.Item name="reason" label={say.reason} required>
            <Input maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
    </div>
  )
}
