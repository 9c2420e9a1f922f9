/** Why the embedded database cannot be started, in words the person at the terminal can act on. */
export class CannotStart extends Error {
  readonly zh: string
  readonly en: string

  constructor(zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, { cause })
    this.name = 'CannotStart'
    this.zh = zh
    this.en = en
  }
}
