import type { OutputOf } from '#basics/contract.ts'
import type { Language } from '#basics/messages.ts'
import { labelsIn } from '#basics/messages.ts'
import { Hidden, SelectField, TextArea, TextField } from '#portal/form.tsx'
import type { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import { forces, recordKinds } from '../rules/record.ts'
import { RecordFigures, type WantedFigure } from './RecordFigures.tsx'

type Shown = OutputOf<typeof buildingContract.readRecord>

/**
 * The fields of a record: three that are needed, and behind 补充 at most five that are welcome. An adopted practice asks
 * for the branch in place of the figure, so that no form has more than eight.
 */
export function RecordFields({
  language,
  today,
  record,
  adopted = record?.kind === 'adopted',
  task,
}: {
  language: Language
  today: string
  record?: Shown
  adopted?: boolean
  /** The core task it serves, with the figures that are wanted. */
  task?: { id: string; name: string; measures: WantedFigure[] } | undefined
}) {
  const say = labelsIn(buildingMessages, language)
  const kinds = recordKinds.filter((kind) => record || kind !== 'adopted')
  const kept = record?.figures ?? []
  return (
    <>
      <TextField name="happenedOn" label={say.happenedOn} type="date" required value={record?.happenedOn ?? today} />
      {task && <Hidden name="task" value={task.id} />}
      {adopted ? (
        <Hidden name="kind" value="adopted" />
      ) : task && !record ? (
        <Hidden name="kind" value="core-task" />
      ) : (
        <SelectField
          name="kind"
          label={say.kind}
          required
          empty=""
          value={record?.kind}
          options={kinds.map((kind) => ({ value: kind, label: say[kind] }))}
        />
      )}
      <TextArea
        name="sentence"
        label={say.sentence}
        hint={say.sentenceHint}
        required
        rows={3}
        value={record?.sentence}
      />
      {adopted && (
        <TextField
          name="learntFrom"
          label={say.learntFrom}
          hint={say.learntFromHint}
          value={record?.learntFrom?.name}
          maxLength={60}
        />
      )}
      {task && <RecordFigures language={language} wanted={task.measures} kept={kept} own={false} />}
      <details open={record !== undefined}>
        <summary>{say.more}</summary>
        <SelectField
          name="force"
          label={say.force}
          empty=""
          value={record?.force ?? undefined}
          options={forces.map((force) => ({ value: force, label: say[force] }))}
        />
        {!task && <RecordFigures language={language} wanted={[]} kept={kept} own={!adopted} />}
        <TextField
          name="documentNumber"
          label={say.documentNumber}
          value={record?.documentNumber ?? undefined}
          maxLength={60}
        />
      </details>
      {record?.evidence && <Hidden name="evidence" value={record.evidence.id} />}
    </>
  )
}
