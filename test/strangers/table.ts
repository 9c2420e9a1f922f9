import type { Post } from '#basics/actor.ts'
import type { Place } from './crowd.ts'

/** How an organisation stands to the one a thing belongs to. `parent` is any organisation above it, `top` the topmost. */
export type Relation = 'own' | 'parent' | 'child' | 'sibling' | 'unrelated' | 'top'

/** A post held in an organisation of that relation: `secretary@own`, `office@parent`. */
export type Who = `${Post}@${Relation}`

export interface Ground {
  organisations: Record<Place, string>
  people: Record<string, string>
  act: import('../world.ts').World['act']
  world: import('../world.ts').World
}

/** What one operation answers to everybody. */
export interface Row {
  /** The organisation that the thing belongs to; relations are counted from it. */
  at: Place
  /** Sets the stage, and answers the input with the ids of the path. Called anew for each one who may. */
  input(ground: Ground): Promise<Record<string, unknown>> | Record<string, unknown>
  /** Who may: `everyone` also without signing in, `signed-in` anybody with an account, or by post and relation. */
  may: 'everyone' | 'signed-in' | Who[]
  /** What somebody who is not signed in is told, where it is not 401: 404 for what is open to the public only in part. */
  nobody?: 404
  /** Who is told 403 because they see the thing; everybody else who may not gets 404. `all` when nothing is hidden. */
  sees: 'all' | 'none' | Who[]
}

export type Table = Record<string, Row>
