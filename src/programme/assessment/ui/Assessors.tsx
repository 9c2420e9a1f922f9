import { Form, Input, Select } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

/** Who scores what: branches given and taken back; a conflict that arose since is marked. */
export function Assessors({ assessment, groups }: { assessment: string; groups: string[] }) {
  const say = useSay(assessmentMessages)
  const must = useMust()
  const read = useRead(assessmentContract.listAssessors, { assessment })
  const roster = useRead(assessmentContract.listAssessed, { assessment, limit: 200 })
  const branches = (roster.data?.rows ?? []).map(({ id, branch }) => ({ value: id, label: branch.name }))
  const choose = (options: typeof branches) => (
    <Form.Item name="assessed" label={say.branches} rules={must}>
      <Select mode="multiple" optionFilterProp="label" options={options} />
    </Form.Item>
  )
  return (
    <Part title={say.assessors}>
      <Shown read={read}>
        {({ rows }) => (
          <WholeTable
            rows={rows}
            rowKey={({ assessor }) => assessor.id}
            caption={say.assessors}
            empty={say.nobodyAssesses}
            columns={[
              { key: 'assessor', title: say.assessor, render: ({ assessor }) => assessor.name },
              { key: 'unit', title: say.unit, render: ({ unit }) => unit },
              { key: 'given', title: say.given, render: ({ branches: own }) => <Given own={own} /> },
              {
                key: 'assign',
                title: say.assign,
                render: ({ assessor, branches: own }) => (
                  <>
                    <FormButton
                      label={say.assign}
                      title={`${say.assign} · ${assessor.name}`}
                      small
                      operation={assessmentContract.assignAssessor}
                      params={{ assessment }}
                      toInput={(typed) => ({ ...typed, assessor: assessor.id })}
                    >
                      {choose(branches)}
                      {groups.length > 0 && (
                        <Form.Item name="group" label={say.group} rules={must}>
                          <Select options={groups.map((value) => ({ value, label: value }))} />
                        </Form.Item>
                      )}
                    </FormButton>{' '}
                    {own.length > 0 && (
                      <FormButton
                        label={say.endAssignment}
                        title={`${say.endAssignment} · ${assessor.name}`}
                        small
                        operation={assessmentContract.endAssignment}
                        params={{ assessment }}
                        toInput={(typed) => ({ ...typed, assessor: assessor.id })}
                      >
                        {choose(own.map(({ assessed, name }) => ({ value: assessed, label: name })))}
                        <Form.Item name="reason" label={say.reason} rules={must}>
                          <Input maxLength={200} />
                        </Form.Item>
                      </FormButton>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </Shown>
    </Part>
  )
}

type Own = OutputOf<typeof assessmentContract.listAssessors>['rows'][number]['branches']

/** How many branches, opened to which; one whose unit the assessor has joined since stands out. */
function Given({ own }: { own: Own }) {
  const say = useSay(assessmentMessages)
  if (own.length === 0) return <>—</>
  return (
    <>
      {own
        .filter(({ ownUnit }) => ownUnit)
        .map(({ assessed, name }) => (
          <Mark key={assessed} hot>
            {name}：{say.ownUnit}
          </Mark>
        ))}
      <details>
        <summary>{fill(say.branchesGiven, { count: own.length })}</summary>
        <ul className="reasons">
          {own.map(({ assessed, name, marksGiven, marksDue }) => (
            <li key={assessed}>
              {name} {marksGiven}/{marksDue}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
