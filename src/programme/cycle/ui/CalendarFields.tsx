import { Button, Form, Input, Select } from 'antd'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { cycleMessages } from '../messages.ts'
import { calendarKinds } from '../rules/cycle.ts'

/** The lines of a cycle's calendar, one below the other. */
export function CalendarFields() {
  const say = useSay(cycleMessages)
  const kinds = calendarKinds.map((kind) => ({ value: kind, label: say[kind] }))
  return (
    <Form.List name="calendar">
      {(items, { add, remove }) => (
        <>
          {items.map((item, at) => (
            <fieldset key={item.key} className="words">
              <legend>
                {say.item} {at + 1}
              </legend>
              <div className="side-by-side">
                <Form.Item name={[item.name, 'kind']} label={say.kind} required>
                  <Select options={kinds} />
                </Form.Item>
                <Form.Item name={[item.name, 'title']} label={say.item} required>
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item name={[item.name, 'from']} label={say.from} required>
                  <DayInput />
                </Form.Item>
                <Form.Item name={[item.name, 'to']} label={say.to} required>
                  <DayInput />
                </Form.Item>
                <Form.Item name={[item.name, 'region']} label={say.region}>
                  <Input maxLength={20} />
                </Form.Item>
              </div>
              <Button onClick={() => remove(item.name)}>{say.removeItem}</Button>
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add({ kind: 'other' })}>{say.addItem}</Button>
          </p>
        </>
      )}
    </Form.List>
  )
}
