import { Button, Form, Segmented } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ChangeForm } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { useFilters } from '#web/place.tsx'
import { FieldList, Part, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { routeContract } from '../contract-route.ts'
import { routeMessages } from '../messages-route.ts'
import { usualStepDays } from '../rules/duties.ts'
import { reviewing } from '../rules/permissions.ts'
import { type RoutePlan, reviewerKinds, type StageRule, usualPlan } from '../rules/route.ts'
import { RouteGaps, RouteVersions } from './RouteLists.tsx'
import { RoutePlanFields } from './RoutePlanFields.tsx'
import { RoutePreview } from './RoutePreview.tsx'
import { StepDayFields, StepDayWords } from './StepDays.tsx'

export type Plans = OutputOf<typeof routeContract.readRoutePlans>

/** Who reviews themes, in which order, in how many days: the plan in force, a change of it, and what it means. */
export function Routes() {
  const say = useSay(routeMessages)
  const { posts } = useMe()
  const held = posts.filter(({ post, organisationKind }) => reviewing.includes(post) && organisationKind !== 'branch')
  const places = [...new Map(held.map((each) => [each.organisation, each.organisationName]))]
  const [{ organisation }, setFilters] = useFilters({ organisation: places[0]?.[0] ?? '' })
  const read = useRead(routeContract.readRoutePlans, { organisation }, { keep: true })
  return (
    <Shown read={read}>
      {(plans) => (
        <Screen title={say.routes} lead={say.lead}>
          {places.length > 1 && (
            <p>
              <Segmented
                aria-label={say.organisation}
                value={organisation}
                onChange={(id) => setFilters({ organisation: id })}
                options={places.map(([value, label]) => ({ value, label }))}
              />
            </p>
          )}
          <Plan key={organisation} plans={plans} />
          <RouteGaps organisation={organisation} />
          <RouteVersions plans={plans} />
        </Screen>
      )}
    </Shown>
  )
}

function Plan({ plans }: { plans: Plans }) {
  const say = useSay(routeMessages)
  const frame = useSay(frameWords)
  const must = useMust()
  const [changing, setChanging] = useState(false)
  const plan = plans.inForce?.plan ?? null
  if (changing)
    return (
      <Part
        title={`${say.change} · ${plans.organisation.name}`}
        actions={<Button onClick={() => setChanging(false)}>{frame.cancel}</Button>}
      >
        <ChangeForm
          operation={routeContract.setRoutePlan}
          params={{ organisation: plans.organisation.id }}
          initial={{ fromOn: plans.today, plan: plan ?? usualPlan(), steps: plans.inForce?.steps ?? usualStepDays }}
          submit={say.set}
          onDone={() => setChanging(false)}
        >
          <Form.Item name="plan">
            <RoutePlanFields />
          </Form.Item>
          <StepDayFields />
          <Watched />
          <Form.Item name="fromOn" label={say.fromOn} rules={must}>
            <DayInput />
          </Form.Item>
        </ChangeForm>
      </Part>
    )
  return (
    <>
      <Part
        title={`${say.now} · ${plans.organisation.name}`}
        actions={
          plans.allowed.includes('set') && (
            <Button type="primary" onClick={() => setChanging(true)}>
              {say.change}
            </Button>
          )
        }
      >
        {!plans.runs && <p>{say.idle}</p>}
        {plan ? <Shape plan={plan} /> : <p>{say.without}</p>}
        {plans.inForce && (
          <p>
            {say.after}：<StepDayWords days={plans.inForce.steps} />
          </p>
        )}
        {plans.inForce && (
          <p className="screen-lead">
            {say.since} {plans.inForce.fromOn} · {say.setBy} {plans.inForce.setBy}
          </p>
        )}
      </Part>
      <Part title={say.preview}>
        <RoutePreview plan={plan} />
      </Part>
    </>
  )
}

/** The preview of what is being typed. */
function Watched() {
  const say = useSay(routeMessages)
  const plan = Form.useWatch<RoutePlan | undefined>('plan')
  return (
    <fieldset className="words">
      <legend>{say.preview}</legend>
      <RoutePreview plan={plan ?? null} />
    </fieldset>
  )
}

function Shape({ plan }: { plan: RoutePlan }) {
  const say = useSay(routeMessages)
  return (
    <FieldList
      fields={reviewerKinds.map((kind) => ({
        label: `${say.under}：${say[kind]}`,
        value: (
          <ol className="reasons">
            {plan[kind].map((stage) => (
              <li key={stage.kind}>
                <StageWords stage={stage} />
              </li>
            ))}
          </ol>
        ),
      }))}
    />
  )
}

function StageWords({ stage: { kind, by, days, mayReject } }: { stage: StageRule }) {
  const say = useSay(routeMessages)
  const limit = days === null ? `${say.days} ${say.noLimit}` : `${days} ${say.days}`
  return <>{[say[kind], say[by], limit, mayReject ? say.mayReject : say.onlyReturn].join(' · ')}</>
}
