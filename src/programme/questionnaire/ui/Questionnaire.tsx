import { Form, Input } from 'antd'
import { dayOf } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { sayMinutes } from '#programme/burden/rules/burden.ts'
import { Ahead } from '#programme/burden/ui/Ahead.tsx'
import { useRead } from '#web/api.ts'
import { ActionButton, FormButton } from '#web/ChangeForm.tsx'
import { useLanguage, useSay } from '#web/language.ts'
import { Shown, useMust } from '#web/Problem.tsx'
import { useGo, useParam } from '#web/place.tsx'
import { FieldList, Mark, Part, Screen } from '#web/Screen.tsx'
import { questionnaireContract } from '../contract.ts'
import { questionnaireMessages } from '../messages.ts'
import { ChangeQuestionnaire } from './QuestionnaireForm.tsx'
import { QuestionsAsked } from './Result.tsx'

type View = OutputOf<typeof questionnaireContract.readQuestionnaire>

/** One questionnaire: what is asked of whom and what it costs; its result once it is closed. */
export function Questionnaire() {
  const read = useRead(questionnaireContract.readQuestionnaire, { questionnaire: useParam('questionnaire') })
  return <Shown read={read}>{(questionnaire) => <One questionnaire={questionnaire} />}</Shown>
}

function One({ questionnaire }: { questionnaire: View }) {
  const say = useSay(questionnaireMessages)
  const language = useLanguage()
  const act = (done: { by: string; at: string } | null) => done && `${done.by} ${dayOf(done.at)}`
  const { online, turnout, approval, opening, closing, burden } = questionnaire
  return (
    <Screen
      title={questionnaire.title}
      lead={questionnaire.organisation.name}
      actions={<Verbs questionnaire={questionnaire} />}
    >
      <FieldList
        fields={[
          {
            label: say.state,
            value: <Mark hot={questionnaire.state === 'open'}>{say[questionnaire.state]}</Mark>,
          },
          { label: say.lastDay, value: `${questionnaire.lastDay} 24:00` },
          { label: say.purpose, value: questionnaire.purpose },
          {
            label: say.online,
            value: online ? `${say.onlineBy}（${online.legalOffice} ${online.document}）` : say.paper,
          },
          { label: say.asked, value: questionnaire.asked },
          ...(turnout ? [{ label: say.turnout, value: say[turnout] }] : []),
          { label: say.draftedBy, value: act(questionnaire.drafted) },
          ...(approval ? [{ label: say.agreed, value: act(approval) }] : []),
          ...(opening ? [{ label: say.openedBy, value: act(opening) }] : []),
          ...(closing ? [{ label: say.closedBy, value: act(closing) }] : []),
          ...(questionnaire.reason ? [{ label: say.reason, value: questionnaire.reason }] : []),
        ]}
      />
      {burden && (
        <Ahead
          ahead={burden}
          minutes={questionnaire.minutes}
          approved={approval !== null}
          words={say}
          beside={` · ${say.people} ${sayMinutes(burden.people, language)}`}
        />
      )}
      <QuestionsAsked questionnaire={questionnaire} />
      <Part title={say.groups}>
        <ul className="plain-list">
          {questionnaire.groups.map(({ id, name, slips }) => (
            <li key={id}>
              {name} · {slips}{' '}
              {questionnaire.allowed.includes('draw') && (
                <a href={`/my/questionnaires/${questionnaire.id}/slips?group=${id}`} aria-label={`${say.draw} ${name}`}>
                  {say.draw}
                </a>
              )}
            </li>
          ))}
        </ul>
      </Part>
    </Screen>
  )
}

function Verbs({ questionnaire: shown }: { questionnaire: View }) {
  const say = useSay(questionnaireMessages)
  const must = useMust()
  const go = useGo()
  const may = (verb: View['allowed'][number]) => shown.allowed.includes(verb)
  const input = { questionnaire: shown.id }
  return (
    <div className="verbs">
      {may('change') && <ChangeQuestionnaire questionnaire={shown} />}
      {may('approve') && (shown.burden?.above ?? 0) > 0 && (
        <ActionButton operation={questionnaireContract.approveQuestionnaire} input={input} confirm={say.approveSure}>
          {say.approve}
        </ActionButton>
      )}
      {may('open') && (
        <ActionButton operation={questionnaireContract.openQuestionnaire} input={input} confirm={say.openSure} main>
          {say.openIt}
        </ActionButton>
      )}
      {may('close') && (
        <ActionButton operation={questionnaireContract.closeQuestionnaire} input={input} confirm={say.closeSure} main>
          {say.close}
        </ActionButton>
      )}
      {may('abandon') && (
        <FormButton label={say.abandon} operation={questionnaireContract.abandonQuestionnaire} params={input}>
          <Form.Item name="reason" label={say.reason} rules={must}>
            <Input maxLength={200} />
          </Form.Item>
        </FormButton>
      )}
      {may('discard') && (
        <ActionButton
          operation={questionnaireContract.discardQuestionnaire}
          input={input}
          confirm={say.discardSure}
          onDone={() => go('/questionnaires')}
        >
          {say.discard}
        </ActionButton>
      )}
    </div>
  )
}
