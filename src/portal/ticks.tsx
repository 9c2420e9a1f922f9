import { type ReactNode, useContext } from 'react'
import { Refused } from './form.tsx'

/** Things to tick, any number of them; `ticked` are so at first, and what was ticked in a refused form stays ticked. */
export function TickList({
  name,
  legend,
  hint,
  items,
  ticked: before = [],
}: {
  name: string
  legend: string
  hint?: string
  items: { value: string; label: ReactNode; meta?: ReactNode }[]
  ticked?: string[]
}) {
  const refused = useContext(Refused)
  const error = refused?.fields[name]
  const ticked = refused ? (refused.values[name] ?? []) : before
  return (
    <fieldset className={error ? 'field wrong' : 'field'} id={name} {...(error && { 'aria-invalid': true })}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {items.map(({ value, label, meta }) => (
        <label key={value} className="choice">
          <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} /> {label}
          {meta && <span className="hint"> {meta}</span>}
        </label>
      ))}
      {error && <p className="error">⚠ {error}</p>}
    </fieldset>
  )
}

/** One thing that is so or not. */
export function Tick({ name, label }: { name: string; label: string }) {
  const refused = useContext(Refused)
  return (
    <div className="field">
      <label className="choice" htmlFor={name}>
        <input
          id={name}
          type="checkbox"
          name={name}
          value="true"
          defaultChecked={refused?.values[name]?.[0] === 'true'}
        />{' '}
        {label}
      </label>
    </div>
  )
}
