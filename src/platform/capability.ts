import type { Contract, OperationKind } from '#basics/contract.ts'
import type { Messages } from '#basics/messages.ts'
import type { Actions, Context, Reach } from './context.ts'

export type Jobs = Record<string, (context: Context, payload: Record<string, unknown>) => Promise<void>>

/** What one folder of `programme/` or `support/` offers to the server, the worker and the command line. */
export interface Capability {
  contract: Contract
  actions: Record<string, (context: Context, input: never) => Promise<unknown>>
  reach: Reach
  jobs: Jobs
  messages: Messages
}

/** Checks that the actions answer the contract, one function for each operation. */
export function capability<C extends Contract>(parts: {
  contract: C
  actions: Actions<C>
  reach?: Reach
  jobs?: Jobs
  messages: Messages
}): Capability {
  return { reach: {}, jobs: {}, ...parts, actions: parts.actions as Capability['actions'] }
}

/** A file sent up: its name is only text, its type is decided by content. */
export interface SentFile {
  name: string
  bytes: Uint8Array
}

export const largest: Record<OperationKind, number> = {
  json: 512 * 1024,
  form: 512 * 1024,
  download: 512 * 1024,
  upload: 20 * 1024 * 1024,
}
