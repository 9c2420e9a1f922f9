import { type Actor, holdsAnywhere } from '#basics/actor.ts'
import { allow, type Decision, refuse } from '#basics/decision.ts'

export type HistoryRefusal = 'history.not-shown-to-you'

/** What somebody sees of the history: all of it, or what happened at and below these paths, without accounts. */
export type Sight = { all: true } | { all: false; paths: string[] }

/** The audit administrator sees every line; an office the lines of its organisations; nobody else any. */
export function sightOf(actor: Actor): Decision<Sight, HistoryRefusal> {
  if (holdsAnywhere(actor, 'audit-admin')) return allow({ all: true })
  const paths = actor.posts.filter(({ post }) => post === 'office').map(({ path }) => path)
  return paths.length > 0 ? allow({ all: false, paths }) : refuse('history.not-shown-to-you')
}
