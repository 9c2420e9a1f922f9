import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { useRead } from '#web/api.ts'
import { WholeTable } from '#web/DataTable.tsx'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink } from '#web/place.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { routeContract } from '../contract-route.ts'
import { routeMessages } from '../messages-route.ts'
import type { Plans } from './Routes.tsx'

type Gaps = OutputOf<typeof routeContract.listRouteGaps>

/** Where nobody may review, before a theme gets there, and themes that wait there now. */
export function RouteGaps({ organisation }: { organisation: string }) {
  const say = useSay(routeMessages)
  const read = useRead(routeContract.listRouteGaps, { organisation }, { keep: true })
  return (
    <Part title={say.gaps}>
      <Shown read={read}>
        {(gaps) => (
          <>
            <GapTable gaps={gaps} />
            {gaps.gaps.length > 0 && <p className="screen-lead">{say.fillPost}</p>}
            {gaps.waiting.length > 0 && <Waiting gaps={gaps} />}
          </>
        )}
      </Shown>
    </Part>
  )
}

function GapTable({ gaps: { gaps, branches } }: { gaps: Gaps }) {
  const say = useSay(routeMessages)
  const posts = useSay(organisationMessages)
  const names = (row: Gaps['gaps'][number]) => row.examples.map(({ name }) => name).join('、')
  return (
    <WholeTable<Gaps['gaps'][number]>
      rows={gaps}
      rowKey={(row) => `${row.organisation.id} ${row.posts.join()} ${row.why}`}
      caption={say.gaps}
      empty={fill(say.gapsNone, { branches })}
      columns={[
        { key: 'place', title: say.place, render: (row) => row.organisation.name },
        { key: 'by', title: say.by, render: (row) => row.posts.map((post) => posts[post]).join('/') },
        { key: 'why', title: say.why, render: (row) => <Mark hot>{say[row.why]}</Mark> },
        { key: 'branches', title: say.branches, align: 'right', render: (row) => row.branches },
        { key: 'examples', title: say.examples, render: names },
      ]}
    />
  )
}

function Waiting({ gaps: { waiting } }: { gaps: Gaps }) {
  const say = useSay(routeMessages)
  return (
    <>
      <h3>{say.waitingHere}</h3>
      <ul>
        {waiting.map(({ id, name, branch, at }) => (
          <li key={id}>
            <DeskLink to={`/themes/${id}`}>{name}</DeskLink> · {branch.name} · {at.name}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Every version, the latest first: from which day, by whom, when. */
export function RouteVersions({ plans: { versions, inForce, today } }: { plans: Plans }) {
  const say = useSay(routeMessages)
  const standing = (row: Plans['versions'][number]) => {
    if (row.fromOn > today) return <Mark>{say.toCome}</Mark>
    return row.setAt === inForce?.setAt ? <Mark hot>{say.now}</Mark> : <Mark>{say.passed}</Mark>
  }
  return (
    <Part title={say.versions}>
      <WholeTable<Plans['versions'][number]>
        rows={versions}
        rowKey={(row) => `${row.fromOn} ${row.setAt}`}
        caption={say.versions}
        empty={say.without}
        columns={[
          { key: 'from', title: say.since, render: (row) => row.fromOn },
          { key: 'standing', title: say.standing, render: standing },
          { key: 'by', title: say.setBy, render: (row) => row.setBy },
          { key: 'at', title: say.setAt, render: (row) => sayInstant(row.setAt) },
        ]}
      />
    </Part>
  )
}
