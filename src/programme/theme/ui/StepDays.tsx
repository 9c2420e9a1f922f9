import { Form, InputNumber } from 'antd'
import { useSay } from '#web/language.ts'
import { routeMessages } from '../messages-route.ts'
import type { StepDays } from '../rules/duties.ts'

const steps = ['check', 'disclose', 'answer'] as const satisfies (keyof StepDays)[]

/** The working days of each step after the reviews, in a form. */
export function StepDayFields() {
  const say = useSay(routeMessages)
  return (
    <fieldset className="words">
      <legend>{say.after}</legend>
      {steps.map((step) => (
        <Form.Item key={step} name={['steps', step]} label={`${say[`step.${step}`]} · ${say.days}`}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
      ))}
    </fieldset>
  )
}

/** The same in words. */
export function StepDayWords({ days }: { days: StepDays }) {
  const say = useSay(routeMessages)
  return <>{steps.map((step) => `${say[`step.${step}`]} ${days[step]} ${say.days}`).join(' · ')}</>
}
