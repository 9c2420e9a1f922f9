import { Button, Form } from 'antd'
import type { InputOf, OutputOf } from '#basics/contract.ts'
import { useRead } from '#web/api.ts'
import { ActionButton } from '#web/ChangeForm.tsx'
import { useSay } from '#web/language.ts'
import { Shown } from '#web/Problem.tsx'
import { Mark, Part } from '#web/Screen.tsx'
import { themeContract } from '../contract.ts'
import { batchContract } from '../contract-batch.ts'
import { themeMessages } from '../messages.ts'
import { batchMessages } from '../messages-batch.ts'
import { passable, questions } from '../rules/questions.ts'
import { AnyBranch } from './AnyBranch.tsx'
import { Comment } from './Comment.tsx'
import { useKeys } from './keys.ts'
import { NearTo } from './NearTo.tsx'
import { given, Questions, type Typed } from './ReviewSheet.tsx'
import { Nearest, Texts } from './ThemeParts.tsx'

/** What is sent of a theme that is marked to pass. */
export type Marked = InputOf<typeof batchContract.passThemes>['items'][number]
type Looked = OutputOf<typeof batchContract.lookAtTheme>

interface Parts {
  marked: Marked | undefined
  keys: boolean
  onMark: (marked: Marked | null) => void
}

/** One theme of a batch: opening it is what lets it be passed with the others. */
export function OneOfBatch({ batch, id, ...parts }: Parts & { batch: string; id: string }) {
  const read = useRead(batchContract.lookAtTheme, { theme: id, batch })
  return <Shown read={read}>{(looked) => <Sheet looked={looked} {...parts} />}</Shown>
}

function Sheet({ looked, marked, keys, onMark }: Parts & { looked: Looked }) {
  const say = useSay(batchMessages)
  const labels = useSay(themeMessages)
  const { theme, look, round, stage } = looked
  const [form] = Form.useForm()
  const typed = Form.useWatch([], form) as { answers?: Typed; comment?: string } | undefined
  const answers = given(typed?.answers) as Marked['answers']
  const comment = typed?.comment ?? ''
  const may = passable(answers).ok
  const mark = () => may && onMark({ theme: theme.id, round, stage, look, answers, comment })
  useKeys(keys, { p: mark, ...answering(form) })
  return (
    <>
      <Part title={`${theme.name} · ${theme.branch.name}`} actions={marked && <Mark hot>{say.marked}</Mark>}>
        <NearTo near={theme.near} />
        <Texts theme={theme} without={questions} />
      </Part>
      <Part title={labels.review}>
        <Form form={form} layout="vertical" initialValues={marked ?? {}} disabled={marked !== undefined}>
          <Questions theme={theme} />
          <Comment phrases={theme.phrases} />
        </Form>
        <div className="verbs">
          {marked ? (
            <Button onClick={() => onMark(null)}>{say.unmark}</Button>
          ) : (
            <>
              <Button type="primary" disabled={!may} onClick={mark}>
                {say.mark}
              </Button>
              {theme.results
                .filter((result) => result !== 'pass')
                .map((result) => (
                  <ActionButton
                    key={result}
                    operation={themeContract.reviewTheme}
                    input={{ theme: theme.id, result, comment, answers, stage }}
                    confirm={`${labels[result]}：${theme.name}`}
                  >
                    {labels[result]}
                  </ActionButton>
                ))}
              {!may && <span className="screen-lead">{say.answerAll}</span>}
            </>
          )}
        </div>
      </Part>
      <AnyBranch hint={theme.hint} />
      <Nearest rows={theme.nearest} nearFrom={theme.nearFrom} />
    </>
  )
}

/** The keys 1 to 5: yes, and once more no. */
function answering(form: ReturnType<typeof Form.useForm>[0]): Record<string, () => void> {
  return Object.fromEntries(
    questions.map((question, at) => [
      String(at + 1),
      () => {
        const name = ['answers', question, 'answer']
        form.setFieldValue(name, form.getFieldValue(name) === 'yes' ? 'no' : 'yes')
      },
    ]),
  )
}
