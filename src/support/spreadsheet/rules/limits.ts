/**
 * How much a spreadsheet may hold before it is refused. All are ceilings, met by counting what really comes out of the
 * file, never by believing the sizes that it states.
 */
export interface Limits {
  /** Size of the file itself. */
  bytes: number
  /** Size of everything in it, unpacked. */
  unpackedBytes: number
  /** How many times larger a part may become when unpacked; looked at once the part has passed 4 MB. */
  ratio: number
  /** Files inside the file. */
  parts: number
  sheets: number
  /** Highest row number that may hold a value. */
  rows: number
  /** Highest column number that may hold a value. */
  columns: number
  /** Cells with a value, over all sheets, repeated cells of merged ranges included. */
  cells: number
  /** Characters in one cell; spreadsheet programs allow 32,767. */
  characters: number
  /** Characters in all cells together. */
  allCharacters: number
  /** Longest time for the whole reading, in milliseconds. */
  milliseconds: number
}

/** Ample for 267 branches and some 3,000 people. An import of 100,000 rows asks for more cells and time by itself. */
export const ordinaryLimits: Limits = {
  bytes: 20_000_000,
  unpackedBytes: 160_000_000,
  ratio: 200,
  parts: 500,
  sheets: 60,
  rows: 110_000,
  columns: 300,
  cells: 600_000,
  characters: 32_767,
  allCharacters: 20_000_000,
  milliseconds: 20_000,
}

/** Why a file is refused as a whole. */
export type SpreadsheetRefusal =
  | 'spreadsheet.empty-file'
  | 'spreadsheet.old-format'
  | 'spreadsheet.encrypted'
  | 'spreadsheet.macros'
  | 'spreadsheet.not-a-workbook'
  | 'spreadsheet.embedded'
  | 'spreadsheet.too-large'
  | 'spreadsheet.bomb'
  | 'spreadsheet.too-many-parts'
  | 'spreadsheet.too-many-sheets'
  | 'spreadsheet.too-many-rows'
  | 'spreadsheet.too-many-columns'
  | 'spreadsheet.too-many-cells'
  | 'spreadsheet.too-slow'
  | 'spreadsheet.unreadable'
