import { randomUUID } from 'node:crypto'
import type { Language } from '#basics/messages.ts'
import { AskRefused, type PageRequest } from './page.ts'

/** The titles of pages that say what went wrong. */
export const failureWords = {
  zh: {
    404: '没有找到这个页面',
    403: '没有权限',
    429: '操作过于频繁',
    503: '系统正忙',
    other: '出错了',
    back: '返回首页',
  },
  en: {
    404: 'There is no such page',
    403: 'Not permitted',
    429: 'Too many tries',
    503: 'The system is busy',
    other: 'Something went wrong',
    back: 'Back to the start',
  },
}

/** The request of nobody in particular, to draw a failure when even asking who it is fails. */
export function stranger(language: Language): PageRequest {
  return {
    language,
    large: false,
    me: null,
    params: {},
    query: new URLSearchParams(),
    here: '/',
    refused: null,
    done: false,
    newKey: randomUUID,
    nameOf: () => '',
    answerOf: () => null,
    ask: () => Promise.reject(new AskRefused(503, 'platform.unavailable', '')),
  }
}
