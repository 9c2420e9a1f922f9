import { createContext, useContext } from 'react'
import type { Post } from '#basics/actor.ts'
import type { OutputOf } from '#basics/contract.ts'
import type { organisationContract } from '#programme/organisation/contract.ts'

/** Who is signed in, with the posts held today. */
export type Me = OutputOf<typeof organisationContract.readMe>

export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('asked for the person outside the frame')
  return me
}

/** Whether the person holds one of the posts anywhere: for menus only, the server decides. */
export function holdsOne(me: Me, ...posts: Post[]): boolean {
  return me.posts.some((held) => posts.includes(held.post))
}
