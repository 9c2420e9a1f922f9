import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextArea, TextField } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { voices } from '#programme/notice/pages/Voices.tsx'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { callMessages } from '../messages-call.ts'
import { storyMessages } from '../messages-story.ts'
import { fields, most, short } from '../rules/texts.ts'
import { AnyBranch } from './AnyBranch.tsx'
import { Mark } from './Mark.tsx'
import { MarkPicture } from './MarkPicture.tsx'
import { Nearest, type ShownTheme, Standing, Texts, Trail } from './parts.tsx'
import { Abandon, Revise, Revision } from './Revision.tsx'
import { type Calls, SubmitForm } from './Submit.tsx'
import { Yearly } from './Yearly.tsx'

/** A branch secretary's theme on a phone: propose, change, submit, take back; near themes, trail, opinions. */
export const myThemePage: Page = {
  path: '/my/theme',
  async render(request) {
    const say = labelsIn(themeMessages, request.language)
    const callWords = labelsIn(callMessages, request.language)
    const story = labelsIn(storyMessages, request.language)
    const branches = (request.me?.posts ?? []).filter(
      ({ post, organisationKind }) => post === 'secretary' && organisationKind === 'branch',
    )
    const wished = request.query.get('organisation')
    const branch = branches.find(({ organisation }) => organisation === wished) ?? branches[0]
    if (!branch) {
      if (!request.me) await request.ask(themeContract.listMyWork, { list: 'todo', limit: 1 })
      return { title: say.myTheme, section: 'my', body: <p className="empty">{say.nothingHere}</p> }
    }
    const { underWay, inForce, mayDraft, calls, usualComparison } = await request.ask(themeContract.readMyTheme, {
      organisation: branch.organisation,
    })
    const heard = underWay?.notice ?? inForce?.notice
    return {
      title: `${say.myTheme} · ${branch.organisationName}`,
      section: 'my',
      body: (
        <>
          {branches.length > 1 && (
            <p>
              {branches.map(({ organisation, organisationName }) => (
                <a key={organisation} className="tag" href={`/my/theme?organisation=${organisation}`}>
                  {organisationName}
                </a>
              ))}
            </p>
          )}
          {calls.open === null && calls.adopted === null && (mayDraft || underWay?.allowed.includes('submit')) && (
            <p>
              <a href="/my/calls">{callWords.callFirst}</a>
            </p>
          )}
          {underWay && <UnderWay request={request} theme={underWay} usual={usualComparison} calls={calls} />}
          {!underWay && mayDraft && (
            <section className="card">
              <h2>{say.propose}</h2>
              <Form
                request={request}
                operation={themeContract.draftTheme}
                params={{ organisation: branch.organisation }}
                then={request.here}
              >
                <ThemeFields request={request} usual={usualComparison} />
                <Submit>{say.saveAndLook}</Submit>
              </Form>
            </section>
          )}
          {!underWay && !mayDraft && !inForce && <p className="empty">{say.noCycle}</p>}
          {inForce && (
            <section className="card">
              <h2>{say.inForceNow}</h2>
              <Standing theme={inForce} language={request.language} />
              {inForce.mark && <MarkPicture theme={inForce.id} words={inForce.mark} />}
              <Texts theme={inForce} language={request.language} />
            </section>
          )}
          {inForce && <Yearly request={request} theme={inForce} />}
          {inForce?.mayRevise && <Revise request={request} theme={inForce} />}
          {inForce && !underWay && <Nearest theme={inForce} language={request.language} />}
          <p>
            <a href={`/stories/${branch.organisation}`}>{story.see}</a>
          </p>
          {heard && (await voices(request, heard.id))}
        </>
      ),
    }
  },
}

function UnderWay({
  request,
  theme,
  usual,
  calls,
}: {
  request: PageRequest
  theme: ShownTheme
  usual: string
  calls: Calls
}) {
  const { language } = request
  const say = labelsIn(themeMessages, language)
  const writes = theme.allowed.includes('change')
  return (
    <>
      <section className="card">
        <h2>{theme.name}</h2>
        <Standing theme={theme} language={language} />
        {theme.reasons && (
          <div className="problem">
            <p>
              <b>{say.reasons}</b>：{theme.reasons}
            </p>
          </div>
        )}
        {writes ? (
          <Form request={request} operation={themeContract.changeTheme} params={{ theme: theme.id }}>
            <ThemeFields request={request} theme={theme} usual={usual} />
            <Submit plain>{say.saveAndLook}</Submit>
          </Form>
        ) : (
          <Texts theme={theme} language={language} />
        )}
      </section>
      <Mark request={request} theme={theme} />
      <Revision request={request} theme={theme} />
      <AnyBranch theme={theme} language={language} />
      <Nearest theme={theme} language={language} />
      {theme.allowed.includes('submit') && <SubmitForm request={request} theme={theme} calls={calls} />}
      {theme.allowed.includes('withdraw') && (
        <Form request={request} operation={themeContract.withdrawTheme} params={{ theme: theme.id }}>
          <Submit plain>{say.withdraw}</Submit>
        </Form>
      )}
      <Abandon request={request} theme={theme} />
      <Trail theme={theme} language={language} />
    </>
  )
}

function ThemeFields({ request, theme, usual }: { request: PageRequest; theme?: ShownTheme; usual: string }) {
  const say = labelsIn(themeMessages, request.language)
  return fields.map((field) =>
    short.includes(field) ? (
      <TextField
        key={field}
        name={field}
        label={say[field]}
        hint={say[`${field}Hint`]}
        required={field === 'name'}
        maxLength={most[field]}
        value={theme?.texts[field] || (field === 'comparison' ? usual : undefined)}
      />
    ) : (
      <TextArea
        key={field}
        name={field}
        label={say[field]}
        hint={say[`${field}Hint`]}
        rows={4}
        maxLength={most[field]}
        value={theme?.texts[field]}
      />
    ),
  )
}
