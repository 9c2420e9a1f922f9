import type { ReactNode } from 'react'
import type { Post } from '#basics/actor.ts'
import type { InputOf, Operation, OutputOf } from '#basics/contract.ts'
import type { Language } from '#basics/messages.ts'

/** Who is signed in, as far as pages need to know. */
export interface Me {
  person: string
  name: string
  posts: { post: Post; organisation: string; organisationName: string; organisationKind: string }[]
}

/** A form that was refused: what was typed, and what is wrong with it. */
export interface RefusedForm {
  operation: string
  params: Record<string, string>
  message: string
  code: string
  values: Record<string, string[]>
  fields: Record<string, string>
}

/** Thrown by `ask` when the server refuses; the frame shows it, a page may catch what it expects. */
export class AskRefused extends Error {
  override name = 'AskRefused'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Thrown by a page that has nothing to show here: the browser is sent to another page of this site. */
export class ElsewhereInstead extends Error {
  override name = 'ElsewhereInstead'
  readonly path: string

  constructor(path: string) {
    super(path)
    this.path = path
  }
}

/** Everything a page may know and do: it asks operations as the person looking at it, and draws what comes back. */
export interface PageRequest {
  language: Language
  large: boolean
  me: Me | null
  params: Record<string, string>
  query: URLSearchParams
  /** Path and query of this page, for forms to come back to. */
  here: string
  refused: RefusedForm | null
  /** Says that the last form on this page was taken. */
  done: boolean
  ask<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>
  nameOf(operation: Operation): string
  /** What the operation has just answered to a `<Form show>` on this page: shown now, once, and kept nowhere. */
  answerOf<O extends Operation>(operation: O): OutputOf<O> | null
  /** A new key for a form, so that sending it twice has one effect. */
  newKey(): string
}

/** What a page shows. `section` marks the place in the navigation. */
export interface Shown {
  title: string
  body: ReactNode
  section?: string
}

/** A page of the portal: rendered on the server, works without JavaScript. */
export interface Page {
  path: string
  render(request: PageRequest): Promise<Shown>
}

export interface NavigationLink {
  href: string
  section: string
  label: Record<Language, string>
  /** Whether this person sees the link; everyone when not given. */
  shows?(me: Me | null): boolean
}
