import { Form, Input, Select } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { DayInput } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { Mark, Part, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'
import { Ballots } from './Ballots.tsx'
import { FactFields, type FactFormView, typedFrom, typedValue } from './FactFields.tsx'

type View = OutputOf<typeof assessmentContract.readAssessed>

/** What has been gathered about one branch: facts with their source, honours, surveys on paper. */
export function AssessedPage() {
  const say = useSay(assessmentMessages)
  const read = useRead(assessmentContract.readAssessed, { assessed: useParam('assessed') })
  return (
    <Shown read={read}>
      {(view) => (
        <Screen
          title={view.branch.name}
          lead={<Mark>{view.rated ? say[view.stage] : say.notRated}</Mark>}
          actions={<DeskLink to={`/assessments/${view.assessment}`}>{say.toAssessment}</DeskLink>}
        >
          <Facts view={view} />
          <Honours view={view} />
          <Ballots view={view} />
        </Screen>
      )}
    </Shown>
  )
}

function Facts({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  return (
    <Part title={say.facts}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={say.facts}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.fact}</th>
              <th scope="col">{say.value}</th>
              <th scope="col">{say.source}</th>
              {view.allowed.includes('supply') && <th scope="col">{say.supply}</th>}
            </tr>
          </thead>
          <tbody>
            {view.facts.map((fact) => (
              <tr key={fact.key}>
                <th scope="row">{fact.name}</th>
                <td>{fact.said ?? fact.missing ?? (fact.needed ? '—' : say.notAsked)}</td>
                <td>
                  {say[fact.by]} {fact.by === 'supplied' ? fact.sources[0]?.text : fact.sources.length || ''}
                </td>
                {view.allowed.includes('supply') && (
                  <td>{fact.form && fact.needed && <Supply assessed={view.id} fact={fact} form={fact.form} />}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}

/** What people supply about one fact, by its form, with the paper it is taken from. */
function Supply({ assessed, fact, form }: { assessed: string; fact: View['facts'][number]; form: FactFormView }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  return (
    <FormButton
      label={fact.by === 'rating' ? say.onPaper : say.supply}
      title={fact.name}
      small
      operation={assessmentContract.supplyFact}
      params={{ assessed }}
      initial={{ ...typedFrom(form, fact.value), document: fact.by === 'supplied' ? fact.sources[0]?.text : undefined }}
      toInput={({ document, ...typed }) => ({ fact: fact.key, value: typedValue(form, fact.shape, typed), document })}
    >
      <FactFields form={form} />
      <Form.Item name="document" label={say.document} rules={must}>
        <Input maxLength={200} />
      </Form.Item>
    </FormButton>
  )
}

function Honours({ view }: { view: View }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const asked = view.facts.filter(({ by }) => by === 'honours')
  return (
    <Part
      title={say.honours}
      actions={
        view.allowed.includes('honour') &&
        asked.map(({ key, choices }) => (
          <FormButton
            key={key}
            label={say.enterHonour}
            operation={assessmentContract.enterHonour}
            params={{ assessed: view.id }}
            toInput={(typed) => ({ ...typed, fact: key })}
          >
            <Form.Item name="level" label={say.honourLevel} rules={must}>
              <Select options={choices.map((value) => ({ value, label: value }))} />
            </Form.Item>
            {(['matter', 'issuer'] as const).map((name) => (
              <Form.Item key={name} name={name} label={say[name]} rules={must}>
                <Input maxLength={100} />
              </Form.Item>
            ))}
            <Form.Item name="document" label={say.documentNumber} rules={must}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="awardedOn" label={say.awardedOn} rules={must}>
              <DayInput />
            </Form.Item>
          </FormButton>
        ))
      }
    >
      {view.honours.length === 0 && <p>{say.none}</p>}
      <ul className="reasons">
        {view.honours.map(({ id, level, matter, issuer, document, awardedOn, state, reason, allowed }) => (
          <li key={id}>
            {level} · {matter} · {issuer} {document} · {awardedOn} <Mark hot={state === 'entered'}>{say[state]}</Mark>{' '}
            {reason}{' '}
            {allowed.includes('confirm') && (
              <ActionButton
                operation={assessmentContract.confirmHonour}
                input={{ honour: id }}
                confirm={say.confirmHonourSure}
                small
              >
                {say.confirm}
              </ActionButton>
            )}{' '}
            {allowed.includes('withdraw') && (
              <FormButton
                label={say.withdraw}
                small
                operation={assessmentContract.withdrawHonour}
                params={{ honour: id }}
              >
                <Form.Item name="reason" label={say.reason} rules={must}>
                  <Input maxLength={200} />
                </Form.Item>
              </FormButton>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
