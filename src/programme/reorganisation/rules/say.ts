import type { Language } from '#basics/messages.ts'
import type { Terms } from './terms.ts'

/** What an act does, in a sentence; `names` says what ids are called. */
export function titleOf(terms: Terms, names: ReadonlyMap<string, string>, language: Language): string {
  const name = (id: string) => names.get(id) ?? '—'
  const many = (all: readonly string[]) => all.map(name).join('、')
  const zh = language === 'zh'
  switch (terms.kind) {
    case 'set-up':
      return zh ? `设立${terms.newcomer.name}` : `Set up ${terms.newcomer.name}`
    case 'rename':
      return zh ? `${name(terms.id)}更名为${terms.name}` : `Rename ${name(terms.id)} to ${terms.name}`
    case 'move': {
      const to = terms.parent === null ? (zh ? '顶层' : 'the top') : name(terms.parent)
      return zh ? `${name(terms.id)}划归${to}` : `Move ${name(terms.id)} under ${to}`
    }
    case 'region': {
      const to = terms.region ?? (zh ? '不分片区' : 'no region')
      return zh ? `${name(terms.id)}调整到${to}` : `Give ${name(terms.id)} the region ${to}`
    }
    case 'merge': {
      if (typeof terms.into === 'string')
        return zh ? `${many(terms.ids)}并入${name(terms.into)}` : `Merge ${many(terms.ids)} into ${name(terms.into)}`
      return zh
        ? `${many(terms.ids)}合并设立${terms.into.name}`
        : `Merge ${many(terms.ids)} into a new ${terms.into.name}`
    }
    case 'split': {
      const parts = terms.parts.map(({ newcomer }) => newcomer.name).join('、')
      if (terms.heir === null) return zh ? `${name(terms.id)}分设${parts}` : `Split ${parts} off ${name(terms.id)}`
      return zh ? `撤销${name(terms.id)}，分设${parts}` : `Split ${name(terms.id)} into ${parts}`
    }
    case 'dissolve':
      return zh
        ? `撤销${name(terms.id)}，由${name(terms.successor)}承接`
        : `Dissolve ${name(terms.id)}; ${name(terms.successor)} takes over`
    case 'tie':
      return zh ? `${name(terms.id)}对应${name(terms.unit)}` : `Tie ${name(terms.id)} to ${name(terms.unit)}`
    case 'untie':
      return zh ? `${name(terms.id)}不再对应${name(terms.unit)}` : `Untie ${name(terms.id)} from ${name(terms.unit)}`
  }
}
