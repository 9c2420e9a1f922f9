/** Everything that can be set from outside. Read and checked once; nothing else reads the environment. */
export interface Settings {
  host: string
  port: number
  dataDir: string
  /** A server of one's own instead of the embedded one: the application's and the owner's connection. */
  database: { url: string; ownerUrl: string } | null
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; none by default. */
  trustedProxies: string[]
  /** The public origin when behind a proxy, such as https://pinpai.example.gov.cn */
  origin: string | null
  demo: boolean
  /** Demo and tests: the day from which the sample's dates are counted. */
  anchor: string | null
}

const KNOWN = ['HOST', 'PORT', 'DATA_DIR', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'TRUSTED_PROXIES', 'ORIGIN'] as const

/**
 * Takes the settings out of an environment and the command line (`--demo`, `--anchor=YYYY-MM-DD`).
 * Throws one sentence that says what is wrong.
 */
export function readSettings(environment: Record<string, string | undefined>, options: string[]): Settings {
  const value = (name: (typeof KNOWN)[number]) => environment[name]?.trim() || undefined
  const port = Number(value('PORT') ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT 应为 0 至 65535 的整数 / PORT must be a whole number from 0 to 65535: ${value('PORT')}`)
  const url = value('DATABASE_URL')
  const ownerUrl = value('DATABASE_OWNER_URL')
  if ((url === undefined) !== (ownerUrl === undefined))
    throw new Error(
      'DATABASE_URL 与 DATABASE_OWNER_URL 须同时设置 / set DATABASE_URL and DATABASE_OWNER_URL together, or neither',
    )
  const host = value('HOST') ?? '127.0.0.1'
  const demo = options.includes('--demo')
  if (demo && !['127.0.0.1', 'localhost', '::1'].includes(host))
    throw new Error('演示数据只能在本机回环地址运行 / the demo runs on loopback only')
  const unknown = options.find((option) => option !== '--demo' && !/^--anchor=\d{4}-\d\d-\d\d$/.test(option))
  if (unknown) throw new Error(`未知选项 / unknown option: ${unknown}`)
  return {
    host,
    port,
    dataDir: value('DATA_DIR') ?? 'data',
    database: url && ownerUrl ? { url, ownerUrl } : null,
    trustedProxies: (value('TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    origin: value('ORIGIN') ?? null,
    demo,
    anchor: options.find((option) => option.startsWith('--anchor='))?.slice(9) ?? null,
  }
}
