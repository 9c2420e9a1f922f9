import { Button, Form, Input, Select } from 'antd'
import { type ReactElement, useEffect } from 'react'
import { useNarrow } from './DataTable.tsx'
import { DayInput } from './days.tsx'
import { useSay } from './language.ts'
import { frameWords } from './words.ts'

export interface FilterField {
  name: string
  label: string
  /** A list to choose from; without it a text, or a day. */
  options?: { value: string; label: string }[]
  kind?: 'text' | 'day'
  /** Another control, that fits a Form.Item. */
  control?: ReactElement
}

/** The filters of a list, with 查询 and 重置; the values live in the address (`useFilters`). */
export function FilterBar<Filters extends Record<string, string>>({
  fields,
  value,
  onChange,
}: {
  fields: FilterField[]
  value: Filters
  onChange: (change: Partial<Filters>) => void
}) {
  const say = useSay(frameWords)
  const [form] = Form.useForm()
  const narrow = useNarrow()
  const shown = Object.fromEntries(Object.entries(value).map(([name, text]) => [name, text || undefined]))
  const key = JSON.stringify(shown)
  // the address may change under the form, by going back for one
  useEffect(() => form.setFieldsValue(JSON.parse(key)), [form, key])
  const take = (typed: Record<string, string | null | undefined>) =>
    onChange(Object.fromEntries(fields.map(({ name }) => [name, (typed[name] ?? '').trim()])) as Partial<Filters>)
  return (
    <div className="filters">
      <Form form={form} initialValues={shown} layout={narrow ? 'vertical' : 'inline'} onFinish={take}>
        {fields.map(({ name, label, options, kind, control }) => (
          <Form.Item key={name} name={name} label={label}>
            {control ? (
              control
            ) : options ? (
              <Select
                allowClear
                placeholder={say.all}
                options={options}
                popupMatchSelectWidth={false}
                className="filter-select"
                aria-label={label}
              />
            ) : kind === 'day' ? (
              <DayInput />
            ) : (
              <Input allowClear maxLength={40} />
            )}
          </Form.Item>
        ))}
        <Form.Item>
          <Button type="primary" htmlType="submit">
            {say.query}
          </Button>{' '}
          <Button onClick={() => take({})}>{say.reset}</Button>
        </Form.Item>
      </Form>
    </div>
  )
}
