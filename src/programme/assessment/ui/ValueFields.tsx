import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { assessmentMessages } from '../messages.ts'

/** The fields of one fact's value, by its shape. */
export function ValueFields({ fact }: { fact: { shape: string; choices: string[]; periods: number | null } }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const count = <InputNumber min={0} max={1_000_000} precision={0} />
  switch (fact.shape) {
    case 'flag':
      return (
        <Form.Item name="holds" label={say.value} rules={must}>
          <Radio.Group
            options={[
              { value: true, label: say.yes },
              { value: false, label: say.no },
            ]}
          />
        </Form.Item>
      )
    case 'count':
      return (
        <Form.Item name="count" label={say.value} rules={must}>
          {count}
        </Form.Item>
      )
    case 'ratio':
      return (
        <>
          <Form.Item name="part" label={say.part} rules={must}>
            {count}
          </Form.Item>
          <Form.Item name="whole" label={say.whole} rules={must}>
            {count}
          </Form.Item>
        </>
      )
    case 'grade':
      return (
        <Form.Item name="grade" label={say.value} rules={must}>
          <Select options={fact.choices.map((value) => ({ value, label: value }))} />
        </Form.Item>
      )
    case 'periods':
      return Array.from({ length: fact.periods ?? 12 }, (_, at) => at + 1).map((period) => (
        <Form.Item key={period} name={['done', period - 1]} label={`${say.value} ${period}`} rules={must}>
          {count}
        </Form.Item>
      ))
    case 'since':
      return (
        <Form.Item name="day" label={say.value}>
          <DayInput />
        </Form.Item>
      )
    default:
      return (
        <Form.Item name="number" label={say.value} rules={must}>
          <Input inputMode="decimal" maxLength={12} />
        </Form.Item>
      )
  }
}

/** What the fields hold, as the operation wants it. */
export function typedValue(shape: string, typed: Record<string, unknown>): Record<string, unknown> {
  if (shape === 'since') return { shape, day: typed.day || null }
  return { shape, ...typed }
}
