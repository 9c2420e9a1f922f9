import { Form, Input } from 'antd'
import type { InputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { suggestionContract } from '../contract.ts'
import { suggestionMessages } from '../messages.ts'

/** What people complain of and suggest, to be answered by the office. */
export function Suggestions() {
  const say = useSay(suggestionMessages)
  const [filters, setFilters] = useFilters({ state: '' })
  return (
    <Screen title={say.title}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          {
            name: 'state',
            label: say.state,
            options: (['open', 'answered'] as const).map((state) => ({ value: state, label: say[state] })),
          },
        ]}
      />
      <DataTable
        operation={suggestionContract.listSuggestions}
        input={given(filters) as Omit<InputOf<typeof suggestionContract.listSuggestions>, 'cursor' | 'limit'>}
        rowKey={(row) => row.id}
        caption={say.title}
        empty={say.empty}
        columns={[
          { key: 'givenOn', title: say.givenOn, width: 110, render: (row) => row.givenOn },
          { key: 'text', title: say.text, render: (row) => row.text },
          { key: 'contact', title: say.contact, render: (row) => row.contact },
          { key: 'answer', title: say.answer, render: (row) => row.answer ?? say.noAnswer },
          {
            key: 'doing',
            title: say.doing,
            render: (row) => row.allowed.includes('answer') && <Answer id={row.id} text={row.text} />,
          },
        ]}
      />
    </Screen>
  )
}

function Answer({ id, text }: { id: string; text: string }) {
  const say = useSay(suggestionMessages)
  return (
    <FormButton label={say.answer} operation={suggestionContract.answerSuggestion} params={{ suggestion: id }} small>
      <p>{text}</p>
      <Form.Item name="answer" label={say.answer} required>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </FormButton>
  )
}
