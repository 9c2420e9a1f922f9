let ask: (() => Promise<boolean>) | null = null
let waiting: Promise<boolean> | null = null

/** The dialog tells how it is opened; called once, when it is mounted. */
export function proofIsAskedBy(open: (() => Promise<boolean>) | null): void {
  ask = open
}

/** Asks for the password once more; false when the person thinks better of it. Several calls share one dialog. */
export function proveAgain(): Promise<boolean> {
  if (!ask) return Promise.resolve(false)
  waiting ??= ask().finally(() => {
    waiting = null
  })
  return waiting
}
