import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useSay } from '#web/language.ts'
import { routeMessages } from '../messages-route.ts'
import { type RoutePlan, reviewedBy, reviewerKinds, type StageRule } from '../rules/route.ts'

interface Fields<Value> {
  value?: Value
  onChange?: (value: Value) => void
}

/** The stages of every kind of surroundings: fits a Form.Item. */
export function RoutePlanFields({ value, onChange }: Fields<RoutePlan>) {
  const say = useSay(routeMessages)
  if (!value) return null
  return (
    <>
      {reviewerKinds.map((surroundings) => (
        <fieldset key={surroundings} className="words">
          <legend>
            {say.under}：{say[surroundings]}
          </legend>
          <Stages value={value[surroundings]} onChange={(stages) => onChange?.({ ...value, [surroundings]: stages })} />
        </fieldset>
      ))}
    </>
  )
}

function Stages({ value: stages = [], onChange }: Fields<StageRule[]>) {
  const say = useSay(routeMessages)
  const free = reviewerKinds.filter((kind) => !stages.some((stage) => stage.kind === kind))
  const put = (at: number, stage: StageRule) => onChange?.(stages.map((each, place) => (place === at ? stage : each)))
  const swap = (at: number) =>
    onChange?.(stages.map((each, place) => stages[place === at ? at - 1 : place === at - 1 ? at : place] ?? each))
  return (
    <>
      {stages.map((stage, at) => (
        <div key={stage.kind} className="stage-line">
          <span className="stage-number">{at + 1}</span>
          <StageFields stage={stage} free={[stage.kind, ...free]} onChange={(changed) => put(at, changed)} />
          <span className="verbs">
            <Button size="small" disabled={at === 0} onClick={() => swap(at)}>
              {say.up}
            </Button>
            <Button size="small" onClick={() => onChange?.(stages.filter((_, place) => place !== at))}>
              {say.remove}
            </Button>
          </span>
        </div>
      ))}
      {free[0] && (
        <p>
          <Button
            size="small"
            onClick={() => onChange?.([...stages, { kind: free[0]!, by: 'either', days: 5, mayReject: true }])}
          >
            {say.addStage}
          </Button>
        </p>
      )}
    </>
  )
}

function StageFields({
  stage,
  free,
  onChange,
}: {
  stage: StageRule
  free: StageRule['kind'][]
  onChange: (stage: StageRule) => void
}) {
  const say = useSay(routeMessages)
  return (
    <>
      <Select
        aria-label={say.kind}
        value={stage.kind}
        onChange={(kind) => onChange({ ...stage, kind })}
        options={free.map((kind) => ({ value: kind, label: say[kind] }))}
      />
      <Select
        aria-label={say.by}
        value={stage.by}
        onChange={(by) => onChange({ ...stage, by })}
        options={reviewedBy.map((by) => ({ value: by, label: say[by] }))}
      />
      <InputNumber
        aria-label={say.days}
        min={1}
        max={60}
        precision={0}
        value={stage.days}
        placeholder={say.noLimit}
        suffix={say.days}
        onChange={(days) => onChange({ ...stage, days })}
      />
      <Checkbox checked={stage.mayReject} onChange={({ target }) => onChange({ ...stage, mayReject: target.checked })}>
        {say.mayReject}
      </Checkbox>
    </>
  )
}
