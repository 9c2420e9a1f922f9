/** A Chromium that runs: the one named in CHROMIUM, one on the PATH, or Playwright's own; undefined when there is none. */
export function findChromium(): Promise<string | undefined>
