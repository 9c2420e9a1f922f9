import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { secured } from './headers.ts'
import { FILE_POLICY, sendFile } from './send-file.ts'

/** The answer as it leaves, behind the headers of every answer. */
async function sent(type: string, name = '文件') {
  const app = new Hono()
  app.use(secured)
  app.get('/', (c) => sendFile(c, { name, type, bytes: new TextEncoder().encode('<script>alert(1)</script>') }))
  const { headers } = await app.request('/')
  return {
    type: headers.get('content-type'),
    disposition: headers.get('content-disposition') ?? '',
    policy: headers.get('content-security-policy'),
    sniffing: headers.get('x-content-type-options'),
  }
}

describe('a file that goes down', () => {
  test('is alone in a sandbox, whatever it is, and nobody guesses its type', async () => {
    for (const type of ['image/png', 'application/pdf', 'text/csv; charset=utf-8', 'text/html'])
      expect(await sent(type)).toMatchObject({ policy: FILE_POLICY, sniffing: 'nosniff' })
    expect(FILE_POLICY).toMatch(/^sandbox; default-src 'none'(;|$)/)
    expect(FILE_POLICY).not.toContain('allow-')
  })

  test('is shown when it is a picture of points, else kept', async () => {
    for (const type of ['image/png', 'image/jpeg']) expect((await sent(type)).disposition).toMatch(/^inline;/)
    for (const type of ['application/pdf', 'image/svg+xml', 'image/gif', 'text/html', 'application/zip', 'IMAGE/PNG'])
      expect((await sent(type)).disposition, type).toMatch(/^attachment;/)
  })

  test('is never called a page, a drawing or a script', async () => {
    for (const type of [
      'text/html',
      'text/html; charset=utf-8',
      'IMAGE/SVG+XML',
      'application/xhtml+xml',
      'text/xml',
      'application/xml',
      'text/javascript',
      'application/xslt+xml',
    ])
      expect((await sent(type)).type, type).toBe('application/octet-stream')
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    for (const type of ['application/pdf', 'text/csv; charset=utf-8', workbook])
      expect((await sent(type)).type).toBe(type)
  })

  test('has a name that stays a name', async () => {
    const { disposition } = await sent('application/pdf', `a"; filename=x.html\r\nset-cookie: y=1 (1)'*.pdf`)
    expect(disposition).toBe(
      `attachment; filename="download"; filename*=UTF-8''a%22%3B%20filename%3Dx.html%0D%0Aset-cookie%3A%20y%3D1%20%281%29%27%2A.pdf`,
    )
  })
})
