import { Form, Input, Radio } from 'antd'
import { FormButton } from '#web/ChangeForm.tsx'
import { WholeTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { DeskLink } from '#web/place.tsx'
import { Part } from '#web/Screen.tsx'
import { selectionContract } from '../contract.ts'
import { selectionMessages } from '../messages.ts'
import { Reasons, type ShownSelection } from './parts.tsx'

type Item = ShownSelection['open'][number]
type Given = ShownSelection['rulings'][number]

/** What the sheet does not decide, each with its question and possible readings. */
export function OpenItems({ selection }: { selection: ShownSelection }) {
  const say = useSay(selectionMessages)
  const { open, allowed } = selection
  return (
    <Part title={say.openItems}>
      {open.length === 0 ? (
        <p>{say.noOpenItems}</p>
      ) : (
        <WholeTable
          rows={open}
          rowKey={(item) => `${item.branch.id} ${item.about} ${item.code}`}
          caption={say.openItems}
          empty={say.noOpenItems}
          columns={[
            { key: 'branch', title: say.branch, render: (item) => item.branch.name },
            { key: 'about', title: say.name, render: (item) => `${say[item.about]} ${item.code} ${item.text}` },
            { key: 'question', title: say.question, render: (item) => item.question },
            {
              key: 'readings',
              title: say.readings,
              render: (item) => item.readings.length > 0 && <Reasons reasons={item.readings.map(({ said }) => said)} />,
            },
            {
              key: 'rule',
              title: say.rule,
              render: ({ about, ...item }) =>
                about === 'gate' || about === 'naming'
                  ? allowed.includes('rule') && <Rule selection={selection.id} item={{ ...item, about }} />
                  : allowed.includes('rule') && (
                      <DeskLink to={`/assessments/${selection.assessment}`}>{say.inAssessment}</DeskLink>
                    ),
            },
          ]}
        />
      )}
    </Part>
  )
}

function Rule({ selection, item }: { selection: string; item: Item & { about: 'gate' | 'naming' } }) {
  const say = useSay(selectionMessages)
  const must = useMust()
  const { about, code, branch } = item
  return (
    <FormButton
      operation={selectionContract.ruleOn}
      params={{ selection }}
      toInput={(typed) => ({ ...typed, branch: branch.id, about, code })}
      label={say.rule}
      title={`${branch.name} · ${say[about]} ${code}`}
      small
    >
      <p>
        {item.text} {item.question}
      </p>
      <Form.Item name="holds" label={about === 'gate' ? say.holds : say.isNamed} rules={must}>
        <Radio.Group options={(['yes', 'no'] as const).map((value) => ({ value, label: say[value] }))} />
      </Form.Item>
      <Form.Item name="ground" label={say.ground} rules={must}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormButton>
  )
}

/** Every ruling on record, also those whose place a later one took. */
export function Rulings({ rulings }: { rulings: Given[] }) {
  const say = useSay(selectionMessages)
  return (
    <Part title={say.rulings}>
      <WholeTable
        rows={rulings}
        rowKey={(each) => `${each.at} ${each.branch.id} ${each.code}`}
        caption={say.rulings}
        empty="—"
        columns={[
          { key: 'branch', title: say.branch, render: (each) => each.branch.name },
          { key: 'about', title: say.name, render: (each) => `${say[each.about]} ${each.code}` },
          { key: 'decided', title: say.decided, render: (each) => each.decided },
          {
            key: 'ground',
            title: say.ground,
            render: (each) => (each.counts ? each.ground : `${each.ground}（${say.replaced}）`),
          },
          { key: 'by', title: say.by, render: (each) => each.by },
          { key: 'at', title: say.at, render: (each) => sayInstant(each.at) },
        ]}
      />
    </Part>
  )
}
