import type { OutputOf } from '#basics/contract.ts'
import type { Language } from '#basics/messages.ts'
import { labelsIn } from '#basics/messages.ts'
import { Hidden, SelectField, TextArea, TextField } from '#portal/form.tsx'
import type { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import { forces, recordKinds } from '../rules/record.ts'

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
}: {
  language: Language
  today: string
  record?: Shown
  adopted?: boolean
}) {
  const say = labelsIn(buildingMessages, language)
  const kinds = recordKinds.filter((kind) => record || kind !== 'adopted')
  const figure = record?.figures[0]
  return (
    <>
      <TextField name="happenedOn" label={say.happenedOn} type="date" required value={record?.happenedOn ?? today} />
      {adopted ? (
        <Hidden name="kind" value="adopted" />
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
      <details open={record !== undefined}>
        <summary>{say.more}</summary>
        <SelectField
          name="force"
          label={say.force}
          empty=""
          value={record?.force ?? undefined}
          options={forces.map((force) => ({ value: force, label: say[force] }))}
        />
        {!adopted && (
          <>
            <TextField name="figures.0.name" label={say.figureName} value={figure?.name} maxLength={30} />
            <TextField
              name="figures.0.value"
              label={say.figureValue}
              inputMode="decimal"
              value={figure?.value}
              maxLength={18}
            />
            <TextField name="figures.0.unit" label={say.figureUnit} value={figure?.unit} maxLength={10} />
          </>
        )}
        {record && <KeptFigures record={record} from={adopted ? 0 : 1} />}
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

/** Figures that the phone's form has no field for go along unchanged. */
function KeptFigures({ record, from }: { record: Shown; from: number }) {
  return (
    <>
      {from === 1 && record.figures[0] && <Hidden name="figures.0.qualifier" value={record.figures[0].qualifier} />}
      {record.figures
        .slice(from)
        .map((figure, at) =>
          (['name', 'value', 'unit', 'qualifier'] as const).map((field) => (
            <Hidden key={`${figure.name} ${field}`} name={`figures.${at + from}.${field}`} value={figure[field]} />
          )),
        )}
    </>
  )
}
