import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { day, nothing } from '#basics/shapes.ts'

const said = z.strictObject({ zh: z.string(), en: z.string() })

/** Only in the demo: whoever is named in the sample can be signed in as, without a password. */
export const demoContract = {
  listNamedPeople: operation({
    method: 'GET',
    path: '/demo/people',
    summary: 'The named people of the sample programme, and what each is for',
    who: 'anyone',
    input: nothing,
    output: z.strictObject({
      anchor: day,
      note: said,
      rows: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          organisation: z.nullable(z.string()),
          for: said,
          /** The page to begin with. */
          start: z.string(),
          /** The public does not sign in. */
          signsIn: z.boolean(),
        }),
      ),
    }),
  }),
  signInAs: operation({
    method: 'POST',
    path: '/demo/session',
    summary: 'Sign in as one of the named people',
    who: 'anyone',
    input: z.strictObject({ key: z.string().check(z.minLength(1), z.maxLength(40)) }),
    output: z.strictObject({ start: z.string() }),
  }),
}
