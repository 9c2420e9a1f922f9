/** Everything on a page that a person could type into or choose from; hidden fields and the header's are not. */
export function fieldsOf(html: string): { name: string; required: boolean }[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  return [...main.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('type="hidden"'))
    .map((tag) => ({ name: /name="([^"]*)"/.exec(tag)?.[1] ?? '', required: /\brequired\b/.test(tag) }))
}
