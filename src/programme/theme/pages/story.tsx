import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { labelsIn } from '#basics/messages.ts'
import type { Page, PageRequest } from '#portal/page.ts'
import { noticeMessages } from '#programme/notice/messages.ts'
import { Compared } from '#programme/notice/pages/Compared.tsx'
import { storyContract } from '../contract-story.ts'
import { themeMessages } from '../messages.ts'
import { callMessages } from '../messages-call.ts'
import { revisionMessages } from '../messages-revision.ts'
import { storyMessages } from '../messages-story.ts'

type Story = OutputOf<typeof storyContract.readStory>

/** 主题沿革: what a branch built its brand around over the years, as far as it is disclosed to whoever reads it. */
export const storyPage: Page = {
  path: '/stories/:story',
  async render(request) {
    const { language } = request
    const say = labelsIn(storyMessages, language)
    const story = await request.ask(storyContract.readStory, { story: request.params.story! })
    return {
      title: `${say.story} · ${story.branch.name}`,
      section: 'wall',
      body: (
        <>
          <p className="hint">{say.lead}</p>
          {story.themes.length === 0 && <p className="empty">{say.nothing}</p>}
          {story.themes.map((theme) => (
            <Chapter key={theme.id} request={request} theme={theme} />
          ))}
          {story.confirmations.length > 0 && (
            <section className="card">
              <h2>{say.confirmations}</h2>
              <ul>
                {story.confirmations.map(({ year, answeredOn, by, sentence }) => (
                  <li key={answeredOn}>
                    {year} · {sayDay(answeredOn, language)} · {by} {sentence}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ),
    }
  },
}

function Chapter({ request, theme }: { request: PageRequest; theme: Story['themes'][number] }) {
  const { language } = request
  const say = labelsIn(storyMessages, language)
  const themes = labelsIn(themeMessages, language) as Record<string, string>
  const words = { ...labelsIn(revisionMessages, language), ...labelsIn(callMessages, language) }
  const on = (day: string) => sayDay(day, language)
  return (
    <section className="card">
      <h2>{theme.name}</h2>
      <p className="meta">
        <span className="tag">{themes[theme.state]}</span>
        {theme.effectiveOn ? `${say.from} ${on(theme.effectiveOn)}` : `${say.drafted} ${on(theme.draftedOn)}`}
        {theme.endedOn && ` · ${say.until} ${on(theme.endedOn)}`}
      </p>
      {theme.secretaries.length > 0 && (
        <p className="meta">
          {say.secretary}：{theme.secretaries.join('、')}
        </p>
      )}
      {theme.stages.length > 0 && (
        <>
          <h3>{say.stages}</h3>
          <ol className="plain">
            {theme.stages.map(({ stage, ground, on: day, by, words: title }) => (
              <li key={`${stage} ${ground} ${day}`}>
                <b>{say[stage]}</b> {on(day)} · {by}
                <p className="meta">
                  {say[`ground.${ground}`]}
                  {title && ` · ${title}`}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
      {theme.revision && (
        <>
          <p>
            <span className="tag">{words[theme.revision.kind]}</span>
            <b>{say.reason}</b>：{theme.revision.reason}
          </p>
          <Compared passages={theme.revision.passages} say={labelsIn(noticeMessages, language)} />
        </>
      )}
      {theme.opinions && (
        <p className="meta">
          {say.opinions} {theme.opinions.all} · {say.adopted} {theme.opinions.adopted}
        </p>
      )}
      <details>
        <summary>{say.text}</summary>
        <dl>
          {theme.passages.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      {theme.trail.length > 0 && (
        <details>
          <summary>{themes.trail}</summary>
          <ol>
            {theme.trail.map((step) => (
              <li key={step.at + step.step}>
                <b>{themes[`step.${step.step}`]}</b> {step.by}（{step.organisation}）{' '}
                <span className="meta">{step.at.slice(0, 10)}</span>
                {step.comment && <p>{step.comment}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
      <p>
        {theme.notice && <a href={`/notices/${theme.notice}`}>{themes.seeNotice}</a>}{' '}
        {theme.call && <a href={`/my/calls/${theme.call}`}>{words.seeCall}</a>}
      </p>
    </section>
  )
}
