import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const kebab = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()

/** The bundler puts all that is imported from a barrel into one shared file, so each import goes to its own module. */
const deepImports: Plugin = {
  name: 'deep-imports',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.tsx$/.test(id)) return
    const named = (list: string) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each && !each.startsWith('type '))
    return code
      .replace(/import \{([^}]*)\} from 'antd'/g, (_, list: string) =>
        named(list)
          .map((name) => `import ${name} from 'antd/es/${kebab(name)}';`)
          .join(''),
      )
      .replace(/import \{([^}]*)\} from '@ant-design\/icons'/g, (_, list: string) =>
        named(list)
          .map((name) => `import ${name} from '@ant-design/icons/es/icons/${name}';`)
          .join(''),
      )
  },
}

/** Every asset lies packed beside itself, so that the server need not pack. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle({ dir }) {
    for (const file of readdirSync(dir!, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg|json)$/.test(file)) continue
      const path = join(dir!, file)
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }))
    }
  },
}

export default defineConfig(({ command }) => {
  // what is built is what people get, whoever builds it: a test must not ship the slow, talkative libraries
  if (command === 'build') process.env.NODE_ENV = 'production'
  return workbench
})

const workbench: UserConfig = {
  root: join(import.meta.dirname, 'src/web'),
  base: '/desk/',
  publicDir: false,
  plugins: [deepImports, react(), packed],
  // the oldest browser kernel met on office computers that we still serve
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'chrome79',
    cssTarget: 'chrome79',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  // everything but the workbench's own files is the server's, asked under the name the browser used: it checks the origin
  server: {
    proxy: { '^/(?!desk/)': { target: `http://127.0.0.1:${process.env.PORT ?? 8080}`, changeOrigin: false } },
  },
}
