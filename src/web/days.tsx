import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { Day, Instant } from '#basics/calendar.ts'

/** A day as text, `YYYY-MM-DD`: fits a Form.Item. */
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
    <DatePicker
      {...(id !== undefined && { id })}
      disabled={disabled}
      value={value ? dayjs(value) : null}
      onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
      format="YYYY-MM-DD"
    />
  )
}

/** `2026-11-22 20:57`, as it is in Shanghai whatever the browser's clock says. */
export function sayInstant(instant: Instant | null): string {
  return instant ? `${instant.slice(0, 10)} ${instant.slice(11, 16)}` : '—'
}
