import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { questionnaireContract } from '#programme/questionnaire/contract.ts'
import { keepKeysIn } from '#programme/questionnaire/keys.ts'
import type { Stage } from '../stage.ts'
import type { Browser } from '../world.ts'

/** A folder for keys of its own; answers where it is. */
export function keysAside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hangbiao-keys-'))
  keepKeysIn(folder)
  return folder
}

export const content = ({ organisations }: Stage) => ({
  title: '机关作风问卷',
  purpose: '调研机关作风，结果用于整改。',
  minutes: 5,
  lastDay: '2026-07-20',
  questions: [
    { kind: 'one', text: '对机关作风总体满意吗', options: ['满意', '一般', '不满意'] },
    { kind: 'several', text: '哪些方面要改', options: ['会议多', '材料多', '检查多'] },
    { kind: 'text', text: '还想说什么' },
  ],
  groups: [
    { organisation: organisations.huangpu, slips: 12 },
    { organisation: organisations.nansha, slips: 12 },
    { organisation: organisations.xuwen, slips: 4 },
  ],
  legalOffice: '法规处',
  legalDocument: '示海法〔2026〕3号',
})

/** Drafts and opens a questionnaire; answers its id. */
export async function opened(office: Browser, stage: Stage, more: object = {}): Promise<string> {
  const { id } = await office.get(questionnaireContract.draftQuestionnaire, {
    organisation: stage.organisations.root,
    ...content(stage),
    ...more,
  } as never)
  await office.get(questionnaireContract.openQuestionnaire, { questionnaire: id })
  return id
}

/** The codes of every group, by group. */
export async function codesOf(office: Browser, questionnaire: string): Promise<Map<string, string[]>> {
  const { groups } = await office.get(questionnaireContract.readQuestionnaire, { questionnaire })
  const codes = new Map<string, string[]>()
  for (const { id } of groups)
    codes.set(id, (await office.get(questionnaireContract.drawSlips, { questionnaire, group: id })).codes)
  return codes
}

export const said = (choice: number, ways: number[] = [], text?: string) => [
  { question: 1, chosen: [choice] },
  { question: 2, chosen: ways },
  ...(text === undefined ? [] : [{ question: 3, text }]),
]
