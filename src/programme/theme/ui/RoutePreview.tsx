import { useState } from 'react'
import type { OutputOf } from '#basics/contract.ts'
import type { OrganisationId } from '#basics/id.ts'
import { OrganisationSelect } from '#programme/organisation/ui/OrganisationSelect.tsx'
import { useRead } from '#web/api.ts'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { Mark } from '#web/Screen.tsx'
import { routeContract } from '../contract-route.ts'
import { routeMessages } from '../messages-route.ts'
import { type Above, type RoutePlan, routeFor, type Stage } from '../rules/route.ts'

type Route = OutputOf<typeof routeContract.readReviewRoute>

/** “For this branch the route is …”, by the same rule as on the server, with the plan that is shown or typed. */
export function RoutePreview({ plan }: { plan: RoutePlan | null }) {
  const say = useSay(routeMessages)
  const [branch, setBranch] = useState<string>()
  return (
    <>
      <p className="screen-lead">{say.previewHint}</p>
      <p className="pick">
        <OrganisationSelect
          kind="branch"
          label={say.branch}
          onChange={setBranch}
          {...(branch !== undefined && { value: branch })}
        />
      </p>
      {branch && <OfBranch branch={branch} plan={plan} />}
    </>
  )
}

function OfBranch({ branch, plan }: { branch: string; plan: RoutePlan | null }) {
  const read = useRead(routeContract.readReviewRoute, { organisation: branch }, { keep: true })
  return (
    <Shown read={read}>
      {(route) => (
        <ol className="reasons">
          {routeFor(plan, route.above.map(aboveFrom)).map((stage) => (
            <li key={`${stage.organisation} ${stage.posts.join()}`}>
              <StageOf stage={stage} above={route.above} />
            </li>
          ))}
        </ol>
      )}
    </Shown>
  )
}

function aboveFrom({ id, kind, root }: Route['above'][number]): Above {
  return { id: id as OrganisationId, kind, root }
}

function StageOf({ stage, above }: { stage: Stage; above: Route['above'] }) {
  const say = useSay(routeMessages)
  const at = above.find(({ id }) => id === stage.organisation)!
  const people = stage.posts.flatMap((post) => (post === 'office' ? at.office : at.secretary))
  const by = stage.posts.length > 1 ? say.either : say[stage.posts[0] === 'office' ? 'office' : 'secretary']
  const limit = stage.days === null ? `${say.days} ${say.noLimit}` : `${stage.days} ${say.days}`
  return (
    <>
      <b>{at.name}</b> · {by} · {limit}
      {!stage.mayReject && ` · ${say.onlyReturn}`} ·{' '}
      {people.length > 0 ? [...new Set(people)].join('、') : <Mark hot>{say.nobody}</Mark>}
    </>
  )
}
