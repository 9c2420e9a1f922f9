// The browser that tests drive, and the fonts it needs to draw Chinese.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { giveUp, run, tool } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium that runs: the one named in CHROMIUM, one on the PATH, or Playwright's own; undefined when there is none. */
export async function findChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const { chromium } = await import('playwright-core')
  const candidates = [process.env.CHROMIUM ?? '', ...onPath, chromium.executablePath()]
  return candidates.find((file) => file !== '' && existsSync(file) && runs(file))
}

/** Finds Chromium and Chinese fonts, or installs them; ends with one clear sentence when they cannot be had. */
export async function installChromium() {
  const found = await findChromium()
  const missing = [...(found ? [] : ['chromium']), ...(hasChineseFonts() ? [] : ['fonts-noto-cjk'])]
  if (missing.length === 0) return found
  console.log(`安装浏览器与中文字体 · installing ${missing.join(', ')}`)
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], { env })
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], { env })
  }
  if (!(await findChromium())) {
    const withLibraries = process.getuid?.() === 0 ? ['--with-deps'] : []
    await run(...tool('playwright-core', 'install', ...withLibraries, 'chromium'))
  }
  const browser = await findChromium()
  if (!browser)
    giveUp(
      '测试需要 Chromium，但没有找到也装不上：请安装后重试（Debian：apt-get install chromium），或在 CHROMIUM 中写明它的路径。',
      'The tests need Chromium, which was not found and could not be installed: install it (Debian: apt-get install chromium), or name its path in CHROMIUM.',
    )
  if (!hasChineseFonts())
    giveUp(
      '测试需要中文字体，但没有找到也装不上：请安装后重试（Debian：apt-get install fonts-noto-cjk）。',
      'The tests need Chinese fonts, which were not found and could not be installed: install them (Debian: apt-get install fonts-noto-cjk).',
    )
  return browser
}

function runs(file) {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function hasChineseFonts() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  if (process.platform === 'darwin') return true
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env.HOME ?? '/', '.fonts')].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((file) => /cjk|wqy|droidsansfallback/i.test(String(file))),
  )
}
