import type { MiddlewareHandler } from 'hono'

/** Headers of every answer, errors and files included. Nothing is loaded from anywhere but here. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  const headers = c.res.headers
  headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('x-frame-options', 'DENY')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  // a file that somebody sent brings a stricter one
  if (headers.has('content-security-policy')) return
  // The workbench's component library writes its styles at run time; scripts stay strict.
  headers.set(
    'content-security-policy',
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  )
}
