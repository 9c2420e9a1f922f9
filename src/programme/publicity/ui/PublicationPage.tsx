import { buildingMessages } from '#programme/building/messages.ts'
import { useRead } from '#web/api.ts'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { publicityContract } from '../contract.ts'
import { publicityMessages } from '../messages.ts'
import { Approval, Check, type ShownPublication, Verbs } from './PublicationActs.tsx'

/** One publication: what it says, whom it names, what this person can do, its way. */
export function PublicationPage() {
  const say = useSay(publicityMessages)
  const publication = useParam('publication')
  const read = useRead(publicityContract.readPublication, { publication })
  return (
    <Screen
      title={read.data?.title ?? say.publication}
      lead={
        read.data && (
          <Mark hot={read.data.allowed.length > 0 && read.data.state !== 'published'}>{say[read.data.state]}</Mark>
        )
      }
      actions={read.data && <Verbs publication={read.data} />}
    >
      <Shown read={read}>{(view) => <About publication={view} />}</Shown>
    </Screen>
  )
}

function About({ publication }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages)
  const { allowed, brand } = publication
  return (
    <>
      {publication.reasons && (
        <div className="part">
          <p>
            <b>{say.reasons}</b>：{publication.reasons}
          </p>
        </div>
      )}
      <Part title={say.publication}>
        <p className="said">{publication.text}</p>
        <Records publication={publication} />
      </Part>
      <Names publication={publication} />
      {allowed.includes('check') && <Check publication={publication} />}
      {allowed.includes('approve') && <Approval publication={publication} />}
      <Part title={say.state}>
        <FieldList
          fields={[
            { label: say.branch, value: publication.branch.name },
            { label: say.brand, value: brand && <DeskLink to={`/themes/${brand.id}`}>{brand.name}</DeskLink> },
            { label: say.kind, value: say[publication.kind] },
            { label: say.scope, value: say[publication.scope] },
            { label: say.checkedBy, value: publication.checkedBy },
            { label: say.approvedBy, value: publication.approvedBy },
            {
              label: say.publishedOn,
              value: publication.publishedOn && (
                <a href={`/publications/${publication.id}`}>{publication.publishedOn}</a>
              ),
            },
          ]}
        />
      </Part>
      <Trail publication={publication} />
    </>
  )
}

function Records({ publication }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages)
  const kinds = useSay(buildingMessages)
  return (
    <>
      <h3>{say.records}</h3>
      <ul>
        {publication.records.map(({ record, happenedOn, kind, sentence, now }) => (
          <li key={record}>
            {happenedOn} · {kinds[kind]} · {sentence}
            {now === 'corrected' && (
              <>
                {' '}
                <Mark hot>{say.corrected}</Mark>
              </>
            )}
            {now === 'withdrawn' && (
              <>
                {' '}
                <Mark hot>{say.recordWithdrawn}</Mark>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Names({ publication: { consent } }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages)
  if (!consent) return null
  return (
    <Part title={say.names}>
      <p>{say[consent.names]}</p>
      {consent.people.length > 0 && (
        <ul>
          {consent.people.map(({ name, consentedOn, way }) => (
            <li key={name}>
              <b>{name}</b> · {consentedOn} · {say[way]}
            </li>
          ))}
        </ul>
      )}
      {consent.unstated.length > 0 && (
        <div className="part">
          <p>
            {say.unstated}
            <b>{consent.unstated.join('、')}</b>
          </p>
        </div>
      )}
    </Part>
  )
}

function Trail({ publication: { trail } }: { publication: ShownPublication }) {
  const say = useSay(publicityMessages) as Record<string, string>
  if (trail.length === 0) return null
  return (
    <Part title={say.trail!}>
      <ol>
        {trail.map(({ step, by, at, comment }) => (
          <li key={at + step}>
            <b>{say[`step.${step}`]}</b> {by} · {sayInstant(at)}
            {comment && <p>{comment}</p>}
          </li>
        ))}
      </ol>
    </Part>
  )
}
