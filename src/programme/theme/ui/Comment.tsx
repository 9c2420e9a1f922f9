import { Button, Form, Input } from 'antd'
import { useSay } from '#web/language.ts'
import { themeMessages } from '../messages.ts'

/** The words of a reviewer, with common phrases one press away. */
export function Comment() {
  const say = useSay(themeMessages)
  const form = Form.useFormInstance()
  return (
    <>
      <Form.Item name="comment" label={say.comment} extra={say.commentHint}>
        <Input.TextArea rows={3} maxLength={600} />
      </Form.Item>
      <p>
        {say.phrases}：
        {[say.phrasePass, say.phraseGoals, say.phraseNear, say.phraseTie].map((phrase) => (
          <Button key={phrase} size="small" type="link" onClick={() => form.setFieldsValue({ comment: phrase })}>
            {phrase}
          </Button>
        ))}
      </p>
    </>
  )
}
