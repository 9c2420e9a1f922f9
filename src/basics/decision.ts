/**
 * What a rule answers: either the new value, or the code of the reason it refuses.
 * Rules never throw for something a person may legitimately try.
 * `details` fill the placeholders of the reason's sentence.
 */
export type Decision<Value, Reason extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason; details?: Details }

export type Details = Record<string, string | number>

export function allow<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refuse<Reason extends string>(
  reason: Reason,
  details?: Details,
): { ok: false; reason: Reason; details?: Details } {
  return details ? { ok: false, reason, details } : { ok: false, reason }
}
