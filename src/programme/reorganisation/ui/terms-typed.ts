import type { InputOf } from '#basics/contract.ts'
import type { reorganisationContract } from '../contract.ts'
import type { Bequest, Kind, Of } from '../rules/terms.ts'

export type Terms = InputOf<typeof reorganisationContract.enterReorganisation>['terms']

interface TypedNewcomer {
  name?: string
  shortName?: string
  kind?: string
  parent?: string
  region?: string
}

/** What the fields of the form hold. */
export interface Typed {
  kind: Kind
  of: Of
  id?: string
  ids?: string[]
  into?: string
  intoNew?: boolean
  successor?: string
  parent?: string
  name?: string
  shortName?: string
  region?: string
  unit?: string
  units?: string[]
  newcomer?: TypedNewcomer
  parts?: { newcomer?: TypedNewcomer; people?: string[]; below?: string[] }[]
  ends?: boolean
  bequests?: Record<string, Pick<Bequest, 'inForce' | 'underWay' | 'title'>>
  effectiveOn?: string
  document?: string
  issuer?: string
  reason?: string
}

function newcomerOf({ name = '', shortName, kind = '', parent, region }: TypedNewcomer = {}) {
  return { name, shortName: shortName || name, kind, parent: parent ?? null, region: region || null }
}

/** Which organisations end by what was typed: for each the form asks what becomes of its themes. */
export function endingIn({ kind, of, id, ids = [], ends }: Partial<Typed>): string[] {
  if (of !== 'organisation') return []
  if (kind === 'merge') return ids
  return id && (kind === 'dissolve' || (kind === 'split' && ends)) ? [id] : []
}

/** What was typed as the terms of an act; what is missing is said by the server, at its field. */
export function termsOf(typed: Typed): Terms {
  const { kind, of, id = '', name = '', unit = '' } = typed
  const bequests = endingIn(typed).map((organisation) => ({
    organisation,
    inForce: typed.bequests?.[organisation]?.inForce ?? ('end' as const),
    underWay: typed.bequests?.[organisation]?.underWay ?? ('end' as const),
    ...(typed.bequests?.[organisation]?.title && { title: typed.bequests[organisation].title }),
  }))
  switch (kind) {
    case 'set-up':
      return { kind, of, newcomer: newcomerOf(typed.newcomer), units: typed.units ?? [] } as Terms
    case 'rename':
      return { kind, of, id, name, shortName: typed.shortName || name }
    case 'move':
      return { kind, of, id, parent: typed.parent ?? null }
    case 'region':
      return { kind, of, id, region: typed.region || null }
    case 'merge': {
      const into = typed.intoNew ? newcomerOf(typed.newcomer) : (typed.into ?? '')
      return { kind, of, ids: typed.ids ?? [], into, bequests } as Terms
    }
    case 'split': {
      const parts = (typed.parts ?? []).map((part) => {
        return { newcomer: newcomerOf(part.newcomer), people: part.people ?? [], below: part.below ?? [] }
      })
      return { kind, of, id, parts, heir: typed.ends ? 0 : null, bequests } as Terms
    }
    case 'dissolve':
      return { kind, of, id, successor: typed.successor ?? '', bequests }
    default:
      return { kind, of: 'organisation', id, unit }
  }
}
