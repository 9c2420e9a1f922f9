import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { RadioField, SelectField, TextArea, TextField } from '#portal/form.tsx'
import { TickList } from '#portal/ticks.tsx'
import type { buildingContract } from '#programme/building/contract.ts'
import { publicityMessages } from '../messages.ts'
import { consentWays } from '../rules/naming.ts'
import { publicationKinds } from '../rules/publication.ts'
import type { ShownPublication } from './parts.tsx'

type Records = OutputOf<typeof buildingContract.listRecords>['rows']
const SLOTS = 3

/** What a branch writes: what of it, a title, the text, its records, how far it goes, and who is named. */
export function ContentFields({
  language,
  records,
  publication,
}: {
  language: Language
  /** The latest records of the branch. */
  records: Records
  publication?: ShownPublication
}) {
  const say = labelsIn(publicityMessages, language)
  const cited = publication?.records ?? []
  const others = records.filter(({ id }) => !cited.some(({ record }) => record === id))
  const people = publication?.consent?.people ?? []
  const slots = Math.max(SLOTS, people.length + 1)
  return (
    <>
      <SelectField
        name="kind"
        label={say.kind}
        required
        value={publication?.kind ?? 'practice'}
        options={publicationKinds.map((kind) => ({ value: kind, label: say[kind] }))}
      />
      <TextField name="title" label={say.title} required value={publication?.title} maxLength={60} />
      <TextArea
        name="text"
        label={say.text}
        hint={say.textHint}
        required
        rows={8}
        value={publication?.text}
        maxLength={4000}
      />
      <TickList
        name="records"
        legend={say.records}
        hint={say.recordsHint}
        ticked={cited.map(({ record }) => record)}
        items={[
          ...cited.map(({ record, sentence, happenedOn }) => ({ value: record, label: sentence, meta: happenedOn })),
          ...others.map(({ id, sentence, happenedOn }) => ({ value: id, label: sentence, meta: happenedOn })),
        ]}
      />
      <RadioField
        name="scope"
        label={say.scope}
        required
        value={publication?.scope ?? 'party'}
        options={(['party', 'society'] as const).map((value) => ({ value, label: say[value] }))}
      />
      <RadioField
        name="names"
        label={say.names}
        hint={say.namesHint}
        required
        value={publication?.consent?.names}
        options={(['nobody', 'with-consent'] as const).map((value) => ({ value, label: say[value] }))}
      />
      <details open={people.length > 0}>
        <summary>{say.person}</summary>
        {Array.from({ length: slots }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of a form, which do not move
          <div className="card" key={at}>
            <TextField name={`people.${at}.name`} label={say.personName} value={people[at]?.name} maxLength={30} />
            <TextField
              name={`people.${at}.consentedOn`}
              label={say.consentedOn}
              type="date"
              value={people[at]?.consentedOn}
            />
            <SelectField
              name={`people.${at}.way`}
              label={say.way}
              empty=""
              value={people[at]?.way}
              options={consentWays.map((way) => ({ value: way, label: say[way] }))}
            />
          </div>
        ))}
      </details>
    </>
  )
}
