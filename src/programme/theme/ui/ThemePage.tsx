import { useRead } from '#web/api.ts'
import { sayInstant } from '#web/days.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { DeskLink, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages } from '../messages-gate.ts'
import { storyMessages } from '../messages-story.ts'
import { MarkPicture } from '../pages/MarkPicture.tsx'
import { questions } from '../rules/questions.ts'
import { AnyBranch } from './AnyBranch.tsx'
import { ReviewSheet } from './ReviewSheet.tsx'
import { Revision, RevisionVerbs } from './Revision.tsx'
import { SecretsCheck, Verbs } from './ThemeActs.tsx'
import { Nearest, Route, type ShownTheme, Texts, Trail } from './ThemeParts.tsx'

/** One theme: what it says, where it stands, what this person can do, near themes, its trail. */
export function ThemePage() {
  const say = useSay(themeMessages)
  const theme = useParam('theme')
  const read = useRead(themeContract.readTheme, { theme })
  return (
    <Screen
      title={read.data?.name ?? say.theme}
      lead={read.data && <Mark hot={read.data.allowed.length > 0}>{say[read.data.state]}</Mark>}
      actions={
        read.data && (
          <>
            <Verbs theme={read.data} />
            <RevisionVerbs theme={read.data} />
          </>
        )
      }
    >
      <Shown read={read}>{(view) => <About theme={view} />}</Shown>
    </Screen>
  )
}

function About({ theme }: { theme: ShownTheme }) {
  const say = useSay(themeMessages)
  const story = useSay(storyMessages)
  const gate = useSay(gateMessages)
  const { notice } = theme
  const reviews = theme.results.length > 0
  return (
    <>
      {theme.reasons && (
        <div className="problem">
          <p>
            <b>{say.reasons}</b>：{theme.reasons}
          </p>
        </div>
      )}
      <Revision theme={theme} />
      {theme.nobody && (
        <div className="problem">
          <p>{gate.nobody}</p>
        </div>
      )}
      <Part title={say.theme}>
        {theme.mark && <MarkPicture theme={theme.id} words={theme.mark} />}
        <Texts theme={theme} without={reviews ? questions : []} />
      </Part>
      {reviews && <ReviewSheet theme={theme} />}
      {theme.allowed.includes('check') && <SecretsCheck theme={theme} />}
      <AnyBranch hint={theme.hint} />
      {reviews && <Nearest rows={theme.nearest} nearFrom={theme.nearFrom} />}
      <Part title={say.state}>
        <FieldList
          fields={[
            { label: say.branch, value: theme.branch.name },
            {
              label: story.story,
              value: <a href={`/stories/${theme.branch.id}`}>{story.see}</a>,
            },
            { label: say.region, value: theme.region },
            { label: say.year, value: theme.year },
            { label: say.draftedBy, value: theme.draftedBy },
            { label: say.round, value: theme.round || null },
            { label: say.route, value: theme.route.length > 0 && <Route theme={theme} /> },
            {
              label: say.at,
              value:
                theme.at &&
                `${theme.at.name} · ${say.waited} ${theme.waitedDays} ${say.days}${theme.dueOn ? ` · ${theme.late ? gate.late : gate.by} ${theme.dueOn}` : ''}`,
            },
            { label: say.since, value: sayInstant(theme.since) },
            { label: say.checkedBy, value: theme.checkedBy },
            { label: say.notice, value: notice && <DeskLink to={`/notices/${notice.id}`}>{say.open}</DeskLink> },
            { label: say.lastDay, value: notice && `${notice.lastDay} 24:00` },
            { label: say.scope, value: theme.scope && say[theme.scope] },
            { label: say.openObjections, value: notice?.openObjections || null },
            { label: say.effectiveOn, value: theme.effectiveOn },
            {
              label: say.adopted,
              value:
                theme.adoption &&
                `${say.suggestions} ${theme.adoption.suggestions} · ${say.meetingOn} ${theme.adoption.meetingOn} · ${say.present} ${theme.adoption.present}${theme.adoption.inFavour === undefined ? '' : ` · ${say.inFavour} ${theme.adoption.inFavour}`}\n${theme.adoption.takenUp}`,
            },
          ].filter(({ value }) => value)}
        />
      </Part>
      {!reviews && <Nearest rows={theme.nearest} nearFrom={theme.nearFrom} />}
      <Trail theme={theme} />
    </>
  )
}
