import type { Messages } from '#basics/messages.ts'
import type { EvidenceRefusal } from './rules/file-type.ts'

type Label = 'file' | 'hint' | 'nothingSecret' | 'upload' | 'download' | 'evidence'

export const evidenceMessages: Messages<
  EvidenceRefusal | 'evidence.own-only' | 'evidence.not-of-this-organisation',
  Label
> = {
  refusals: {
    'evidence.own-only': {
      zh: '佐证材料由本党组织的书记或党建工作部门上传',
      en: 'Evidence is handed in by the secretary or the office of the organisation itself',
    },
    'evidence.not-of-this-organisation': {
      zh: '这份材料不是本党组织上传的，请重新选择',
      en: 'That file was not handed in by this organisation; please choose another',
    },
    'evidence.empty': { zh: '文件是空的，请重新选择', en: 'The file is empty; please choose another' },
    'evidence.too-large': {
      zh: '文件超过 {megabytes} MB，请压缩或拆分后再传',
      en: 'The file is larger than {megabytes} MB; please make it smaller',
    },
    'evidence.type-not-taken': {
      zh: '只收 JPG、PNG 图片，PDF，Word（.docx）和 Excel（.xlsx）文件；旧格式请另存为新格式，加密文件请先解密',
      en: 'Only JPEG and PNG pictures, PDF, Word (.docx) and Excel (.xlsx) are taken; save old formats anew, and remove encryption first',
    },
    'evidence.has-macros': {
      zh: '文件里有宏或控件，请另存为不含宏的文件再传',
      en: 'The file holds macros or controls; please save it without them',
    },
    'evidence.quota-used-up': {
      zh: '本党组织的材料空间（1 GB）已用完，请用文号代替文件，或联系党建工作部门',
      en: 'The organisation has used up its gigabyte; please give a document number instead, or ask the office',
    },
  },
  labels: {
    evidence: { zh: '佐证材料', en: 'Evidence' },
    file: { zh: '文件（选填）', en: 'File (optional)' },
    hint: {
      zh: 'JPG、PNG、PDF、Word、Excel，10 MB 以内。有文号的写文号即可，不必上传。',
      en: 'JPEG, PNG, PDF, Word or Excel, at most 10 MB. A document number will do; no file is needed.',
    },
    nothingSecret: {
      zh: '不得上传涉密信息和工作秘密。',
      en: 'Nothing classified and no work secrets may be uploaded.',
    },
    upload: { zh: '上传', en: 'Upload' },
    download: { zh: '下载', en: 'Download' },
  },
}
