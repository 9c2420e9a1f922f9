import { type Post, posts } from '#basics/actor.ts'
import type { PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { insertOrganisation, insertPerson, insertPost } from '#programme/organisation/store.ts'
import type { World } from '../world.ts'
import type { Relation, Row, Who } from './table.ts'

/** Where people and things of the strangers' test stand. */
export const places = ['root', 'guangzhou', 'huangpu', 'nansha', 'zhanjiang', 'xuwen'] as const
export type Place = (typeof places)[number]

const above: Record<Place, Place[]> = {
  root: [],
  guangzhou: ['root'],
  zhanjiang: ['root'],
  huangpu: ['guangzhou', 'root'],
  nansha: ['guangzhou', 'root'],
  xuwen: ['zhanjiang', 'root'],
}

/** One of the crowd: a post held at a place, beside belonging there. */
export interface Stranger {
  name: string
  post: Post
  place: Place
}

/** Every post at every place. */
export const strangers: Stranger[] = places.flatMap((place) =>
  posts.map((post) => ({ name: `${post}@${place}`, post, place })),
)

/** How the stranger's place stands to the thing's. */
export function relationOf(place: Place, at: Place): Relation {
  if (place === at) return 'own'
  if (above[at].includes(place)) return 'parent'
  if (above[place].includes(at)) return 'child'
  return above[place][0] === above[at][0] ? 'sibling' : 'unrelated'
}

/** Everything a stranger counts as: the post, and being a member or staff of the same place. */
export function countsAs({ post, place }: Stranger, at: Place): Who[] {
  const relation = relationOf(place, at)
  const own: Who[] = place === 'root' ? [`${post}@${relation}`, `${post}@top`] : [`${post}@${relation}`]
  return post === 'staff' ? own : [...own, `member@${relation}`, ...(place === 'root' ? (['member@top'] as const) : [])]
}

/** The status that a stranger should get, or `taken` when the request is theirs to make. */
export function expected(row: Row, stranger: Stranger): 'taken' | 403 | 404 {
  const who = countsAs(stranger, row.at)
  if (row.may === 'everyone' || row.may === 'signed-in' || who.some((each) => (row.may as Who[]).includes(each)))
    return 'taken'
  if (row.sees === 'all') return 403
  return row.sees !== 'none' && who.some((each) => (row.sees as Who[]).includes(each)) ? 403 : 404
}

/** Puts the organisations and one person for each post at each place; one secretary a place, the rest beside. */
export async function gather(
  world: World,
): Promise<{ organisations: Record<Place, string>; people: Record<string, PersonId> }> {
  return world.dispatcher.act({ person: '' as PersonId, name: '', posts: [] }, build)
}

const names: Record<Place, [kind: 'committee' | 'branch', name: string, region: string | null]> = {
  root: ['committee', '示例海事局党委', null],
  guangzhou: ['committee', '广州海事局党委', '珠三角'],
  huangpu: ['branch', '黄埔海事处党支部', '珠三角'],
  nansha: ['branch', '南沙海事处党支部', '珠三角'],
  zhanjiang: ['committee', '湛江海事局党委', '粤西'],
  xuwen: ['branch', '徐闻海事处党支部', '粤西'],
}

async function build(context: Context) {
  const made = {} as Record<Place, { id: string; path: string }>
  let sortNo = 0
  for (const place of places) {
    const [kind, name, region] = names[place]
    const parent = above[place][0] ? made[above[place][0]] : null
    made[place] = await insertOrganisation(context, {
      kind,
      name,
      shortName: name,
      parent,
      sortNo: sortNo++,
      region,
      unitId: null,
      setUpOn: '2020-01-01',
    })
  }
  const people: Record<string, PersonId> = {}
  let number = 1000
  for (const { name, post, place } of strangers) {
    const organisation = made[place].id
    const person = (await insertPerson(context, {
      staffNo: String(number++),
      name: `${names[place][1].slice(0, 2)}${post}`,
      kind: post === 'staff' ? 'staff' : 'member',
      organisation,
    })) as PersonId
    if (post !== 'member' && post !== 'staff')
      await insertPost(context, {
        person,
        organisation,
        post,
        fromOn: '2020-01-01',
        importId: null,
        confirmedBy: person,
      })
    people[name] = person
  }
  return {
    organisations: Object.fromEntries(places.map((place) => [place, made[place].id])) as Record<Place, string>,
    people,
  }
}
