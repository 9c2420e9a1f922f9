import { Form, Input } from 'antd'
import type { OutputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { useFilters } from '#web/place.tsx'
import { Mark, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { organisationContract } from '../contract.ts'
import { organisationMessages } from '../messages.ts'
import { grantedPosts } from '../rules/posts.ts'

type Post = OutputOf<typeof organisationContract.listPosts>['rows'][number]

const states = ['waiting', 'held', 'ended', 'refused'] as const

/** Who holds, held or waits for which post; the security administrator decides here on those that wait. */
export function Posts() {
  const say = useSay(organisationMessages)
  const frame = useSay(frameWords)
  const [filters, setFilters] = useFilters({ state: '', post: '', search: '', organisation: '' })
  return (
    <Screen title={say.posts} lead={say.postsLead}>
      <FilterBar
        value={filters}
        onChange={(change) => setFilters({ ...change, organisation: '' })}
        fields={[
          { name: 'state', label: say.state, options: states.map((state) => ({ value: state, label: say[state] })) },
          { name: 'post', label: say.post, options: grantedPosts.map((post) => ({ value: post, label: say[post] })) },
          { name: 'search', label: say.searchPerson },
        ]}
      />
      <DataTable
        operation={organisationContract.listPosts}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.posts}
        columns={[
          { key: 'person', title: say.name, render: (row) => row.person.name },
          { key: 'post', title: say.post, render: (row) => say[row.post] },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'state', title: say.state, render: (row) => <State row={row} /> },
          { key: 'fromOn', title: say.fromOn, render: (row) => row.fromOn },
          { key: 'untilOn', title: say.untilShort, render: (row) => row.state !== 'refused' && row.untilOn },
          { key: 'by', title: say.confirmedBy, render: (row) => row.confirmedBy },
          { key: 'actions', title: frame.mark, render: (row) => row.allowed.length > 0 && <Verbs row={row} /> },
        ]}
      />
    </Screen>
  )
}

function State({ row }: { row: Post }) {
  const say = useSay(organisationMessages)
  return (
    <>
      <Mark hot={row.state === 'waiting'}>{say[row.state]}</Mark>
      {row.state === 'waiting' && row.fromFile && say.fromFile}
      {row.state === 'waiting' && row.grantedBy && `${say.grantedBy} ${row.grantedBy}`}
      {row.refusal}
    </>
  )
}

function Verbs({ row }: { row: Post }) {
  const say = useSay(organisationMessages)
  const must = useMust()
  return (
    <div className="verbs">
      {row.allowed.includes('confirm') && (
        <ActionButton
          operation={organisationContract.confirmPost}
          input={{ post: row.id }}
          confirm={`${row.person.name} · ${say[row.post]} · ${row.organisation.name}。${say.confirmSure}`}
          small
          main
        >
          {say.confirm}
        </ActionButton>
      )}
      {row.allowed.includes('refuse') && (
        <FormButton operation={organisationContract.refusePost} params={{ post: row.id }} label={say.refuse} small>
          <Form.Item name="reason" label={say.reason} rules={must}>
            <Input.TextArea rows={3} maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
      {row.allowed.includes('end') && (
        <FormButton operation={organisationContract.endPost} params={{ post: row.id }} label={say.end} small>
          <Form.Item name="untilOn" label={say.untilOn} rules={must}>
            <DayInput />
          </Form.Item>
        </FormButton>
      )}
    </div>
  )
}
