import { Drawer } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import { given, useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { DataTable } from '#web/DataTable.tsx'
import { FilterBar } from '#web/FilterBar.tsx'
import { useSay } from '#web/language.ts'
import { holdsOne, useMe } from '#web/me.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useFilters } from '#web/place.tsx'
import { FieldList, Screen } from '#web/Screen.tsx'
import { frameWords } from '#web/words.ts'
import { organisationContract, organisationKinds } from '../contract.ts'
import { organisationMessages } from '../messages.ts'
import { seePeople, seePosts } from '../rules/people.ts'

type Organisation = OutputOf<typeof organisationContract.readOrganisation>

/** The organisations within reach, by structure; one opens beside the list. */
export function Organisations() {
  const say = useSay(organisationMessages)
  const [filters, setFilters] = useFilters({ search: '', kind: '', region: '', parent: '' })
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Screen title={say.organisations}>
      <FilterBar
        value={filters}
        onChange={(change) => setFilters({ ...change, parent: '' })}
        fields={[
          { name: 'search', label: say.search },
          {
            name: 'kind',
            label: say.kind,
            options: organisationKinds.map((kind) => ({ value: kind, label: say[kind] })),
          },
          { name: 'region', label: say.region },
        ]}
      />
      <DataTable
        operation={organisationContract.listOrganisations}
        input={given(filters) as Record<string, never>}
        rowKey={(row) => row.id}
        caption={say.organisations}
        columns={[
          {
            key: 'name',
            title: say.organisation,
            render: (row) => (
              <button type="button" className="as-link" onClick={() => setOpen(row.id)}>
                {row.name}
              </button>
            ),
          },
          { key: 'kind', title: say.kind, render: (row) => say[row.kind] },
          { key: 'parent', title: say.parent, render: (row) => row.parent?.name },
          { key: 'region', title: say.region, render: (row) => row.region },
          { key: 'unit', title: say.unit, render: (row) => row.unit },
          { key: 'branches', title: say.branches, align: 'right', render: (row) => row.branches },
        ]}
      />
      <Detail
        id={open}
        close={() => setOpen(null)}
        below={(parent) => setFilters({ search: '', kind: '', region: '', parent })}
      />
    </Screen>
  )
}

function Detail({ id, close, below }: { id: string | null; close: () => void; below: (parent: string) => void }) {
  const frame = useSay(frameWords)
  const read = useRead(organisationContract.readOrganisation, { organisation: id ?? '' }, { enabled: id !== null })
  return (
    <Drawer
      open={id !== null}
      onClose={close}
      size={480}
      title={read.data?.name ?? frame.loading}
      closable={{ 'aria-label': frame.close }}
      destroyOnHidden
    >
      <Shown read={read}>
        {(view) => (
          <About
            view={view}
            below={() => {
              below(view.id)
              close()
            }}
          />
        )}
      </Shown>
    </Drawer>
  )
}

function About({ view, below }: { view: Organisation; below: () => void }) {
  const say = useSay(organisationMessages)
  const me = useMe()
  return (
    <>
      <FieldList
        fields={[
          { label: say.kind, value: say[view.kind] },
          { label: say.shortName, value: view.shortName },
          { label: say.parent, value: view.parent?.name },
          { label: say.region, value: view.region },
          { label: say.unit, value: view.unit },
          { label: say.branches, value: view.branches },
          { label: say.setUpOn, value: view.setUpOn },
        ]}
      />
      <ul>
        {view.kind !== 'branch' && (
          <li>
            <button type="button" className="as-link" onClick={below}>
              {say.below}
            </button>
          </li>
        )}
        {holdsOne(me, ...seePeople) && (
          <li>
            <DeskLink to={`/people?organisation=${view.id}`}>{say.peopleHere}</DeskLink>
          </li>
        )}
        {holdsOne(me, ...seePosts) && (
          <li>
            <DeskLink to={`/posts?organisation=${view.id}`}>{say.postsHere}</DeskLink>
          </li>
        )}
      </ul>
      {holdsOne(me, 'system-admin', 'security-admin', 'audit-admin') && (
        <ActionButton
          operation={organisationContract.issueCodes}
          input={{ organisation: view.id }}
          confirm={say.issueAllSure}
        >
          {say.issueCodes}
        </ActionButton>
      )}
    </>
  )
}
