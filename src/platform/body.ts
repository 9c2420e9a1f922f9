import { tooLarge } from './errors.ts'

/** The whole body, or 413 as soon as it is known to be longer than `most` bytes. */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const megabytes = Math.ceil(most / 1024 / 1024)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(megabytes)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel().catch(() => {})
      throw tooLarge(megabytes)
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

/** The parts of a posted form in their order: texts, and files as name and bytes. Throws what `unreadable` makes. */
export async function formParts(
  bytes: Uint8Array,
  type: string,
  unreadable: () => Error,
): Promise<[string, string | { name: string; bytes: Uint8Array }][]> {
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw unreadable()
    })
  return Promise.all(
    [...form].map(
      async ([name, value]): Promise<[string, string | { name: string; bytes: Uint8Array }]> => [
        name,
        typeof value === 'string' ? value : { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) },
      ],
    ),
  )
}
