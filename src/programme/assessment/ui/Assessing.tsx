import { Form, Input } from 'antd'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ChangeForm } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { Mark, Part, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

/** The branches given to me to score. */
export function MyAssessing() {
  const say = useSay(assessmentMessages)
  const read = useRead(assessmentContract.listMyAssessing, {})
  return (
    <Screen title={say.myAssessing} lead={say.blind}>
      <Shown read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="empty">{say.noAssessing}</p>
          ) : (
            <ul className="reasons">
              {rows.map(({ assessed, branch, region, stage, marksGiven, marksDue, allowed }) => (
                <li key={assessed}>
                  <DeskLink to={`/assessing/${assessed}`}>{branch}</DeskLink> {region} · {say[stage]} ·{' '}
                  <Mark hot={allowed.includes('rate') && marksGiven < marksDue}>
                    {marksGiven}/{marksDue}
                  </Mark>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Screen>
  )
}

/** One branch before its assessor: facts and self-score beside the range, a reason for each mark, then the next branch. */
export function AssessingPage() {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const assessed = useParam('assessed')
  const read = useRead(assessmentContract.readAssessing, { assessed })
  const mine = useRead(assessmentContract.listMyAssessing, {})
  const next = mine.data?.rows.find(
    (row) => row.assessed !== assessed && row.allowed.includes('rate') && row.marksGiven < row.marksDue,
  )
  return (
    <Shown read={read}>
      {(view) => (
        <Screen
          title={view.branch}
          lead={say.blind}
          actions={next && <DeskLink to={`/assessing/${next.assessed}`}>{say.nextBranch}</DeskLink>}
        >
          {view.items.map((item) => (
            <Part key={item.fact} title={`${item.clause} ${item.name}`}>
              <p>{item.text}</p>
              {item.selfPoints !== null && (
                <p>
                  {fill(say.selfGives, { points: item.selfPoints })} {item.selfNote}
                </p>
              )}
              {view.allowed.includes('rate') ? (
                <ChangeForm
                  key={`${assessed} ${item.fact}`}
                  operation={assessmentContract.rate}
                  params={{ assessed }}
                  initial={item.own ?? {}}
                  submit={say.saveMark}
                  toInput={(typed) => ({ ...typed, fact: item.fact })}
                >
                  <Form.Item
                    name="points"
                    label={`${say.mark}（${fill(say.range, { least: item.least, most: item.most })}）`}
                    rules={must}
                  >
                    <Input inputMode="decimal" maxLength={8} />
                  </Form.Item>
                  <Form.Item name="reason" label={say.reason} rules={must}>
                    <Input.TextArea rows={2} maxLength={500} />
                  </Form.Item>
                  {item.comparison && (
                    <Form.Item name="comparedWith" label={say.comparedWith} rules={must}>
                      <Input maxLength={200} />
                    </Form.Item>
                  )}
                </ChangeForm>
              ) : (
                item.own && (
                  <p>
                    <b>{item.own.points}</b> {item.own.reason} {item.own.comparedWith}
                  </p>
                )
              )}
            </Part>
          ))}
          <Part title={say.facts}>
            {view.facts.map(({ name, said, sources, more }) => (
              <details key={name}>
                <summary>
                  {name}：{said}
                </summary>
                <ul className="reasons">
                  {sources.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                  {more > 0 && <li>{fill(say.more, { count: more })}</li>}
                </ul>
              </details>
            ))}
          </Part>
        </Screen>
      )}
    </Shown>
  )
}
