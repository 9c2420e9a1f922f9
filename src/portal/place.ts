/** Only a place on this site; anything else is the start page. */
export function local(path: string | undefined): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/'
}

/** Fills `{id}` from the answer, and marks that it was taken. */
export function after(then: string, output: unknown): string {
  const values = (output ?? {}) as Record<string, unknown>
  const filled = then.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')))
  const [path = '/', hash] = filled.split('#')
  const marked = `${path}${path.includes('?') ? '&' : '?'}done=1`
  return hash ? `${marked}#${hash}` : marked
}
