import { Hono } from 'hono'
import { secured } from '#platform/headers.ts'

/** What is shown while the sample is being loaded: a plain page that looks again by itself. */
export function waiting(progress: () => string): Hono {
  const app = new Hono()
  app.use(secured)
  app.all('*', (c) => {
    c.header('retry-after', '2')
    return c.html(page(progress()), 503)
  })
  return app
}

function page(line: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="2"><link rel="icon" href="data:,"><title>正在准备示例数据 · 航标</title></head><body style="font-family:sans-serif;padding:24px"><main><h1>正在准备示例数据</h1><p lang="en">The sample programme is being loaded; this page looks again by itself.</p><p>${line.replace(/[<&]/g, '')}</p></main></body></html>`
}
