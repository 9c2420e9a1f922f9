import { labelsIn } from '#basics/messages.ts'
import { Form, Submit, TextField } from '#portal/form.tsx'
import type { PageRequest } from '#portal/page.ts'
import { markContract } from '../contract-mark.ts'
import { markMessages } from '../messages-mark.ts'
import { MarkPicture } from './MarkPicture.tsx'
import type { ShownTheme } from './parts.tsx'

/** The mark of a theme, and, while it may be changed, the form that gives it one. */
export function Mark({ request, theme }: { request: PageRequest; theme: ShownTheme }) {
  const say = labelsIn(markMessages, request.language)
  const writes = theme.allowed.includes('change')
  if (!theme.mark && !writes) return null
  return (
    <section className="card">
      <h2>{say.mark}</h2>
      {theme.mark && <MarkPicture theme={theme.id} words={theme.mark} />}
      {writes && (
        <Form request={request} operation={markContract.saveMark} params={{ theme: theme.id }} files>
          <div className="field">
            <label htmlFor="file">{say.picture}</label>
            <p className="hint" id="file-hint">
              {say.markHint}
            </p>
            <input
              id="file"
              name="file"
              type="file"
              aria-describedby="file-hint"
              accept=".png,.jpg,.jpeg,.webp"
              required
            />
          </div>
          <TextField
            name="words"
            label={say.words}
            hint={say.wordsHint}
            value={theme.mark ?? ''}
            required
            maxLength={60}
          />
          <Submit plain>{say.save}</Submit>
        </Form>
      )}
      {writes && theme.mark && (
        <Form request={request} operation={markContract.removeMark} params={{ theme: theme.id }}>
          <Submit plain>{say.remove}</Submit>
        </Form>
      )}
    </section>
  )
}
