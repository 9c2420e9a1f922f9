import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { ChangeForm } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

/** The branches given to me to score. */
export function MyAssessing() {
  const say = useSay(assessmentMessages)
  const read = useRead(assessmentContract.listMyAssessing, {})
  return (
    <Screen title={say.myAssessing} lead={say.blind}>
      <Shown read={read}>
        {({ rows }) => (
          <WholeTable
            rows={rows}
            rowKey={({ assessed }) => assessed}
            caption={say.myAssessing}
            empty={say.noAssessing}
            columns={[
              {
                key: 'branch',
                title: say.branch,
                render: ({ assessed, branch }) => <DeskLink to={`/assessing/${assessed}`}>{branch}</DeskLink>,
              },
              { key: 'region', title: say.region, render: ({ region }) => region },
              { key: 'title', title: say.sheet, render: ({ title }) => title },
              { key: 'stage', title: say.stage, render: ({ stage }) => say[stage] },
              {
                key: 'marks',
                title: say.marksOf,
                render: ({ allowed, marksGiven, marksDue }) => (
                  <Mark hot={allowed.includes('rate') && marksGiven < marksDue}>
                    {marksGiven}/{marksDue}
                  </Mark>
                ),
              },
            ]}
          />
        )}
      </Shown>
    </Screen>
  )
}

/** One branch before its assessor: facts and self-score beside the range, a reason for each mark, then the next branch. */
export function AssessingPage() {
  const say = useSay(assessmentMessages)
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
          lead={
            <>
              {view.title} · {say.blind}{' '}
              <a className="narrow-only" href="#facts">
                {say.toFacts}
              </a>
            </>
          }
          actions={
            next ? (
              <DeskLink to={`/assessing/${next.assessed}`}>
                {say.nextBranch}：{next.branch}
              </DeskLink>
            ) : (
              <DeskLink to="/assessing">{say.toMyAssessing}</DeskLink>
            )
          }
        >
          <div className="halves">
            <div>
              {view.items.map((item) => (
                <ToMark key={`${assessed} ${item.fact}`} view={view} item={item} />
              ))}
            </div>
            <div id="facts">
              <Part title={say.facts}>
                {view.facts.map((fact) => (
                  <Known key={fact.name} {...fact} />
                ))}
              </Part>
            </div>
          </div>
        </Screen>
      )}
    </Shown>
  )
}

type View = OutputOf<typeof assessmentContract.readAssessing>

/** One judged clause: what is asked, what the branch gives itself, and the mark with its reason. */
function ToMark({ view, item }: { view: View; item: View['items'][number] }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  return (
    <Part title={`${item.clause} ${item.name}`} actions={item.own && <Mark>{say.marked}</Mark>}>
      <p>{item.text}</p>
      {item.selfPoints !== null && (
        <p>
          {fill(say.selfGives, { points: item.selfPoints })} {item.selfNote}
        </p>
      )}
      {!item.known && <p>{say.rangeNotKnown}</p>}
      {view.allowed.includes('rate') && item.known ? (
        <ChangeForm
          operation={assessmentContract.rate}
          params={{ assessed: view.assessed }}
          initial={item.own ?? {}}
          submit={say.saveMark}
          toInput={(typed) => ({ ...typed, fact: item.fact })}
        >
          <Form.Item
            name="points"
            label={`${say.mark}（${fill(say.range, { least: item.least, most: item.most })}）`}
            rules={must}
          >
            <Input inputMode="decimal" maxLength={8} className="short" />
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
          <FieldList
            fields={[
              { label: say.mark, value: item.own.points },
              { label: say.reason, value: item.own.reason },
              ...(item.comparison ? [{ label: say.comparedWith, value: item.own.comparedWith }] : []),
            ]}
          />
        )
      )}
    </Part>
  )
}

/** A fact of the branch, opened to what it was taken from. */
function Known({ name, said, sources, more }: View['facts'][number]) {
  const say = useSay(assessmentMessages)
  if (sources.length === 0)
    return (
      <p className="item">
        {name}：{said}
      </p>
    )
  return (
    <details className="item">
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
  )
}
