import { fill, labelsIn } from '#basics/messages.ts'
import type { PageRequest } from '#portal/page.ts'
import { noticeContract } from '../contract.ts'
import { noticeMessages } from '../messages.ts'
import { Wordings } from './Digest.tsx'

/** What was said on a notice and what was answered, for those concerned: opinions, and the substance of objections. */
export async function voices(request: PageRequest, notice: string) {
  const { language } = request
  const say = labelsIn(noticeMessages, language)
  const { rows: opinions } = await request.ask(noticeContract.listOpinions, { notice, limit: 50 })
  const { rows: objections } = await request.ask(noticeContract.listObjections, { notice })
  return (
    <section>
      <h2>
        {say.opinions} {opinions.length} · {say.objections} {objections.length}
      </h2>
      <ul className="cards">
        {objections.map((objection) => (
          <li key={objection.id}>
            <p>
              <span className="tag hot">{say.objections}</span>
              <span className="meta">{objection.raisedOn}</span>
            </p>
            <p>{objection.substance ?? say.notPassedOn}</p>
            {objection.result && (
              <p>
                <b>{say[objection.result]}</b>：{objection.reply}
              </p>
            )}
          </li>
        ))}
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <p>
              {opinion.number !== null && <b>{fill(say.opinionNumber, { number: opinion.number })} </b>}
              <span className="tag">{opinion.disposition ? say[opinion.disposition] : say.unanswered}</span>
              <span className="meta">{opinion.givenOn}</span>
            </p>
            <p>{opinion.text}</p>
            {opinion.reply && (
              <p>
                <b>{say.reply}</b>：{opinion.reply}
              </p>
            )}
            {opinion.asIn !== null && <p className="meta">{fill(say.sameWordsAs, { number: opinion.asIn })}</p>}
            <Wordings wordings={opinion.wordings} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}
