import { fill, labelsIn } from '#basics/messages.ts'
import { Form, RadioField, Submit, TextArea } from '#portal/form.tsx'
import { ListLinks } from '#portal/list-links.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { themeContract } from '../contract.ts'
import { themeMessages } from '../messages.ts'
import { gateMessages } from '../messages-gate.ts'
import { questions } from '../rules/questions.ts'
import { AnyBranch } from './AnyBranch.tsx'
import { Nearest, type ShownTheme, Standing, Texts, Trail } from './parts.tsx'
import { PhraseField, ReviewSheet } from './ReviewSheet.tsx'
import { Revision } from './Revision.tsx'

const lists = ['todo', 'done', 'started'] as const

/** What waits for a reviewer, on a phone: 待办 / 已办 / 我发起的. */
export const workPage: Page = {
  path: '/my/work',
  async render(request) {
    const say = labelsIn(themeMessages, request.language)
    const gate = labelsIn(gateMessages, request.language)
    const list = lists.find((each) => each === request.query.get('list')) ?? 'todo'
    const cursor = request.query.get('after') ?? undefined
    const { rows, next, counts } = await request.ask(themeContract.listMyWork, { list, cursor, limit: 20 })
    return {
      title: say.work,
      section: 'my',
      body: (
        <>
          <ListLinks path="/my/work" lists={lists} shown={list} say={say} counts={counts} />
          {rows.length === 0 && <p className="empty">{say.nothingHere}</p>}
          <ul className="cards">
            {rows.map((row) => (
              <li key={row.id}>
                <h2>
                  <a href={`/my/work/${row.id}`}>{row.name}</a>
                </h2>
                <p className="meta">{row.branch.name}</p>
                <p className="meta">
                  <span className="tag">{say[row.state]}</span>
                  {say.waited} {row.waitedDays} {say.days}
                </p>
                {row.near && <p className="meta">{fill(gate.nearTo, row.near)}</p>}
              </li>
            ))}
          </ul>
          {next && <a href={`/my/work?${new URLSearchParams({ list, after: next })}`}>{say.more}</a>}
        </>
      ),
    }
  },
}

/** One theme for whoever reviews or checks it. */
export const workOnThemePage: Page = {
  path: '/my/work/:theme',
  async render(request) {
    const { language } = request
    const say = labelsIn(themeMessages, language)
    const theme = await request.ask(themeContract.readTheme, { theme: request.params.theme! })
    const atDesk = theme.allowed.some((verb) => ['publicise', 'take-effect', 'send-back'].includes(verb))
    return {
      title: theme.name,
      section: 'my',
      body: (
        <>
          <section className="card">
            <p className="meta">{theme.branch.name}</p>
            <Standing theme={theme} language={language} />
            <Texts theme={theme} language={language} without={theme.results.length > 0 ? questions : []} />
          </section>
          <Revision request={request} theme={theme} />
          <AnyBranch theme={theme} language={language} />
          <Nearest theme={theme} language={language} />
          {theme.results.length > 0 && <ReviewSheet request={request} theme={theme} />}
          {theme.allowed.includes('check') && <CheckForm request={request} theme={theme} />}
          {atDesk && (
            <a className="button" href={`/desk/themes/${theme.id}`}>
              {say[theme.allowed[0]!]}
            </a>
          )}
          {(theme.allowed.includes('change') || theme.allowed.includes('withdraw')) && (
            <a className="button" href={`/my/theme?organisation=${theme.branch.id}`}>
              {say.myTheme}
            </a>
          )}
          <Trail theme={theme} language={language} />
        </>
      ),
    }
  },
}

function CheckForm({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const say = labelsIn(themeMessages, request.language)
  return (
    <section className="card">
      <h2>{say.check}</h2>
      <Form
        request={request}
        operation={themeContract.checkTheme}
        params={{ theme: theme.id }}
        then={`/my/work/${theme.id}`}
      >
        <RadioField
          name="result"
          label={say.check}
          required
          options={(['clear', 'return'] as const).map((value) => ({ value, label: say[value] }))}
        />
        <PhraseField request={request} theme={theme} />
        <TextArea name="comment" label={say.comment} hint={say.commentHint} maxLength={600} />
        <Submit>{say.send}</Submit>
      </Form>
    </section>
  )
}
