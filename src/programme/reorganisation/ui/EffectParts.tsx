import type { OutputOf } from '#basics/contract.ts'
import { fill } from '#basics/messages.ts'
import { organisationMessages } from '#programme/organisation/messages.ts'
import { structureMessages } from '#programme/organisation/messages-structure.ts'
import { unitKinds } from '#programme/organisation/rules/units.ts'
import { useSay } from '#web/language.ts'
import { DeskLink } from '#web/place.tsx'
import { Part } from '#web/Screen.tsx'
import type { reorganisationContract } from '../contract.ts'
import { reorganisationMessages } from '../messages.ts'

type Effect = NonNullable<OutputOf<typeof reorganisationContract.readReorganisation>['effect']>

/** What follows from an act, in sentences, and the structure around it before and after. */
export function EffectParts({ effect, done, of }: { effect: Effect; done: boolean; of: 'organisation' | 'unit' }) {
  const say = useSay(reorganisationMessages)
  return (
    <>
      <Part title={say.effect}>
        <p>{effect.lines.length === 0 ? say.noEffect : done ? say.effectDid : say.effectWill}</p>
        {effect.lines.length > 0 && (
          <ul>
            {effect.lines.map((line) => (
              <li key={line.text}>
                {line.theme && done ? <DeskLink to={`/themes/${line.theme}`}>{line.text}</DeskLink> : line.text}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <div className="before-after">
        <Part title={say.before}>
          <Places rows={effect.before} of={of} />
        </Part>
        <Part title={say.after}>
          <Places rows={effect.after} of={of} />
        </Part>
      </div>
    </>
  )
}

function Places({ rows, of }: { rows: Effect['before']; of: 'organisation' | 'unit' }) {
  const say = useSay(reorganisationMessages)
  const organisation = useSay(organisationMessages)
  const structure = useSay(structureMessages)
  if (rows.length === 0) return <p className="empty">{say.nothingThere}</p>
  const kindOf = (kind: string) =>
    (unitKinds as readonly string[]).includes(kind) && of === 'unit'
      ? structure[kind as (typeof unitKinds)[number]]
      : organisation[kind as 'branch']
  return (
    <ul className="placed">
      {rows.map((row) => (
        <li key={row.id} className={row.party ? 'party' : undefined} style={{ paddingLeft: row.level * 20 }}>
          {row.name}
          <small>
            {[
              kindOf(row.kind),
              row.region,
              row.units.join('、'),
              fill(of === 'unit' ? say.tiedCount : say.people, { count: row.people }),
              row.theme && fill(say.themeIs, { name: row.theme }),
              row.party && say.party,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  )
}
