/*
 * How a screen is written
 *
 *   // programme/theme/ui/Themes.tsx — one line in web/pages.ts makes it a page
 *   export function Themes() {
 *     const say = useSay(themeMessages)                             // labels in the person's language
 *     const [filters, setFilters] = useFilters({ search: '' })      // kept in the address
 *     return (
 *       <Screen title={say.themes}>
 *         <FilterBar value={filters} onChange={setFilters} fields={[{ name: 'search', label: say.search }]} />
 *         <DataTable operation={themeContract.listThemes} input={given(filters)} rowKey={(row) => row.id}
 *           columns={[{ key: 'name', title: say.name, render: (row) => <DeskLink to={`/themes/${row.id}`}>{row.name}</DeskLink> }]} />
 *       </Screen>
 *     )
 *   }
 *
 *   // a thing: const theme = useParam('theme'); const read = useRead(themeContract.readTheme, { theme })
 *   //   <Shown read={read}>{(view) => …}</Shown> shows loading, refusal or the thing
 *   // a verb in `allowed`: <ActionButton operation={themeContract.withdraw} input={{ theme }} confirm={say.withdrawSure}>{say.withdraw}</ActionButton>
 *   // a form: <ChangeForm operation={themeContract.propose} params={{ branch }} submit={say.propose} onDone={…}> <Form.Item name="…" label="…" rules={useMust()}>…
 *   // a file down: <ActionButton operation={…download…} …>; a file up: await call(operation, { …, file: await sent(file) })
 * Days are texts 'YYYY-MM-DD' everywhere: <DayInput/>, never a Date.
 */
import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type InputOf, type Operation, type OutputOf, pathNames } from '#basics/contract.ts'
import { proveAgain } from './proof.ts'

/** A refusal by the server, with the message to show and, for fields, what is wrong with each. Status 0: no answer at all. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly fields: { field: string; message: string }[]

  constructor(status: number, code: string, message: string, fields: { field: string; message: string }[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

/**
 * Asks one operation. Its types come from the contract. A download is saved as a file; when the password is asked for once
 * more a dialog opens and the call is repeated; who is not signed in any more is sent to sign in.
 */
export async function call<O extends Operation>(operation: O, input: InputOf<O>, key?: string): Promise<OutputOf<O>> {
  try {
    return await send(operation, input as Record<string, unknown>, key)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'platform.prove-it-again' && (await proveAgain()))
      return send(operation, input as Record<string, unknown>, key)
    if (error.code === 'platform.sign-in-first') {
      const here = window.location.pathname + window.location.search
      window.location.assign(`/sign-in?then=${encodeURIComponent(here)}`)
    }
    throw error
  }
}

async function send<O extends Operation>(
  operation: O,
  input: Record<string, unknown>,
  key: string | undefined,
): Promise<OutputOf<O>> {
  const { url, init } = requestOf(operation, input)
  const headers = { ...init.headers, ...(key && operation.method !== 'GET' && { 'idempotency-key': key }) }
  const response = await fetch(url, { ...init, headers }).catch(() => {
    throw new ApiError(0, 'web.no-answer', noAnswer())
  })
  if (!response.ok) throw await refusalIn(response)
  if (operation.kind === 'download') return (await save(response)) as OutputOf<O>
  return (await response.json()) as OutputOf<O>
}

function requestOf(operation: Operation, input: Record<string, unknown>) {
  const inPath = pathNames(operation.path)
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined)
  const method = operation.method
  if (method === 'GET') {
    const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString()
    return { url: `/api${path}${query ? `?${query}` : ''}`, init: { method, headers: {} } }
  }
  if (operation.kind === 'upload') {
    const body = new FormData()
    for (const [name, value] of rest) {
      const file = value as { name: string; bytes: Uint8Array<ArrayBuffer> }
      if (typeof value === 'object' && value !== null && 'bytes' in value)
        body.append(name, new Blob([file.bytes]), file.name)
      else body.append(name, String(value))
    }
    return { url: `/api${path}`, init: { method, headers: {}, body } }
  }
  const body = JSON.stringify(Object.fromEntries(rest))
  return { url: `/api${path}`, init: { method, headers: { 'content-type': 'application/json' }, body } }
}

async function refusalIn(response: Response): Promise<ApiError> {
  const told = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string; fields?: { field: string; message: string }[] }
  } | null
  if (!told?.error) return new ApiError(response.status, 'web.no-answer', noAnswer())
  return new ApiError(response.status, told.error.code, told.error.message, told.error.fields)
}

function noAnswer(): string {
  return document.documentElement.lang === 'en'
    ? 'The server does not answer. Please check the network and try again; nothing is done twice.'
    : '连不上服务器，请检查网络后重试；重试不会重复办理。'
}

/** Lets the browser keep what came down under the name the server gave it. */
async function save(response: Response): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const blob = await response.blob()
  const disposition = response.headers.get('content-disposition') ?? ''
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'download')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return { name, type: blob.type, bytes: new Uint8Array(0) }
}

/** A file chosen in the browser, as an upload's input wants it. */
export async function sent(file: File): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Leaves out what is empty, so that an empty filter is no filter. */
export function given<Fields extends Record<string, unknown>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined && value !== null),
  ) as Partial<Fields>
}

export type Read<Output> = UseQueryResult<Output, ApiError>

/**
 * Reads, and reads again after every change. `keep` shows the last answer while another page or filter is on its way;
 * `again` says after how many milliseconds to look again by itself, for what goes on without us.
 */
export function useRead<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  {
    enabled = true,
    keep = false,
    again,
  }: { enabled?: boolean; keep?: boolean; again?: (output: OutputOf<O>) => number | undefined } = {},
): Read<OutputOf<O>> {
  return useQuery<OutputOf<O>, ApiError, OutputOf<O>, unknown[]>({
    queryKey: [operation.method, operation.path, input],
    queryFn: () => call(operation, input),
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
    ...(again && { refetchInterval: ({ state }) => (state.data && again(state.data)) ?? false }),
  })
}

/**
 * Changes something; afterwards every screen reads again: correctness first, and our pages are small. What was sent and got
 * no answer is sent with the same key when it is tried again, so it cannot happen twice; not `once` where the answer or a
 * field is a secret, for the server keeps what it answered to a key.
 */
export function useChange<O extends Operation>(operation: O, { once = true }: { once?: boolean } = {}) {
  const queries = useQueryClient()
  const intent = useRef<{ input: string; key: string } | null>(null)
  return useMutation<OutputOf<O>, ApiError, InputOf<O>>({
    mutationFn: async (input) => {
      const text = operation.kind === 'upload' ? '' : JSON.stringify(input)
      if (intent.current?.input !== text || operation.kind === 'upload') intent.current = { input: text, key: newKey() }
      const answer = await call(operation, input, once ? intent.current?.key : undefined).catch((error: ApiError) => {
        if (error.status !== 0 && error.status !== 503) intent.current = null
        throw error
      })
      intent.current = null
      return answer
    },
    onSettled: async () => {
      if (operation.kind !== 'download') await queries.invalidateQueries()
    },
  })
}

// crypto.randomUUID needs Chromium 92
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
