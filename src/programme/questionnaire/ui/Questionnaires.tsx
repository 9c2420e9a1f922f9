import type { InputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { questionnaireContract } from '../contract.ts'
import { questionnaireMessages } from '../messages.ts'
import { questionnaireStates } from '../rules/questionnaire.ts'
import { NewQuestionnaire } from './QuestionnaireForm.tsx'

type Filter = Omit<InputOf<typeof questionnaireContract.listQuestionnaires>, 'cursor' | 'limit'>

/** The questionnaires that concern one's organisations. */
export function Questionnaires() {
  const say = useSay(questionnaireMessages)
  const [filters, setFilters] = useFilters({ state: '', search: '' })
  return (
    <Screen title={say.title} lead={say.lead} actions={<NewQuestionnaire />}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          {
            name: 'state',
            label: say.state,
            options: questionnaireStates.map((value) => ({ value, label: say[value] })),
          },
          { name: 'search', label: say.search },
        ]}
      />
      <DataTable
        operation={questionnaireContract.listQuestionnaires}
        input={given(filters) as Filter}
        rowKey={(row) => row.id}
        caption={say.title}
        empty={say.empty}
        columns={[
          {
            key: 'title',
            title: say.name,
            render: (row) => <DeskLink to={`/questionnaires/${row.id}`}>{row.title}</DeskLink>,
          },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'asked', title: say.asked, width: 110, align: 'right', render: (row) => row.asked },
          { key: 'lastDay', title: say.lastDay, width: 130, render: (row) => row.lastDay },
          {
            key: 'state',
            title: say.state,
            width: 100,
            render: (row) => <Mark hot={row.state === 'open'}>{say[row.state]}</Mark>,
          },
        ]}
      />
    </Screen>
  )
}
