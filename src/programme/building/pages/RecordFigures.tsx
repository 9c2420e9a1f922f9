import type { OutputOf } from '#basics/contract.ts'
import { type Language, labelsIn } from '#basics/messages.ts'
import { Hidden, TextArea, TextField } from '#portal/form.tsx'
import type { buildingContract } from '../contract.ts'
import { buildingMessages } from '../messages.ts'
import type { Addition } from '../rules/measure.ts'

type Figure = OutputOf<typeof buildingContract.readRecord>['figures'][number]

/** A figure that a task wants, or that the record has already. */
export interface WantedFigure {
  id: string
  name: string
  unit: string
  addition: Addition
}

/**
 * The figures of a record on a phone: a field for each that is wanted, one for a figure of the branch's own where `own`
 * is asked for; what the form has no field for goes along unchanged.
 */
export function RecordFigures({
  language,
  wanted,
  kept,
  own,
}: {
  language: Language
  wanted: WantedFigure[]
  kept: Figure[]
  own: boolean
}) {
  const mine = kept.filter(({ measure }) => measure === null)
  const others = kept.filter(({ measure }) => measure !== null && !wanted.some(({ id }) => id === measure))
  const rest = [...(own ? mine.slice(1) : mine), ...others]
  const after = wanted.length + (own ? 1 : 0)
  return (
    <>
      {wanted.map((each, at) => (
        <Wanted
          key={each.id}
          language={language}
          at={at}
          wanted={each}
          figure={kept.find(({ measure }) => measure === each.id)}
        />
      ))}
      {own && <Own language={language} at={wanted.length} figure={mine[0]} />}
      {rest.map((figure, at) => (
        <Kept key={`${figure.measure} ${figure.name}`} at={after + at} figure={figure} />
      ))}
    </>
  )
}

interface Placed {
  at: number
  figure: Figure | undefined
}

function Wanted({ language, at, wanted, figure }: Placed & { language: Language; wanted: WantedFigure }) {
  const say = labelsIn(buildingMessages, language)
  return (
    <>
      <Hidden name={`figures.${at}.measure`} value={wanted.id} />
      {figure && <Hidden name={`figures.${at}.qualifier`} value={figure.qualifier} />}
      {wanted.addition === 'distinct' ? (
        <TextArea
          name={`figures.${at}.items`}
          label={`${wanted.name}：${say.items}`}
          hint={say.itemsHint}
          rows={3}
          value={figure?.items.join('\n')}
        />
      ) : (
        <TextField
          name={`figures.${at}.value`}
          label={`${wanted.name}（${wanted.unit}）`}
          inputMode="decimal"
          maxLength={18}
          value={figure?.value}
        />
      )}
    </>
  )
}

function Own({ language, at, figure }: Placed & { language: Language }) {
  const say = labelsIn(buildingMessages, language)
  const field = (name: string) => `figures.${at}.${name}`
  return (
    <>
      <TextField name={field('name')} label={say.figureName} value={figure?.name} maxLength={30} />
      <TextField
        name={field('value')}
        label={say.figureValue}
        inputMode="decimal"
        value={figure?.value}
        maxLength={18}
      />
      <TextField name={field('unit')} label={say.figureUnit} value={figure?.unit} maxLength={10} />
      {figure && <Hidden name={field('qualifier')} value={figure.qualifier} />}
    </>
  )
}

function Kept({ at, figure }: { at: number; figure: Figure }) {
  const fields: [string, string][] = [
    ...(figure.measure
      ? [['measure', figure.measure] as [string, string]]
      : [['name', figure.name] as [string, string], ['unit', figure.unit] as [string, string]]),
    ['qualifier', figure.qualifier],
    ...(figure.items.length > 0
      ? [['items', figure.items.join('\n')] as [string, string]]
      : [['value', figure.value] as [string, string]]),
  ]
  return (
    <>
      {fields.map(([field, value]) => (
        <Hidden key={field} name={`figures.${at}.${field}`} value={value} />
      ))}
    </>
  )
}
