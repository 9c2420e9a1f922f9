import { Form, Input, Select } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { DeskLink } from '#web/place.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

type Score = OutputOf<typeof assessmentContract.readScore>
type Question = Score['open'][number]

/** The branches whose scores wait for a ruling, each opened to its questions. */
export function Questions({ assessment }: { assessment: string }) {
  const say = useSay(assessmentMessages)
  const read = useRead(assessmentContract.listQuestions, { assessment })
  return (
    <Shown read={read}>
      {({ rows }) =>
        rows.length > 0 && (
          <Part title={say.questions}>
            <p>{say.questionsSaid}</p>
            <WholeTable
              rows={rows}
              rowKey={({ assessed }) => assessed}
              caption={say.questions}
              empty="—"
              columns={[
                {
                  key: 'branch',
                  title: say.branch,
                  render: ({ assessed, branch }) => <DeskLink to={`/scores/${assessed}`}>{branch}</DeskLink>,
                },
                {
                  key: 'questions',
                  title: say.questions,
                  render: ({ questions }) => (
                    <ul className="reasons">
                      {questions.map((each) => (
                        <li key={`${each.about} ${each.code}`}>
                          {say[each.about]} {each.code}：{each.question}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </Part>
        )
      }
    </Shown>
  )
}

/** What one score leaves open, and every ruling on record. */
export function ScoreQuestions({ score }: { score: Score }) {
  const say = useSay(assessmentMessages)
  const { open, rulings } = score
  return (
    <>
      {open.length > 0 && (
        <Part title={say.questions}>
          <p>{say.questionsSaid}</p>
          <ul className="reasons">
            {open.map((each) => (
              <li key={`${each.about} ${each.code}`}>
                <b>
                  {say[each.about]} {each.code}
                </b>{' '}
                {each.text} <Mark hot>{each.question}</Mark> {each.readings.map(({ said }) => said).join('；')}{' '}
                {score.allowed.includes('rule') && <Rule assessed={score.assessed} question={each} />}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {rulings.length > 0 && (
        <Part title={say.rulings}>
          <ul className="reasons">
            {rulings.map(({ about, code, decided, ground, by, at, version, counts }) => (
              <li key={version}>
                {say[about]} {code}：<b>{decided}</b>。{ground}（{by}，{sayInstant(at)}）
                {!counts && <Mark>{say.replacedRuling}</Mark>}{' '}
                {counts && score.allowed.includes('rule') && (
                  <Rule
                    assessed={score.assessed}
                    question={{ about, code, text: '', question: '', readings: [], names: namesOf(score, about) }}
                  />
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function namesOf({ choices }: Score, about: Question['about']): string[] {
  return about === 'clause' ? [] : choices[about]
}

function Rule({ assessed, question }: { assessed: string; question: Question }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const { about, code, text, readings, names } = question
  return (
    <FormButton
      label={say.rule}
      title={`${say.rule} · ${say[about]} ${code}`}
      small
      operation={assessmentContract.ruleOnScore}
      params={{ assessed }}
      toInput={(typed) => ({ ...typed, about, code })}
    >
      {text !== '' && <p>{text}</p>}
      {readings.length > 0 && (
        <ul className="reasons">
          {readings.map(({ said }) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
      <Form.Item name="decided" label={about === 'clause' ? say['field-points'] : say[about]} rules={must}>
        {about === 'clause' ? (
          <Input inputMode="decimal" maxLength={20} className="short" />
        ) : (
          <Select options={names.map((value) => ({ value, label: value }))} />
        )}
      </Form.Item>
      <Form.Item name="ground" label={say.ground} rules={must}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  )
}
