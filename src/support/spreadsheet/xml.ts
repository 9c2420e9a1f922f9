import { RefusedFile, unreadable } from './refused-file.ts'

/** What a reader of XML is told, in order. Names come without their prefix. */
export interface Listener {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const MOST_IN_A_TAG = 100_000
const MOST_IN_A_TEXT = 1_000_000
const DEEPEST = 100

/**
 * Reads XML as workbooks use it, piece by piece, in one pass and with bounded memory. Document type declarations are
 * refused outright: no workbook has one, and entities that unfold into each other are declared there.
 */
export class XmlReader {
  private listener: Listener
  private rest = ''
  private depth = 0
  private textBefore = 0
  private rooted = false

  constructor(listener: Listener) {
    this.listener = listener
  }

  push(piece: string): void {
    const text = this.rest + piece
    let at = 0
    for (;;) {
      const tag = text.indexOf('<', at)
      if (tag < 0) break
      if (tag > at) this.tell(text.slice(at, tag))
      const end = this.readMarkup(text, tag)
      if (end < 0) {
        at = tag
        break
      }
      at = end
    }
    this.rest = text.slice(at)
    // A long text between two tags is told in parts, so that it never has to be held whole. An entity is not cut in two.
    if (!this.rest.startsWith('<')) {
      const cut = this.rest.lastIndexOf('&') >= this.rest.length - 12 ? this.rest.lastIndexOf('&') : -1
      const sure = cut >= 0 ? cut : this.rest.length
      if (sure > 0) this.tell(this.rest.slice(0, sure))
      this.rest = this.rest.slice(sure)
    } else if (this.rest.length > MOST_IN_A_TAG && !/^<(!\[CDATA\[|!--)/.test(this.rest)) throw unreadable()
    if (this.rest.length > MOST_IN_A_TEXT) throw unreadable()
  }

  end(): void {
    if (this.depth !== 0 || !this.rooted || this.rest.trim() !== '') throw unreadable()
  }

  private tell(raw: string): void {
    if (this.depth === 0) {
      if (raw.trim() !== '' && raw !== '\ufeff') throw unreadable()
      return
    }
    this.textBefore += raw.length
    if (this.textBefore > MOST_IN_A_TEXT) throw new RefusedFile('spreadsheet.too-large', { most: '1,000,000' })
    this.listener.text(raw.includes('&') ? decodeEntities(raw) : raw)
  }

  // Where the markup that starts here ends; -1 when its end has not come yet.
  private readMarkup(text: string, at: number): number {
    const second = text.charCodeAt(at + 1)
    if (second === 0x21) return this.readDeclaration(text, at)
    if (second === 0x3f) return after(text, '?>', at)
    const end = endOfTag(text, at)
    if (end < 0) return -1
    this.textBefore = 0
    if (second === 0x2f) this.closeTag(localName(text.slice(at + 2, end).trim()))
    else this.openTag(text.slice(at + 1, end))
    return end + 1
  }

  private readDeclaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at)
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at)
      if (end < 0) return -1
      this.textBefore += end - at
      if (this.textBefore > MOST_IN_A_TEXT) throw unreadable()
      this.listener.text(text.slice(at + 9, end))
      return end + 3
    }
    if (text.length - at < 9) return -1
    throw unreadable()
  }

  private openTag(tag: string): void {
    const empty = tag.endsWith('/')
    const inside = empty ? tag.slice(0, -1) : tag
    const blank = inside.search(/\s/)
    const name = localName(blank < 0 ? inside : inside.slice(0, blank))
    if (name === '' || (this.depth === 0 && this.rooted)) throw unreadable()
    this.depth += 1
    this.rooted = true
    if (this.depth > DEEPEST) throw unreadable()
    this.listener.open(name, blank < 0 ? '' : inside.slice(blank))
    if (empty) this.closeTag(name)
  }

  private closeTag(name: string): void {
    this.depth -= 1
    if (this.depth < 0) throw unreadable()
    this.listener.close(name)
  }
}

const patterns = new Map<string, RegExp>()

/** The value of one attribute, with or without a prefix; nothing when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const match = pattern.exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value?.includes('&') ? decodeEntities(value) : value
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,10}));/g, (whole, hex, decimal, name: string) => {
    if (name) return NAMED[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
  })
}

// A `>` may stand inside a quoted attribute.
function endOfTag(text: string, from: number): number {
  let end = text.indexOf('>', from)
  let quoted = from
  while (end >= 0) {
    const quote = nextQuote(text, quoted, end)
    if (quote < 0) return end
    const close = text.indexOf(text[quote]!, quote + 1)
    if (close < 0) return -1
    quoted = close + 1
    if (quoted > end) end = text.indexOf('>', quoted)
  }
  return -1
}

function nextQuote(text: string, from: number, before: number): number {
  for (let at = from; at < before; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22 || code === 0x27) return at
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
