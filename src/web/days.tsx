import { Input } from 'antd'
import type { Day, Instant } from '#basics/calendar.ts'

/** A day as text, `YYYY-MM-DD`: fits a Form.Item. The browser's own calendar: known to its reader, and no time of day to go wrong. */
export function DayInput({
  value,
  onChange,
  id,
  disabled = false,
}: {
  value?: Day | null
  onChange?: (day: Day | null) => void
  id?: string
  disabled?: boolean
}) {
  return (
    <Input
      {...(id !== undefined && { id })}
      type="date"
      max="2199-12-31"
      className="day"
      disabled={disabled}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || null)}
    />
  )
}

/** `2026-11-22 20:57`, as it is in Shanghai whatever the browser's clock says. */
export function sayInstant(instant: Instant | null): string {
  return instant ? `${instant.slice(0, 10)} ${instant.slice(11, 16)}` : '—'
}
