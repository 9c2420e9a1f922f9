import { Button, type FormInstance } from 'antd'
import { type ReactNode, useContext, useEffect } from 'react'
import { ApiError, type Read } from './api.ts'
import { useSay } from './language.ts'
import { PageTitle, Screen } from './Screen.tsx'
import { frameWords } from './words.ts'

/** What went wrong, by sign, border and words; never by colour alone. */
export function Problem({ error, again }: { error: Error | null; again?: () => void }) {
  const say = useSay(frameWords)
  if (!error) return null
  const fields = error instanceof ApiError ? error.fields : []
  return (
    <div className="problem" role="alert">
      <p>
        <b aria-hidden="true">⚠ </b>
        {error.message}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
      {again && (
        <Button size="small" onClick={again}>
          {say.again}
        </Button>
      )}
    </div>
  )
}

/** Puts each field's problem at its Form.Item; fields the form does not have, and the sentence itself, stand above. */
export function FormProblem({ error, form }: { error: Error | null; form: FormInstance }) {
  const fields = error instanceof ApiError ? error.fields : []
  useEffect(() => {
    form.setFields(
      fields.map(({ field, message }) => ({
        name: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        errors: [message],
      })),
    )
  }, [fields, form])
  if (!error) return null
  const known = form.getFieldsError().map(({ name }) => String(name[0]))
  const rest = fields.filter(({ field }) => !known.includes(field.split('.')[0]!))
  return <Problem error={rest.length > 0 ? error : new Error(error.message)} />
}

/** A Form.Item's rule that something has to be given: `rules={useMust()}`. */
export function useMust() {
  const say = useSay(frameWords)
  return [{ required: true, message: say.required }]
}

/** The thing, or that it is being fetched, or why it is not shown; under the page's name while its screen is not there. */
export function Shown<Output>({ read, children }: { read: Read<Output>; children: (output: Output) => ReactNode }) {
  const title = useContext(PageTitle)
  if (read.data !== undefined) return <>{children(read.data)}</>
  const instead = <NotShown read={read} />
  return title === null ? instead : <Screen title={title}>{instead}</Screen>
}

function NotShown<Output>({ read }: { read: Read<Output> }) {
  const say = useSay(frameWords)
  if (read.error) return <Problem error={read.error} again={() => void read.refetch()} />
  return (
    <p className="waiting" role="status">
      {say.loading}
    </p>
  )
}
