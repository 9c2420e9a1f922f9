import { Form, Input, Select } from 'antd'
import { useRead } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { assessmentContract } from '../contract.ts'
import { assessmentMessages } from '../messages.ts'

/** Who scores what: branches given and taken back; a conflict that arose since is marked. */
export function Assessors({ assessment }: { assessment: string }) {
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
          <ul className="reasons">
            {rows.map(({ assessor, unit, branches: own }) => (
              <li key={assessor.id}>
                <b>{assessor.name}</b>（{unit}） {own.length}{' '}
                {own
                  .filter(({ ownUnit }) => ownUnit)
                  .map(({ assessed, name }) => (
                    <Mark key={assessed} hot>
                      {name}：{say.ownUnit}
                    </Mark>
                  ))}{' '}
                <FormButton
                  label={say.assign}
                  small
                  operation={assessmentContract.assignAssessor}
                  params={{ assessment }}
                  toInput={(typed) => ({ ...typed, assessor: assessor.id })}
                >
                  {choose(branches)}
                </FormButton>{' '}
                {own.length > 0 && (
                  <FormButton
                    label={say.endAssignment}
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
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Part>
  )
}
