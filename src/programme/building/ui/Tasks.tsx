import type { InputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { DeskLink, useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { taskContract } from '../contract-task.ts'
import { taskMessages } from '../messages-task.ts'
import { taskKinds, taskStandings } from '../rules/task.ts'
import { NewTask } from './TaskForm.tsx'

type Filter = Omit<InputOf<typeof taskContract.listTasks>, 'cursor' | 'limit'>

/** The core tasks that concern one's organisations. */
export function Tasks() {
  const say = useSay(taskMessages)
  const [filters, setFilters] = useFilters({ standing: '', kind: '', search: '' })
  return (
    <Screen title={say.tasks} lead={say.lead} actions={<NewTask />}>
      <FilterBar
        value={filters}
        onChange={setFilters}
        fields={[
          {
            name: 'standing',
            label: say.standing,
            options: taskStandings.map((value) => ({ value, label: say[value] })),
          },
          { name: 'kind', label: say.kind, options: taskKinds.map((value) => ({ value, label: say[value] })) },
          { name: 'search', label: say.search },
        ]}
      />
      <DataTable
        operation={taskContract.listTasks}
        input={given(filters) as Filter}
        rowKey={(row) => row.id}
        caption={say.tasks}
        empty={say.noTasks}
        columns={[
          { key: 'name', title: say.task, render: (row) => <DeskLink to={`/tasks/${row.id}`}>{row.name}</DeskLink> },
          { key: 'kind', title: say.kind, width: 120, render: (row) => say[row.kind] },
          { key: 'period', title: say.period, width: 200, render: (row) => `${row.from} ${say.until} ${row.to}` },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'measures', title: say.measureList, render: (row) => row.measures.map(({ name }) => name).join('、') },
          {
            key: 'standing',
            title: say.standing,
            width: 90,
            render: (row) => <Mark hot={row.standing === 'running'}>{say[row.standing]}</Mark>,
          },
        ]}
      />
    </Screen>
  )
}
