import { Segmented } from 'antd'
import { useRead } from '#web/api.ts'
import { DataTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { useFilters } from '#web/place.tsx'
import { Screen } from '#web/Screen.tsx'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { useThemeColumns } from './Themes.tsx'

const lists = ['todo', 'done', 'started'] as const

/** 待办 / 已办 / 我发起的. */
export function Work() {
  const say = useSay(themeMessages)
  const [filters, setFilters] = useFilters({ list: 'todo' })
  const list = lists.find((each) => each === filters.list) ?? 'todo'
  const counts = useRead(themeContract.listMyWork, { list: 'todo', limit: 1 }).data?.counts
  return (
    <Screen title={say.work}>
      <div className="screen-lead">
        <Segmented
          aria-label={say.work}
          value={list}
          onChange={(value) => setFilters({ list: value })}
          options={lists.map((value) => ({
            value,
            label: (
              <>
                {say[value]}{' '}
                <span style={{ display: 'inline-block', minWidth: '2em' }}>{counts ? counts[value] : ''}</span>
              </>
            ),
          }))}
        />
      </div>
      <DataTable
        operation={themeContract.listMyWork}
        input={{ list }}
        rowKey={(row) => row.id}
        caption={say[list]}
        empty={say.nothingHere}
        columns={useThemeColumns()}
      />
    </Screen>
  )
}
