import { themeContract } from '#programme/theme/contract.ts'
import { markContract } from '#programme/theme/contract-mark.ts'
import { pictureOf } from '../pictures.ts'
import { as, notice, theme } from './acts.ts'
import { concerned } from './rows-theme.ts'
import type { Ground, Table } from './table.ts'

const file = { name: '标识.png', bytes: await pictureOf({ width: 120, height: 90 }) }
const words = '一座蓝色的灯塔'
const seen = { at: 'huangpu', sees: concerned } as const

async function marked(ground: Ground): Promise<string> {
  const id = await theme(ground, 'draft')
  const secretary = await as(ground, 'secretary@huangpu')
  const { state } = await secretary.get(themeContract.readTheme, { theme: id })
  if (state === 'draft') await secretary.get(markContract.saveMark, { theme: id, file, words })
  return id
}

/** The notice of a theme that was given a mark before it was handed in. */
async function illustrated(ground: Ground): Promise<string> {
  await marked(ground)
  return notice(ground)
}

export const markRows: Table = {
  saveMark: {
    ...seen,
    may: ['secretary@own'],
    input: async (ground) => ({ theme: await theme(ground, 'draft'), file, words }),
  },
  removeMark: { ...seen, may: ['secretary@own'], input: async (ground) => ({ theme: await marked(ground) }) },
  downloadMark: { ...seen, may: concerned, input: async (ground) => ({ theme: await marked(ground) }) },
  downloadNoticePicture: {
    nobody: 404,
    at: 'huangpu',
    may: 'signed-in',
    sees: 'all',
    input: async (ground) => ({ notice: await illustrated(ground) }),
  },
}
