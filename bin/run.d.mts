/** The project's folder. */
export const root: string
/** Runs a program in the project's folder; gives its exit code and, when `quiet`, all that it said. */
export function run(
  file: string,
  words?: string[],
  settings?: { quiet?: boolean; env?: Record<string, string> },
): Promise<{ code: number; said: string }>
