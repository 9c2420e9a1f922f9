import type * as z from 'zod/mini'

/** What an operation asks for and answers: JSON, a form of the portal (JSON too), a file sent up, a file sent down. */
export type OperationKind = 'json' | 'form' | 'upload' | 'download'

/** One thing the outside may ask of us: the HTTP API, the portal's forms, the browser and the CLI are all made from these. */
export interface Operation<
  Input extends z.ZodMiniObject = z.ZodMiniObject,
  Output extends z.ZodMiniType = z.ZodMiniType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/themes/:theme/reviews`. A `:name` is the id of a thing of that kind; its capability says who reaches it. */
  path: string
  summary: string
  kind: OperationKind
  /** `anyone` may ask without signing in (the action still decides what they see); everything else answers 401. */
  who: 'anyone' | 'signed-in'
  /** Asks for the password again when the last proof is older than ten minutes (publishing, corrections, granting posts). */
  stepUp: boolean
  /** Leaves no trace that could tie it to a person: no session touch, no history line, no idempotency row of a person. */
  unnamed: boolean
  /** Whether a retry with the same key gets the first answer again; not where nothing of body or answer may be kept, even sealed. */
  once: boolean
  /** At most so many times in so many seconds, per person, or per address when nobody is signed in. */
  limit: { times: number; seconds: number } | null
  /** Fields beside those of the path. Strict: an unknown field is refused. */
  input: Input
  output: Output
}

export type Contract = Record<string, Operation>

/**
 * Declares an operation. Not given: `kind: 'json'`, `who: 'signed-in'`, no step-up, not unnamed, a retry has one effect.
 * Path parameters are not repeated in `input`: `InputOf` adds them as strings.
 */
export function operation<const Path extends string, Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  definition: Pick<Operation<Input, Output>, 'method' | 'summary' | 'input' | 'output'> & { path: Path } & Partial<
      Pick<Operation, 'kind' | 'who' | 'stepUp' | 'unnamed' | 'once' | 'limit'>
    >,
): Operation<Input, Output> & { path: Path } {
  return { kind: 'json', who: 'signed-in', stepUp: false, unnamed: false, once: true, limit: null, ...definition }
}

type PathNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

// without this the empty input would forbid the fields of the path
type Fields<Input> = Input extends Record<string, never> ? unknown : Input

/** What an action receives: the fields of the path and the input's own. */
export type InputOf<O extends Operation> = Fields<z.output<O['input']>> & Record<PathNames<O['path']>, string>
export type OutputOf<O extends Operation> = z.output<O['output']>

/** The names of the path's parameters, in order. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
}
