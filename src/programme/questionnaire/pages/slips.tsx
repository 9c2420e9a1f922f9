import { sayDay } from '#basics/calendar.ts'
import type { OutputOf } from '#basics/contract.ts'
import { fill, labelsIn } from '#basics/messages.ts'
import { Form, Hidden, Submit } from '#portal/form.tsx'
import type { Page, PageRequest } from '#portal/page.ts'
import { questionnaireContract } from '../contract.ts'
import { questionnaireMessages } from '../messages.ts'
import { pictureOf } from '../picture.ts'

type Drawn = OutputOf<typeof questionnaireContract.drawSlips>

/** The slips of one group, shown once, to be printed and cut. */
export const slipsPage: Page = {
  path: '/my/questionnaires/:questionnaire/slips',
  async render(request) {
    const say = labelsIn(questionnaireMessages, request.language)
    const questionnaire = request.params.questionnaire!
    const shown = await request.ask(questionnaireContract.readQuestionnaire, { questionnaire })
    const asked = request.query.get('group') ?? ''
    const group = shown.groups.find(({ id }) => id === asked) ?? shown.groups[0]
    const drawn = request.answerOf(questionnaireContract.drawSlips)
    return {
      title: say.slipsTitle,
      section: 'my',
      body: (
        <>
          <style>{style}</style>
          <div className="screen">
            <p>
              <a href={`/desk/questionnaires/${questionnaire}`}>{say.back}</a>
            </p>
            <p>{say.slipsLead}</p>
            {drawn && <p className="hint">{say.print}</p>}
            {!drawn && group && (
              <div className="card">
                <p>
                  {shown.title} · {say.slipsFor} {group.name} · {group.slips}
                </p>
                <Form request={request} operation={questionnaireContract.drawSlips} params={{ questionnaire }} show>
                  <Hidden name="group" value={group.id} />
                  <Submit>{say.slipsMake}</Submit>
                </Form>
              </div>
            )}
          </div>
          {drawn && <Slips request={request} drawn={drawn} />}
        </>
      ),
    }
  },
}

function Slips({ request, drawn }: { request: PageRequest; drawn: Drawn }) {
  const { language } = request
  const say = labelsIn(questionnaireMessages, language)
  return (
    <ul className="slips">
      {drawn.codes.map((code) => (
        <li key={code}>
          {drawn.online && <Code text={`${drawn.link}?code=${code}`} />}
          <div>
            <p>
              <b>{drawn.title}</b>
            </p>
            <p>
              {say.until} {sayDay(drawn.lastDay, language)}
            </p>
            <p>
              {say.code} <b>{code}</b>
            </p>
            <p>{drawn.online ? fill(say.slipOnline, { link: drawn.link }) : say.slipPaper}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Code({ text }: { text: string }) {
  return <img src={`data:image/png;base64,${pictureOf(text).toString('base64')}`} width="112" height="112" alt="" />
}

const style = `
.slips{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:0}
.slips li{display:flex;gap:12px;align-items:center;border:1px dashed #767676;padding:12px;background:#fff;color:#000;break-inside:avoid}
.slips p{margin:0;overflow-wrap:anywhere;font-size:.875rem}
.slips img{flex:0 0 auto;image-rendering:pixelated}
@media print{main>h1,.screen{display:none}main{max-width:none;margin:0;padding:0}.slips{grid-template-columns:1fr 1fr}}
`.replace(/\n/g, '')
