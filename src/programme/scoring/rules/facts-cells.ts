import type { FactValue } from './facts.ts'
import { asDay, asMoment, asNames, asOneOf, asPoints, asText, type Codec } from './workbook-cells.ts'

/** Shapes that one cell can hold; the others are lists with a row for each of their things. */
export type CellShape = Exclude<FactValue['shape'], 'series' | ListShape>
export type ListShape = 'ratings' | 'honours' | 'survey' | 'things' | 'votes'

/** How a value stands in one cell, and how to fill it in. */
export interface FactCell {
  codec: Codec
  /** One sentence for who fills it in. */
  how: string
}

const tally = (text: string) => (/^\d{1,9}$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : undefined)

/** A whole number from 0. */
export const asTally: Codec = { reason: 'not-a-whole-number', read: tally, write: Number }

const yesNo = { 是: true, 否: false }

/** A codec of the value inside as one of the whole value. */
function of<Inner>(codec: Codec, make: (inner: Inner) => FactValue, take: (value: FactValue) => unknown): Codec {
  return {
    ...codec,
    read: (text) => {
      const inner = codec.read(text) as Inner | undefined
      return inner === undefined ? undefined : make(inner)
    },
    write: (value) => codec.write(take(value as FactValue)),
  }
}

function inner<Shape extends FactValue['shape']>(value: FactValue, shape: Shape): Extract<FactValue, { shape: Shape }> {
  if (value.shape !== shape) throw new Error(`A ${value.shape} is no ${shape}`)
  return value as Extract<FactValue, { shape: Shape }>
}

/** Nothing is written with a word, so that an empty cell stays what was forgotten. */
function orNothing(codec: Codec, word: string): Codec {
  return {
    ...codec,
    read: (text) => (text === word ? { nothing: true } : codec.read(text)),
    write: (value) => (value === null ? word : codec.write(value)),
  }
}

const nothing = (value: unknown): value is { nothing: true } => typeof value === 'object'

/** Two whole numbers with a stroke between them: 18/20. */
const asPair: Codec = {
  reason: 'not-a-pair',
  read: (text) => {
    const parts = text
      .normalize('NFKC')
      .split('/')
      .map((part) => tally(part.trim()))
    return parts.length === 2 && !parts.includes(undefined) ? parts : undefined
  },
  write: (value) => (value as number[]).join('/'),
}

/** A place, and among how many if that is known: 3/31, or 3. */
const asPlace: Codec = {
  reason: 'not-a-pair',
  read: (text) => {
    const parts = text
      .normalize('NFKC')
      .split('/')
      .map((part) => tally(part.trim()))
    const good = parts.length <= 2 && parts.every((part) => part !== undefined && part > 0)
    return good ? parts : undefined
  },
  write: (value) => (value as (number | null)[]).filter((part) => part !== null).join('/'),
}

/** Whole numbers with 、 between. */
const asTallies: Codec = {
  reason: 'not-a-whole-number',
  read: (text) => {
    const parts = text.split(/[、,，;；]/).map((part) => tally(part.trim()))
    return parts.includes(undefined) ? undefined : parts
  },
  write: (value) => (value as number[]).join('、'),
}

/** The cell of a value of this shape; `words` are those to choose from, where the sheet lists them. */
export function factCell(shape: CellShape, words: readonly string[]): FactCell {
  switch (shape) {
    case 'count':
      return {
        codec: of<number>(
          asTally,
          (count) => ({ shape, count }),
          (value) => inner(value, shape).count,
        ),
        how: '整数；没有发生填 0',
      }
    case 'flag':
      return {
        codec: of<boolean>(
          asOneOf(yesNo),
          (holds) => ({ shape, holds }),
          (value) => inner(value, shape).holds,
        ),
        how: '是或否',
      }
    case 'number':
      return {
        codec: of<string>(
          asPoints,
          (number) => ({ shape, number }),
          (value) => inner(value, shape).number,
        ),
        how: '数，最多四位小数',
      }
    case 'ratio':
      return {
        codec: of<[number, number]>(
          asPair,
          ([part, whole]) => ({ shape, part, whole }),
          (value) => [inner(value, shape).part, inner(value, shape).whole],
        ),
        how: '部分/总数，如 18/20',
      }
    case 'grade':
      return {
        codec: of<string>(
          listed(words),
          (grade) => ({ shape, grade }),
          (value) => inner(value, shape).grade,
        ),
        how: words.length > 0 ? `选一个：${words.join('、')}` : '等次的名称',
      }
    case 'kinds':
      return {
        codec: of<string[]>(
          asNames,
          (kinds) => ({ shape, kinds }),
          (value) => inner(value, shape).kinds,
        ),
        how: `类别；年内变过的都写，用顿号隔开${words.length > 0 ? `：${words.join('、')}` : ''}`,
      }
    case 'periods':
      return {
        codec: of<number[]>(
          asTallies,
          (done) => ({ shape, done }),
          (value) => inner(value, shape).done,
        ),
        how: '各期次数，用顿号隔开，如 1、1、0、2',
      }
    case 'rank':
      return {
        codec: of<[number, number?]>(
          asPlace,
          ([rank, among]) => ({ shape, rank, of: among ?? null }),
          (value) => [inner(value, shape).rank, inner(value, shape).of],
        ),
        how: '名次/总数，如 3/31；总数不知道只写名次',
      }
    case 'since':
      return {
        codec: of<string | { nothing: true }>(
          orNothing(asDay, '无'),
          (day) => ({ shape, day: nothing(day) ? null : day }),
          (value) => inner(value, shape).day,
        ),
        how: '日期，如 2025-03-01；没有写“无”',
      }
    case 'moment':
      return {
        codec: of<string | { nothing: true }>(
          orNothing(asMoment, '未报'),
          (at) => ({ shape, at: nothing(at) ? null : at }),
          (value) => inner(value, shape).at,
        ),
        how: '时间，如 2026-12-10 15:00；没有报写“未报”',
      }
  }
}

function listed(words: readonly string[]): Codec {
  return words.length === 0 ? asText : asOneOf(Object.fromEntries(words.map((word) => [word, word])))
}

/** One value for each period in one cell: 90；92；79；95. */
export function seriesCell({ codec, how }: FactCell, count: number): FactCell {
  return {
    how: `各期的值，用分号隔开，共 ${count} 期；每期：${how}`,
    codec: {
      ...codec,
      read: (text) => {
        const values = text.split(/[;；]/).map((part) => codec.read(part.trim()))
        return values.includes(undefined) ? undefined : { shape: 'series', values }
      },
      write: (value) =>
        inner(value as FactValue, 'series')
          .values.map((each) => String(codec.write(each)))
          .join('；'),
    },
  }
}
