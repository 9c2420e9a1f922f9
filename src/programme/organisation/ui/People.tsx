import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { given } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { DayInput } from '#web/days.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { useMust } from '#web/Problem.tsx'
import { useFilters } from '#web/place.tsx'
import { FieldList, Mark, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { accountStates, organisationContract } from '../contract.ts'
import { organisationMessages } from '../messages.ts'
import { grantedPosts } from '../rules/posts.ts'
import { OrganisationSelect } from './OrganisationSelect.tsx'

type Person = OutputOf<typeof organisationContract.readPerson>
type Code = OutputOf<typeof organisationContract.issueCode>

/** The people one is responsible for; administrators keep their accounts here. */
export function People() {
  const say = useSay(organisationMessages)
  const frame = useSay(frameWords)
  const [filters, setFilters] = useFilters({ search: '', account: '', organisation: '' })
  const [code, setCode] = useState<Code | null>(null)
  return (
    <Screen title={say.people}>
      <FilterBar
        value={filters}
        onChange={(change) => setFilters({ ...change, organisation: '' })}
        fields={[
          { name: 'search', label: say.searchPerson },
          {
            name: 'account',
            label: say.account,
            options: accountStates.map((state) => ({ value: state, label: say[state] })),
          },
        ]}
      />
      <DataTable
        operation={organisationContract.listPeople}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.people}
        columns={[
          { key: 'name', title: say.name, render: (row) => row.name },
          { key: 'staffNo', title: say.staffNo, render: (row) => row.staffNo },
          { key: 'kind', title: say.kind, render: (row) => say[row.kind] },
          { key: 'organisation', title: say.organisation, render: (row) => row.organisation.name },
          { key: 'posts', title: say.posts, render: (row) => row.posts.length > 0 && <Held person={row} /> },
          {
            key: 'account',
            title: say.account,
            render: (row) => row.account && <Mark hot={row.account === 'disabled'}>{say[row.account]}</Mark>,
          },
          {
            key: 'actions',
            title: frame.mark,
            render: (row) => row.allowed.length > 0 && <Verbs person={row} onCode={setCode} />,
          },
        ]}
      />
      <Modal
        open={code !== null}
        title={say.activationCode}
        footer={null}
        onCancel={() => setCode(null)}
        closable={{ 'aria-label': frame.close }}
      >
        <p>
          <b>{say.codeOnce}</b>
        </p>
        <FieldList
          fields={[
            { label: say.name, value: code?.name },
            { label: say.login, value: code?.login },
            { label: say.activationCode, value: <code>{code?.code}</code> },
          ]}
        />
      </Modal>
    </Screen>
  )
}

function Held({ person }: { person: Person }) {
  const say = useSay(organisationMessages)
  return (
    <>
      {person.posts.map(({ post, organisation, organisationName }) => (
        <div key={`${post} ${organisation}`}>
          {say[post]}
          {organisation !== person.organisation.id && `（${organisationName}）`}
        </div>
      ))}
    </>
  )
}

function Verbs({ person, onCode }: { person: Person; onCode: (code: Code) => void }) {
  const say = useSay(organisationMessages)
  const { allowed, id } = person
  return (
    <div className="verbs">
      {allowed.includes('grant') && <Grant person={person} />}
      {allowed.includes('issue-code') && (
        <ActionButton
          operation={organisationContract.issueCode}
          input={{ person: id }}
          confirm={say.issueSure}
          once={false}
          small
          onDone={onCode}
        >
          {say.issueCode}
        </ActionButton>
      )}
      {allowed.includes('disable') && (
        <ActionButton
          operation={organisationContract.disableAccount}
          input={{ person: id }}
          confirm={say.disableSure}
          small
        >
          {say.disable}
        </ActionButton>
      )}
      {allowed.includes('enable') && (
        <ActionButton
          operation={organisationContract.enableAccount}
          input={{ person: id }}
          confirm={say.enableSure}
          small
        >
          {say.enable}
        </ActionButton>
      )}
    </div>
  )
}

function Grant({ person }: { person: Person }) {
  const say = useSay(organisationMessages)
  const must = useMust()
  return (
    <FormButton
      label={say.grant}
      title={`${say.grant} · ${person.name}`}
      operation={organisationContract.grantPost}
      params={{ person: person.id }}
      initial={{ organisation: person.organisation.id }}
      small
    >
      <p>{say.postsLead}</p>
      <Form.Item name="post" label={say.post} rules={must}>
        <Select options={grantedPosts.map((post) => ({ value: post, label: say[post] }))} />
      </Form.Item>
      <Form.Item name="organisation" label={say.organisation} rules={must}>
        <OrganisationSelect known={person.organisation} />
      </Form.Item>
      <Form.Item name="fromOn" label={say.fromOn} rules={must}>
        <DayInput />
      </Form.Item>
      <Form.Item name="untilOn" label={say.untilOn}>
        <DayInput />
      </Form.Item>
    </FormButton>
  )
}
