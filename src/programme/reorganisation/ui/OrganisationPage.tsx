import type { OutputOf } from '#basics/contract.ts'
import { organisationContract } from '#programme/organisation/contract.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { useRead } from '#web/api.ts'
import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { Below, FieldList, Part, Screen } from '#web/Screen.tsx'
import { reorganisationContract } from '../contract.ts'
import { reorganisationMessages } from '../messages.ts'

type Organisation = OutputOf<typeof organisationContract.readOrganisation>
type Places = OutputOf<typeof structureContract.listPlaces>
type Acts = OutputOf<typeof reorganisationContract.listReorganisationsOf>['rows']

/** One organisation: what it is, what it was called and where it stood, and every act with its document. */
export function OrganisationPage() {
  const organisation = useParam('organisation')
  const say = useSay(reorganisationMessages)
  const read = useRead(organisationContract.readOrganisation, { organisation })
  const places = useRead(structureContract.listPlaces, { organisation })
  const acts = useRead(reorganisationContract.listReorganisationsOf, { organisation })
  return (
    <Screen title={read.data?.name ?? say.history}>
      <Shown read={read}>{(view) => <About view={view} />}</Shown>
      <Below>
        <Part title={say.acts}>
          <Shown read={acts}>{({ rows }) => <ActsOf rows={rows} />}</Shown>
        </Part>
        <Shown read={places}>{(known) => <PlacesOf known={known} />}</Shown>
      </Below>
    </Screen>
  )
}

function About({ view }: { view: Organisation }) {
  const say = { ...useSay(organisationMessages), ...useSay(structureMessages) }
  const kinds = useSay(organisationMessages)
  return (
    <FieldList
      fields={[
        { label: say.kind, value: kinds[view.kind] },
        { label: say.shortName, value: view.shortName },
        {
          label: say.parent,
          value: view.parent && <DeskLink to={`/organisations/${view.parent.id}`}>{view.parent.name}</DeskLink>,
        },
        { label: say.region, value: view.region },
        { label: say.unit, value: view.units.map(({ name }) => name).join('、') },
        { label: say.branches, value: view.branches },
        { label: say.setUpOn, value: view.setUpOn },
        ...(view.dissolvedOn ? [{ label: say.dissolvedOn, value: view.dissolvedOn }] : []),
        ...(view.successor
          ? [
              {
                label: say.successor,
                value: <DeskLink to={`/organisations/${view.successor.id}`}>{view.successor.name}</DeskLink>,
              },
            ]
          : []),
      ]}
    />
  )
}

function ActsOf({ rows }: { rows: Acts }) {
  const say = useSay(reorganisationMessages)
  return (
    <WholeTable
      rows={rows}
      rowKey={(row) => row.id}
      caption={say.acts}
      empty={say.none}
      columns={[
        {
          key: 'title',
          title: say.what,
          render: (row) => <DeskLink to={`/reorganisations/${row.id}`}>{row.title}</DeskLink>,
        },
        { key: 'effectiveOn', title: say.effectiveOn, render: (row) => row.effectiveOn },
        { key: 'document', title: say.document, render: (row) => row.document },
        { key: 'issuer', title: say.issuer, render: (row) => row.issuer },
        { key: 'state', title: say.state, render: (row) => say[row.state] },
      ]}
    />
  )
}

function PlacesOf({ known }: { known: Places }) {
  const say = useSay(reorganisationMessages)
  const organisation = useSay(organisationMessages)
  const until = (day: string | null) => day ?? say.stillSo
  return (
    <>
      <Part title={say.places}>
        <WholeTable
          rows={known.places}
          rowKey={(row) => row.fromOn}
          caption={say.places}
          empty={say.none}
          columns={[
            { key: 'name', title: say.newName, render: (row) => row.name },
            { key: 'kind', title: organisation.kind, render: (row) => organisation[row.kind] },
            { key: 'parent', title: organisation.parent, render: (row) => row.parent?.name },
            { key: 'region', title: organisation.region, render: (row) => row.region },
            { key: 'from', title: say.from, render: (row) => row.fromOn },
            { key: 'until', title: say.until, render: (row) => until(row.untilOn) },
          ]}
        />
      </Part>
      {known.ties.length > 0 && (
        <Part title={say.ties}>
          <WholeTable
            rows={known.ties}
            rowKey={(row) => `${row.id} ${row.fromOn}`}
            caption={say.ties}
            empty={say.none}
            columns={[
              { key: 'name', title: say.unit, render: (row) => row.name },
              { key: 'from', title: say.from, render: (row) => row.fromOn },
              { key: 'until', title: say.until, render: (row) => until(row.untilOn) },
            ]}
          />
        </Part>
      )}
    </>
  )
}
