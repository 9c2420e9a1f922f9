/** Control characters, and those that turn the direction of writing: a terminal would obey them. Tabs and line ends stay. */
const commands =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Text from elsewhere as it may be printed: nothing in it steers the terminal. */
export function plain(text: string): string {
  return text.replace(commands, '')
}

/** JSON to read and to pass on: the same value, with everything that steers a terminal written as an escape. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    commands,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
