import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import type { FactValue } from '#programme/scoring/rules/facts.ts'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import type { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'
import type { FactForm } from '../rules/fact-form.ts'
import { type FactRow, readField, rowsOfValue, valueOfRows } from '../rules/fact-rows.ts'
import type { SingleShape } from '../rules/fact-source.ts'

export type FactFormView = NonNullable<OutputOf<typeof assessmentContract.readAssessed>['facts'][number]['form']>
type Field = FactFormView['fields'][number]

/** The fields of a fact's value, as its form says: one row, one for each period, or a list that grows. */
export function FactFields({ form }: { form: FactFormView }) {
  const say = useSay(assessmentMessages)
  if (form.rows === 'one')
    return form.fields.map((field) => (
      <FieldInput
        key={field.name}
        field={field}
        path={['rows', 0, field.name]}
        label={form.fields.length === 1 ? say.value : say[`field-${field.name}`]}
      />
    ))
  if (form.rows === 'periods')
    return Array.from({ length: form.periods ?? 1 }, (_, at) => at).flatMap((at) =>
      form.fields
        .filter(({ name }) => name !== 'period')
        .map((field) => (
          <FieldInput
            key={`${at} ${field.name}`}
            field={field}
            path={['rows', at, field.name]}
            label={`${say[`field-${field.name}`]} ${at + 1}`}
          />
        )),
    )
  return <Growing form={form} />
}

function Growing({ form }: { form: FactFormView }) {
  const say = useSay(assessmentMessages)
  return (
    <Form.List name="rows">
      {(rows, { add, remove }) => (
        <>
          {rows.length === 0 && <p>{say.noRows}</p>}
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="item">
              <legend>{name + 1}</legend>
              {form.fields.map((field) => (
                <FieldInput
                  key={field.name}
                  field={field}
                  path={[name, field.name]}
                  label={say[`field-${field.name}`]}
                />
              ))}
              <Button size="small" onClick={() => remove(name)}>
                {say.dropRow}
              </Button>
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add()}>{say.addRow}</Button>
          </p>
        </>
      )}
    </Form.List>
  )
}

function FieldInput({ field, path, label }: { field: Field; path: (string | number)[]; label: string }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const readable = {
    validator: (_: unknown, value: unknown) =>
      value && readField(field.kind, String(value)) === null
        ? Promise.reject(new Error(say.notReadable))
        : Promise.resolve(),
  }
  const checks = field.kind === 'moment' || field.kind === 'decimal' ? [readable] : []
  return (
    <Form.Item name={path} label={label} rules={[...(field.required ? must : []), ...checks]}>
      {inputOf(field, say)}
    </Form.Item>
  )
}

function inputOf({ kind, choices }: Field, say: Record<'yes' | 'no', string>) {
  const options = choices.map((value) => ({ value, label: value }))
  switch (kind) {
    case 'whole':
      return <InputNumber min={0} max={1_000_000} precision={0} />
    case 'decimal':
      return <Input inputMode="decimal" maxLength={12} />
    case 'day':
      return <DayInput />
    case 'moment':
      return <Input placeholder="2025-12-10 17:30" maxLength={32} />
    case 'yes-no':
      return (
        <Radio.Group
          options={[
            { value: '是', label: say.yes },
            { value: '否', label: say.no },
          ]}
        />
      )
    case 'choice':
      return <Select options={options} />
    case 'choices':
      return <Select mode="multiple" options={options} />
    default:
      return <Input maxLength={200} />
  }
}

/** What the fields of a form show for a value that is held; a list starts empty. */
export function typedFrom(
  form: FactFormView,
  value: Record<string, unknown> | null,
): { rows: Record<string, unknown>[] } {
  if (value === null) return { rows: form.rows === 'many' ? [] : [{}] }
  const many = form.fields.filter(({ kind }) => kind === 'choices').map(({ name }) => name)
  const rows = rowsOfValue(value as unknown as FactValue).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, text]) => [
        name,
        many.includes(name as Field['name']) ? (text ?? '').split('、').filter((each) => each !== '') : text,
      ]),
    ),
  )
  return { rows }
}

/** What the fields hold, as the operation wants it. */
export function typedValue(form: FactFormView, shape: string, typed: Record<string, unknown>): Record<string, unknown> {
  const rows = ((typed.rows as Record<string, unknown>[] | undefined) ?? []).map((row, at): FactRow => {
    const texts = Object.entries(row).map(([name, value]) => [name, textOf(value)])
    return { ...(form.rows === 'periods' ? { period: String(at + 1) } : {}), ...Object.fromEntries(texts) }
  })
  const read = valueOfRows(form as FactForm, form.of as SingleShape, rows, shape === 'series')
  return read.ok ? (read.value as unknown as Record<string, unknown>) : { shape }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return Array.isArray(value) ? value.join('、') : String(value)
}
