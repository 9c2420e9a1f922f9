import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** One change that a client asked for, and what it knows of it. */
export interface Written {
  name: string
  key: string
  cookie: string
  /** What the server answered; null while nobody knows whether it took it. */
  answer: { token: string } | null
  tries: number
}

export interface Clients {
  ledger: Written[]
  /** Answers that are neither success nor "come back": a fault. */
  faults: string[]
  /** Milliseconds from the first refused try to the next success, per outage and client. */
  stop(): Promise<void>
}

/**
 * Clients that make one thing after the other, each with a key of its own. What is not acknowledged is asked for again
 * with the same key until it is.
 */
export function startClients(cookies: string[], url: () => string, label: string): Clients {
  const ledger: Written[] = []
  const faults: string[] = []
  let stopped = false
  const running = cookies.map((cookie) => write(cookie))
  return {
    ledger,
    faults,
    async stop() {
      stopped = true
      await Promise.all(running)
    },
  }

  async function write(cookie: string): Promise<void> {
    while (!stopped) {
      const one: Written = {
        name: `${label}-${ledger.length}`,
        key: randomUUID(),
        cookie,
        answer: null,
        tries: 0,
      }
      ledger.push(one)
      const end = performance.now() + 60_000
      while (!one.answer) {
        one.answer = await send(one, url(), faults)
        if (one.answer) break
        if (performance.now() > end) return void faults.push(`${one.name} was never taken`)
        await pause(20)
      }
    }
  }
}

/** Asks once; null when it is not known, or known not yet to be taken. */
export async function send(one: Written, url: string, faults: string[]): Promise<Written['answer']> {
  one.tries++
  try {
    const response = await fetch(`${url}/api/me/tokens`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': one.key,
        cookie: one.cookie,
        origin: url,
      },
      body: JSON.stringify({ name: one.name }),
      signal: AbortSignal.timeout(15_000),
    })
    if (response.status === 200) return (await response.json()) as { token: string }
    const said = await response.text()
    if (response.status !== 503 || response.headers.get('retry-after') === null)
      faults.push(`${one.name}: ${response.status} ${said.slice(0, 200)}`)
  } catch {
    // the connection was cut: nobody knows
  }
  return null
}
