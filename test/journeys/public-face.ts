import type { Browser } from '../world.ts'

/** Every way in which the public looks at what is disclosed: pages, lists, searches. */
const places = [
  '/',
  '/cycle',
  '/notices',
  '/notices?state=closed',
  '/wall',
  `/wall?search=${encodeURIComponent('眼睛')}`,
  '/wall?search=zjksdyj',
  `/wall?search=${encodeURIComponent('黄埔')}`,
  `/wall?region=${encodeURIComponent('珠三角')}`,
  '/register',
  `/register?search=${encodeURIComponent('黄埔')}`,
  '/api/notices',
  '/api/notices?state=open',
  '/api/notices?state=closed',
  '/api/notices?subjectKind=theme',
  '/api/brands',
  `/api/brands?search=${encodeURIComponent('眼睛')}`,
  '/api/brands?search=zjksdyj',
  '/api/register',
  '/api/running-cycle',
]

/** What the public is shown there, byte for byte, but for what is new in every answer. */
export async function publicFace(browser: Browser): Promise<Record<string, string>> {
  const face: Record<string, string> = {}
  for (const place of places) face[place] = await bytesAt(browser, place)
  return face
}

/** One answer, with the ids of requests and forms taken out, and the place asked for where the page repeats it. */
export async function bytesAt(browser: Browser, place: string): Promise<string> {
  const { status, html } = await browser.page(place)
  const plain = html
    .replaceAll(encodeURIComponent(place), '(here)')
    .replaceAll(place, '(here)')
    .replace(/"requestId":"[^"]*"/g, '')
    .replace(/name="_key" value="[^"]*"/g, '')
  return `${status} ${plain}`
}
