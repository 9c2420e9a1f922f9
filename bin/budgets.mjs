// What a first visit to the workbench may weigh.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

/** Kilobytes (1024 bytes), compressed, of everything the first page names: scripts, what they preload, styles. */
const firstLoad = 360

/** Adds up what dist/web/index.html makes a browser load before anything is clicked. */
export function workbenchBudget() {
  const web = join(root, 'dist', 'web')
  if (!existsSync(join(web, 'index.html'))) return { ok: false, said: 'dist/web/index.html was not built' }
  const page = readFileSync(join(web, 'index.html'), 'utf8')
  const loaded = new Set(
    reached(
      web,
      [...page.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file),
    ),
  )
  const bytes = [...loaded].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(web, file))).length,
    gzipSync(page).length,
  )
  const said = `workbench, first load: ${(bytes / 1024).toFixed(1)} KB of ${firstLoad} KB compressed, ${loaded.size} files`
  console.log(said)
  return { ok: loaded.size > 0 && bytes <= firstLoad * 1024, said }
}

/** The files, and those they import at once (not by `import()`, which waits for a page to be opened). */
function reached(web, files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    if (!file.endsWith('.js')) continue
    const text = readFileSync(join(web, file), 'utf8')
    const next = [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name]) => `assets/${name}`)
    reached(
      web,
      next.filter((name) => existsSync(join(web, name))),
      seen,
    )
  }
  return seen
}
