/** Builds when a source is not the one that was built last. */
export function buildIfNeeded(): Promise<void>
