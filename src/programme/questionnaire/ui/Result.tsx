import type { OutputOf } from '#basics/contract.ts'
import { listsBy } from '#basics/lists.ts'
import { fill } from '#basics/messages.ts'
import { useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import type { questionnaireContract } from '../contract.ts'
import { questionnaireMessages } from '../messages.ts'

type View = OutputOf<typeof questionnaireContract.readQuestionnaire>
type Told = NonNullable<View['result']>[number]
type Question = View['questions'][number]
type Atom = Extract<Told, { told: 'counts' }>['atoms'][number]

/** The questions, each with what is told of it. */
export function QuestionsAsked({ questionnaire }: { questionnaire: View }) {
  const say = useSay(questionnaireMessages)
  const { questions, result } = questionnaire
  return (
    <Part title={result ? say.result : say.questions}>
      {questions.map((question, at) => (
        <section key={question.text} className="part">
          <h3>
            {at + 1}. {question.text} <Mark>{say[question.kind]}</Mark>{' '}
            {question.aboutSelf && <Mark>{say.aboutSelfMark}</Mark>}
          </h3>
          {result ? <What question={question} told={result[at]!} /> : <p>{question.options.join(' / ')}</p>}
        </section>
      ))}
    </Part>
  )
}

function What({ question, told }: { question: Question; told: Told }) {
  const say = useSay(questionnaireMessages)
  if (told.told === 'nearly-all') return <p>{fill(say.nearlyAll, { option: question.options[told.option] ?? '' })}</p>
  if (told.told === 'partly')
    return (
      <>
        <ul>
          {question.options.map((option, at) => {
            const count = told.counts[at]
            return typeof count === 'number' && <li key={option}>{`${option} ${share(count, told.answers)}`}</li>
          })}
          {told.rest !== null && <li>{`${say.rest} ${share(told.rest, told.answers)}`}</li>}
        </ul>
        <p className="hint">
          {say.answers} {told.answers} · {say.partly}
        </p>
      </>
    )
  if (told.told === 'texts')
    return (
      <>
        <p className="hint">{say.texts}</p>
        <ul>
          {[...listsBy(told.texts, (text) => text)].map(([text, same]) => (
            <li key={text}>{same.length > 1 ? fill(say.sameText, { text, count: same.length }) : text}</li>
          ))}
        </ul>
      </>
    )
  if (told.told === 'nothing' || told.atoms.length === 0)
    return <p>{question.kind === 'text' ? say.noText : say.nothing}</p>
  return <Counts question={question} atoms={told.atoms} />
}

function Counts({ question, atoms }: { question: Question; atoms: Atom[] }) {
  const say = useSay(questionnaireMessages)
  const total = {
    answers: atoms.reduce((sum, { answers }) => sum + answers, 0),
    counts: question.options.map((_, at) => atoms.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)),
  }
  const nameOf = ({ groups }: Atom) =>
    groups.length === 1 ? groups[0]!.name : fill(say.together, { first: groups[0]!.name, count: groups.length })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard
    <section className="table-wrap" tabIndex={0} aria-label={question.text}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.group}</th>
            {question.options.map((option) => (
              <th key={option} scope="col" className="right">
                {option}
              </th>
            ))}
            <th scope="col" className="right">
              {say.answers}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say.all}</th>
            {total.counts.map((count, at) => (
              <td key={question.options[at]} className="right">
                {share(count, total.answers)}
              </td>
            ))}
            <td className="right">{total.answers}</td>
          </tr>
          {atoms.length > 1 &&
            atoms.map((atom) => (
              <tr key={atom.groups[0]!.id}>
                <th scope="row" title={atom.groups.map(({ name }) => name).join('、')}>
                  {nameOf(atom)}
                </th>
                {atom.counts.map((count, at) => (
                  <td key={question.options[at]} className="right">
                    {share(count, atom.answers)}
                  </td>
                ))}
                <td className="right">{atom.answers}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}

/** A count with its share in whole per cent, rounded half up: 12 (60%). */
function share(count: number, answers: number): string {
  return `${count} (${Math.floor((count * 200 + answers) / (answers * 2))}%)`
}
