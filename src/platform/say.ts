import { fill, type Language, type Said } from '#basics/messages.ts'
import type { Capability } from './capability.ts'
import { Problem } from './errors.ts'
import { platformMessages } from './messages.ts'

/** What a refused request is told: the same for the API, the portal and the command line. */
export interface Told {
  status: number
  retryAfter?: number
  error: {
    code: string
    message: string
    requestId: string
    fields?: { field: string; code: string; message: string }[]
  }
}

export type Say = (error: unknown, language: Language, requestId: string) => Told

/** Knows every sentence of every capability, and turns what was thrown into what is told. */
export function sayer(capabilities: Capability[]): Say {
  const sentences: Record<string, Said> = Object.assign(
    {},
    platformMessages.refusals,
    ...capabilities.map(({ messages }) => messages.refusals),
  )
  const sentence = (code: string, language: Language, details: Record<string, string | number>) =>
    fill(sentences[code]?.[language] ?? code, details)

  return (error, language, requestId) => {
    if (!(error instanceof Problem)) {
      console.error(JSON.stringify({ at: new Date().toISOString(), requestId, error: describe(error) }))
      const message = sentence('platform.unexpected', language, { request: requestId })
      return { status: 500, error: { code: 'platform.unexpected', message, requestId } }
    }
    const fields = error.fields.map(({ field, reason, details }) => ({
      field,
      code: reason,
      message: sentence(reason, language, details ?? {}),
    }))
    return {
      status: error.status,
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
      error: {
        code: error.code,
        message: sentence(error.code, language, error.details),
        requestId,
        ...(fields.length > 0 && { fields }),
      },
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
