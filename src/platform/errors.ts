import type { Decision, Details } from '#basics/decision.ts'

/** Why a field was refused: the field's path (`figures.0.value`) and the code of the reason. */
export interface FieldProblem {
  field: string
  reason: string
  details?: Details
}

/**
 * Everything a request can be answered with instead of a result. `http.ts` and the portal are the only places that turn
 * it into a status; the code is the key of the sentence.
 */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly details: Details
  readonly fields: FieldProblem[]
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    code: string,
    more: { details?: Details; fields?: FieldProblem[]; retryAfter?: number } = {},
  ) {
    super(code)
    this.status = status
    this.code = code
    this.details = more.details ?? {}
    this.fields = more.fields ?? []
    this.retryAfter = more.retryAfter
  }
}

export const unreadable = (reason: string) => new Problem(400, `platform.${reason}`)
export const unauthenticated = () => new Problem(401, 'platform.sign-in-first')
export const notFound = () => new Problem(404, 'platform.not-found')
export const tooLarge = (megabytes: number) => new Problem(413, 'platform.too-large', { details: { megabytes } })
export const wrongType = () => new Problem(415, 'platform.wrong-type')
export const badInput = (fields: FieldProblem[]) => new Problem(422, 'platform.bad-input', { fields })
export const tooMany = (retryAfter: number) =>
  new Problem(429, 'platform.too-many', { details: { seconds: retryAfter }, retryAfter })
export const unavailable = (retryAfter: number) => new Problem(503, 'platform.unavailable', { retryAfter })

/** Stops with 403 unless the actor may do this. */
export function permit(decision: Decision<unknown>): void {
  if (!decision.ok) throw new Problem(403, decision.reason, decision.details ? { details: decision.details } : {})
}

/** Takes the new value out of a rule's decision, or stops with 409. */
export function accept<Value>(decision: Decision<Value>): Value {
  if (!decision.ok) throw new Problem(409, decision.reason, decision.details ? { details: decision.details } : {})
  return decision.value
}

/** Takes what was found, or stops with 404: a foreign thing and a missing one get the same answer. */
export function found<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw notFound()
  return value
}
