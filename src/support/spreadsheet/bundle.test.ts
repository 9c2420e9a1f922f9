import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { sheetXml, workbookOf } from './archive-maker.ts'

test('bundled, the reader is a file of its own beside the bundle and needs neither source nor tsx', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hangbiao-航 标-'))
  try {
    await build({
      entryPoints: {
        server: join(import.meta.dirname, 'spreadsheet.ts'),
        'spreadsheet-worker': join(import.meta.dirname, 'worker.ts'),
      },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      logLevel: 'error',
    })
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    const url = pathToFileURL(join(folder, 'server.mjs')).href
    const { readWorkbook } = (await import(/* @vite-ignore */ url)) as typeof import('./spreadsheet.ts')
    const read = await readWorkbook(workbookOf({ sheet: sheetXml('<row r="1"><c r="A1"><v>1.5</v></c></row>') }))
    if (!read.ok) throw new Error(read.reason)
    expect(read.value.sheets[0]!.rows[0]![0]).toMatchObject({ address: 'A1', value: { decimal: '1.5' } })
  } finally {
    await rm(folder, { recursive: true })
  }
})
