import { isIP } from 'node:net'

/** Everything that can be set from outside. Read and checked once; nothing else reads the environment. */
export interface Settings {
  host: string
  port: number
  dataDir: string
  /** A server of one's own instead of the embedded one: the application's and the owner's connection. */
  database: { url: string; ownerUrl: string } | null
  /** Which embedded PostgreSQL: 18; tests prove 15 as well. */
  postgres: 15 | 18
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; none by default. */
  trustedProxies: string[]
  /** The public origin when behind a proxy, such as https://pinpai.example.gov.cn */
  origin: string | null
  demo: boolean
  /** Demo and tests: the day from which the sample's dates are counted. */
  anchor: string | null
}

const KNOWN = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'TRUSTED_PROXIES',
  'ORIGIN',
  'HANGBIAO_POSTGRES',
] as const
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

type Value = (name: (typeof KNOWN)[number]) => string | undefined

/**
 * Takes the settings out of an environment and the command line (`--demo`, `--anchor=YYYY-MM-DD`).
 * Throws one sentence that says what is wrong.
 */
export function readSettings(environment: Record<string, string | undefined>, options: string[]): Settings {
  const value: Value = (name) => environment[name]?.trim() || undefined
  const stranger = Object.keys(environment).find(
    (name) => name.startsWith('HANGBIAO_') && !(KNOWN as readonly string[]).includes(name),
  )
  if (stranger) throw new Error(`没有这个设置 / there is no such setting: ${stranger}`)
  const host = value('HOST') ?? '127.0.0.1'
  const demo = options.includes('--demo')
  if (demo && !LOOPBACK.includes(host))
    throw new Error('演示数据只能在本机回环地址运行 / the demo runs on loopback only')
  const unknown = options.find((option) => option !== '--demo' && !/^--anchor=\d{4}-\d\d-\d\d$/.test(option))
  if (unknown) throw new Error(`未知选项 / unknown option: ${unknown}`)
  return {
    host,
    port: portOf(value('PORT') ?? '8080'),
    dataDir: value('DATA_DIR') ?? 'data',
    database: databaseOf(value('DATABASE_URL'), value('DATABASE_OWNER_URL')),
    postgres: majorOf(value('HANGBIAO_POSTGRES') ?? '18'),
    trustedProxies: proxiesOf(value('TRUSTED_PROXIES') ?? ''),
    origin: originOf(value('ORIGIN')),
    demo,
    anchor: options.find((option) => option.startsWith('--anchor='))?.slice(9) ?? null,
  }
}

/** What is set so that it works badly or not at all, in sentences for the person at the terminal. */
export function warningsOf({ host, origin }: Settings): string[] {
  if (LOOPBACK.includes(host) || origin?.startsWith('https://')) return []
  return [
    `HOST 是 ${host}，但没有设置 https 的 ORIGIN：不经 https 打开时浏览器不保存登录，口令也可能被同网的人看到。请在前面放一个支持 https 的反向代理，并设置 ORIGIN。`,
    `HOST is ${host}, and no ORIGIN with https is set: without https browsers keep no sign-in, and others on the network may read passwords. Put a proxy that speaks https in front and set ORIGIN.`,
  ]
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT 应为 0 至 65535 的整数 / PORT must be a whole number from 0 to 65535: ${text}`)
  return port
}

function databaseOf(url: string | undefined, ownerUrl: string | undefined): Settings['database'] {
  if ((url === undefined) !== (ownerUrl === undefined))
    throw new Error(
      'DATABASE_URL 与 DATABASE_OWNER_URL 须同时设置 / set DATABASE_URL and DATABASE_OWNER_URL together, or neither',
    )
  if (!url || !ownerUrl) return null
  // the addresses hold passwords, so no sentence repeats them
  for (const each of [url, ownerUrl])
    if (!/^postgres(ql)?:$/.test(URL.canParse(each) ? new URL(each).protocol : ''))
      throw new Error(
        'DATABASE_URL 与 DATABASE_OWNER_URL 应为 postgres://用户:口令@主机/库 / they must be written postgres://user:password@host/database',
      )
  if (new URL(url).username === new URL(ownerUrl).username)
    throw new Error(
      'DATABASE_URL 与 DATABASE_OWNER_URL 须用两个不同的角色，否则应用能改写历史 / DATABASE_URL and DATABASE_OWNER_URL must name two roles, or the application could change history',
    )
  return { url, ownerUrl }
}

function majorOf(text: string): 15 | 18 {
  if (text === '15') return 15
  if (text === '18') return 18
  throw new Error(`HANGBIAO_POSTGRES 应为 15 或 18 / HANGBIAO_POSTGRES must be 15 or 18: ${text}`)
}

/** Single addresses only: `*` or a whole network would let anybody write the address that limits go by. */
function proxiesOf(text: string): string[] {
  const proxies = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  const wrong = proxies.find((each) => isIP(each) === 0)
  if (wrong)
    throw new Error(
      `TRUSTED_PROXIES 只能是以逗号分隔的 IP 地址，不能是通配符或网段 / TRUSTED_PROXIES takes single IP addresses, no wildcard and no network: ${wrong}`,
    )
  return proxies
}

function originOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname))
  if (!url || !safe || url.origin !== text)
    throw new Error(
      `ORIGIN 应为公开访问的 https 地址，不带路径，如 https://pinpai.example.gov.cn / ORIGIN must be the public https address without a path: ${text}`,
    )
  return text
}
