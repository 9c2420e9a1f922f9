import { createContext, type ReactNode, useContext } from 'react'
import type { Operation } from '#basics/contract.ts'
import type { PageRequest, RefusedForm } from './page.ts'

export const Refused = createContext<RefusedForm | null>(null)

/**
 * A form that posts to one operation. When it is taken the browser goes to `then` (`{id}` is filled from the answer);
 * when it is refused this page is shown again with what was typed and what is wrong.
 */
export function Form({
  request,
  operation,
  params = {},
  then,
  files = false,
  show = false,
  once = true,
  children,
}: {
  request: PageRequest
  operation: Operation
  params?: Record<string, string>
  then?: string
  files?: boolean
  /** Shows this page again with the answer (`request.answerOf`) instead of going elsewhere: for secrets shown once. */
  show?: boolean
  /** Whether sending it twice gets the first answer again; not where the answer or a field is a secret, for it would be kept. */
  once?: boolean
  children: ReactNode
}) {
  const name = request.nameOf(operation)
  const { refused } = request
  const mine = refused?.operation === name && JSON.stringify(refused.params) === JSON.stringify(params) ? refused : null
  return (
    <form method="post" action={`/do/${name}`} {...(files && { encType: 'multipart/form-data' })}>
      {once && operation.once && <input type="hidden" name="_key" value={request.newKey()} />}
      {show && <input type="hidden" name="_show" value="1" />}
      <input type="hidden" name="_page" value={request.here} />
      <input type="hidden" name="_then" value={then ?? request.here} />
      {Object.entries(params).map(([param, value]) => (
        <input key={param} type="hidden" name={`_param.${param}`} value={value} />
      ))}
      {mine && <ProblemBox problem={mine} />}
      <Refused.Provider value={mine}>{children}</Refused.Provider>
    </form>
  )
}

function ProblemBox({ problem }: { problem: RefusedForm }) {
  return (
    <div className="problem" role="alert" id="problem">
      <p>
        <b aria-hidden="true">⚠ </b>
        {problem.message}
      </p>
      {Object.keys(problem.fields).length > 0 && (
        <ul>
          {Object.entries(problem.fields).map(([field, message]) => (
            <li key={field}>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface FieldSettings {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  value?: string | undefined
  autoComplete?: string
}

/** What was typed in the refused form, else the given value. */
function useField({ name, value, hint }: FieldSettings) {
  const refused = useContext(Refused)
  const error = refused?.fields[name]
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return {
    typed: refused ? (refused.values[name]?.[0] ?? '') : (value ?? ''),
    error,
    aria: { ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) },
  }
}

function Labelled({
  field,
  error,
  children,
}: {
  field: FieldSettings
  error: string | undefined
  children: ReactNode
}) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={field.name}>
        {field.label}
        {field.required && (
          <b className="must" aria-hidden="true">
            *
          </b>
        )}
      </label>
      {field.hint && (
        <p className="hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      )}
      {children}
      {error && (
        <p className="error" id={`${field.name}-error`}>
          ⚠ {error}
        </p>
      )}
    </div>
  )
}

export function TextField(
  field: FieldSettings & {
    type?: 'text' | 'password' | 'date' | 'number' | 'search'
    inputMode?: 'numeric' | 'decimal' | 'text'
    maxLength?: number
  },
) {
  const { typed, error, aria } = useField(field)
  return (
    <Labelled field={field} error={error}>
      <input
        id={field.name}
        name={field.name}
        type={field.type ?? 'text'}
        inputMode={field.inputMode}
        defaultValue={field.type === 'password' ? '' : typed}
        required={field.required}
        maxLength={field.maxLength}
        autoComplete={field.autoComplete ?? 'off'}
        {...aria}
      />
    </Labelled>
  )
}

export function TextArea(field: FieldSettings & { rows?: number; maxLength?: number }) {
  const { typed, error, aria } = useField(field)
  return (
    <Labelled field={field} error={error}>
      <textarea
        id={field.name}
        name={field.name}
        rows={field.rows ?? 4}
        defaultValue={typed}
        required={field.required}
        maxLength={field.maxLength}
        {...aria}
      />
    </Labelled>
  )
}

export interface Choice {
  value: string
  label: string
}

export function SelectField(field: FieldSettings & { options: Choice[]; empty?: string }) {
  const { typed, error, aria } = useField(field)
  return (
    <Labelled field={field} error={error}>
      <select id={field.name} name={field.name} defaultValue={typed} required={field.required} {...aria}>
        {field.empty !== undefined && <option value="">{field.empty}</option>}
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function RadioField(field: FieldSettings & { options: (Choice & { hint?: string })[] }) {
  const { typed, error, aria } = useField(field)
  return (
    <fieldset className={error ? 'field wrong' : 'field'} id={field.name} {...aria}>
      <legend>
        {field.label}
        {field.required && (
          <b className="must" aria-hidden="true">
            *
          </b>
        )}
      </legend>
      {field.hint && (
        <p className="hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      )}
      {field.options.map(({ value, label, hint }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={field.name}
            value={value}
            defaultChecked={typed === value}
            required={field.required}
          />{' '}
          {label}
          {hint && <span className="hint"> {hint}</span>}
        </label>
      ))}
      {error && (
        <p className="error" id={`${field.name}-error`}>
          ⚠ {error}
        </p>
      )}
    </fieldset>
  )
}

/** Sends the form; `name` and `value` when several buttons mean different things. */
export function Submit({
  children,
  name,
  value,
  plain = false,
}: {
  children: ReactNode
  name?: string
  value?: string
  plain?: boolean
}) {
  return (
    <button type="submit" name={name} value={value} className={plain ? 'plain' : 'main'}>
      {children}
    </button>
  )
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
