import { Button, Form, Input } from 'antd'
import { useSay } from '#web/language.ts'
import { DeskLink } from '#web/place.tsx'
import { themeMessages } from '../messages.ts'
import { phraseMessages } from '../messages-phrase.ts'
import { withPhrase } from '../rules/phrase.ts'

/** The words of a reviewer, with common phrases one press away: each is put before what stands there. */
export function Comment({ phrases }: { phrases: readonly string[] }) {
  const say = useSay(themeMessages)
  const words = useSay(phraseMessages)
  const form = Form.useFormInstance()
  const put = (phrase: string) =>
    form.setFieldsValue({ comment: withPhrase(phrase, String(form.getFieldValue('comment') ?? '')) })
  return (
    <>
      <Form.Item name="comment" label={say.comment} extra={say.commentHint}>
        <Input.TextArea rows={3} maxLength={600} />
      </Form.Item>
      <fieldset className="phrases">
        <legend>{words.phrases}</legend>
        {phrases.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => put(phrase)}>
            {phrase}
          </Button>
        ))}
        <DeskLink to="/phrases">{words.keep}</DeskLink>
      </fieldset>
    </>
  )
}
