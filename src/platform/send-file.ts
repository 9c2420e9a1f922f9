import type { Context as HonoContext } from 'hono'

/** A file that a download answers. */
export interface FileDown {
  name: string
  type: string
  bytes: Uint8Array
}

/** Pictures that hold nothing but points: browsers may show them. Everything else is for keeping. */
const shown = ['image/jpeg', 'image/png']
/** What a browser would run or draw as a page of ours goes down as bytes. */
const pages = /html|xml|svg|script/i
/** The codes that lead to notices: drawn by us, for nobody can hand in such a file, and shown within a page of ours. */
const drawn = 'image/svg+xml'
const office = /^application\/vnd\.openxmlformats-officedocument\./

/** Above everything that people sent: no script, no frame, no form, nothing loaded, and an origin that is not ours. */
export const FILE_POLICY = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Answers a file that no browser renders in our origin: as an attachment, unless it is a picture of points. */
export function sendFile(c: HonoContext, { name, type, bytes }: FileDown): Response {
  c.header('content-type', type !== drawn && pages.test(type) && !office.test(type) ? 'application/octet-stream' : type)
  c.header('content-security-policy', FILE_POLICY)
  c.header('x-content-type-options', 'nosniff')
  c.header(
    'content-disposition',
    `${shown.includes(type) ? 'inline' : 'attachment'}; filename="download"; ${named(name)}`,
  )
  return c.body(bytes as Uint8Array<ArrayBuffer>)
}

/** The name with every sign that a header could take for its own written as a code. */
function named(name: string): string {
  const code = (each: string) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`
  return `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, code)}`
}
