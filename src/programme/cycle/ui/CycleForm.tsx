import { Form, Input, InputNumber, Select } from 'antd'
import { isLeading } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ChangeForm } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMe } from '#web/me.ts'
import { Shown } from '#web/Problem.tsx'
import { useGo, useParam } from '#web/place.tsx'
import { Part, Screen } from '#web/Screen.tsx'
import { cycleContract } from '../contract.ts'
import { cycleMessages } from '../messages.ts'
import { usualAims, usualIdeas, usualPrinciples } from '../rules/usual.ts'
import { CalendarFields } from './CalendarFields.tsx'

type Cycle = OutputOf<typeof cycleContract.readCycle>

/** Drafts a programme year, with the words of the founding paper filled in. */
export function NewCycle() {
  const say = useSay(cycleMessages)
  const me = useMe()
  const go = useGo()
  const places = me.posts.filter((held) => isLeading(held) && held.organisationKind !== 'branch')
  const year = new Date().getFullYear()
  const organisation = places[0]?.organisation
  if (!organisation) return null
  return (
    <Screen title={say.draftOne} lead={places[0]?.organisationName}>
      <ChangeForm
        operation={cycleContract.draftCycle}
        params={{ organisation }}
        submit={say.save}
        initial={{
          year,
          aims: [...usualAims],
          principles: [...usualPrinciples],
          ideas: [...usualIdeas],
          calendar: [],
          noticeDays: 5,
        }}
        toInput={planOf}
        onDone={(cycle) => go(`/cycles/${cycle.id}`)}
      >
        <Fields />
      </ChangeForm>
    </Screen>
  )
}

/** Changes a draft. */
export function ChangeCycle() {
  const read = useRead(cycleContract.readCycle, { cycle: useParam('cycle') })
  return <Shown read={read}>{(cycle) => <Changing cycle={cycle} />}</Shown>
}

function Changing({ cycle }: { cycle: Cycle }) {
  const say = useSay(cycleMessages)
  const go = useGo()
  return (
    <Screen title={`${say.change} · ${cycle.title}`}>
      <ChangeForm
        operation={cycleContract.changeCycle}
        params={{ cycle: cycle.id }}
        submit={say.save}
        initial={cycle}
        toInput={planOf}
        onDone={() => go(`/cycles/${cycle.id}`)}
      >
        <Fields />
      </ChangeForm>
    </Screen>
  )
}

/** What is typed, as the operation wants it: empty lines left out, a meeting only when it has a name. */
function planOf(typed: Record<string, unknown>): Record<string, unknown> {
  const { meeting, aims, principles, ideas, calendar, ...rest } = typed as Record<string, unknown> & {
    meeting?: { title?: string } | null
  }
  const texts = (list: unknown) => ((list ?? []) as (string | undefined)[]).filter((each) => each?.trim())
  return {
    ...rest,
    ...(meeting?.title && { meeting }),
    aims: texts(aims),
    principles: texts(principles),
    ideas: texts(ideas),
    calendar: ((calendar ?? []) as { region?: string | null }[]).map((item) => ({
      ...item,
      region: item.region || null,
    })),
  }
}

function Fields() {
  const say = useSay(cycleMessages)
  return (
    <>
      <Form.Item name="year" label={say.year} required>
        <InputNumber min={2000} max={2199} />
      </Form.Item>
      <Form.Item name="title" label={say.name} required>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="overallGoal" label={say.overallGoal}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Form.Item name="purpose" label={say.purpose}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name={['meeting', 'title']} label={say.meetingTitle}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['meeting', 'on']} label={say.meetingOn}>
        <DayInput />
      </Form.Item>
      <Words name="aims" label={say.aims} count={4} />
      <Words name="principles" label={say.principles} count={4} />
      <Words name="ideas" label={say.ideas} count={3} />
      <Part title={say.calendar}>
        <CalendarFields />
      </Part>
      <Part title={say.approval}>
        <Form.Item name="approvingBody" label={say.approvingBody}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="documentNumber" label={say.documentNumber}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="termFrom" label={say.termFrom}>
          <DayInput />
        </Form.Item>
        <Form.Item name="termTo" label={say.termTo}>
          <DayInput />
        </Form.Item>
        <Form.Item name="scope" label={say.scope}>
          <Select
            allowClear
            options={(['party', 'society'] as const).map((scope) => ({ value: scope, label: say[scope] }))}
          />
        </Form.Item>
        <Form.Item name="noticeDays" label={say.noticeDays} required>
          <InputNumber min={5} max={60} />
        </Form.Item>
      </Part>
    </>
  )
}

/** So many short texts under one label. */
function Words({ name, label, count }: { name: string; label: string; count: number }) {
  return (
    <fieldset className="words">
      <legend>{label}</legend>
      <div className="side-by-side">
        {[0, 1, 2, 3].slice(0, count).map((at) => (
          <Form.Item key={at} name={[name, at]} label={`${label} ${at + 1}`}>
            <Input maxLength={30} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  )
}
