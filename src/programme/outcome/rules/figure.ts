import { type Day, isDay } from '#basics/calendar.ts'

/**
 * What a figure is called, so that anybody can ask again for what makes it up: what is counted, of which organisation
 * (and all below it), between which days, and for which core task if for one.
 */
export interface FigureName {
  measure: string
  organisation: string
  from: Day | null
  to: Day | null
  task: string | null
}

const NAME = /^([^@]{1,30})@([^@#]{1,80}?)(?: (\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)?(?: #(.{1,60}))?$/u

/** Writes the name: `检查客渡船@珠海海事局党委 2026-01-01..2026-03-31 #2026年春运水上安全保障`. */
export function writeFigureName({ measure, organisation, from, to, task }: FigureName): string {
  const days = from || to ? ` ${from ?? ''}..${to ?? ''}` : ''
  return `${measure}@${organisation}${days}${task ? ` #${task}` : ''}`
}

/** Reads such a name; null for what is none (a day that does not exist, no organisation). */
export function readFigureName(text: string): FigureName | null {
  const [, measure, organisation, from = null, to = null, task = null] = NAME.exec(text.trim()) ?? []
  if (!measure || !organisation) return null
  if ([from, to].some((day) => day !== null && !isDay(day))) return null
  return { measure: measure.trim(), organisation: organisation.trim(), from, to, task: task?.trim() ?? null }
}
