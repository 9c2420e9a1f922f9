import type { Messages } from '#basics/messages.ts'
import type { EvidenceRefusal, PictureRefusal } from './rules/refusals.ts'

type Label = 'file' | 'hint' | 'nothingSecret' | 'upload' | 'download' | 'evidence'

export const evidenceMessages: Messages<
  | EvidenceRefusal
  | PictureRefusal
  | 'evidence.own-only'
  | 'evidence.not-of-this-organisation'
  | 'evidence.room-set-above'
  | 'evidence.room-changed-meanwhile',
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
      zh: '只收 JPG、PNG 图片，PDF，Word（.docx）和 Excel（.xlsx）文件；请另存为其中一种再传',
      en: 'Only JPEG and PNG pictures, PDF, Word (.docx) and Excel (.xlsx) are taken; please save it as one of these',
    },
    'evidence.not-a-picture': {
      zh: '打不开这张图片。只收完整的 PNG、JPG 或 WebP 图片，请另存后再传',
      en: 'The picture cannot be read. Only whole PNG, JPEG and WebP pictures are taken; please save it anew',
    },
    'evidence.picture-too-large': {
      zh: '图片太大，每边最多 {most} 像素，请缩小后再传',
      en: 'The picture is too large: at most {most} pixels a side',
    },
    'evidence.picture-too-small': {
      zh: '图片太小，每边至少 {least} 像素，请换一张',
      en: 'The picture is too small: at least {least} pixels a side',
    },
    'evidence.wrong-ending': {
      zh: '文件名的后缀与内容不符，内容是 {type}；请核对文件来源，把后缀改为 .{type} 再传',
      en: 'The ending of the name belies the content, which is {type}; check where the file comes from and name it .{type}',
    },
    'evidence.is-program': {
      zh: '这是程序或脚本，不是材料；请勿打开它，选择正确的文件再传',
      en: 'This is a program or a script, no evidence; do not open it, and choose the right file',
    },
    'evidence.is-web-page': {
      zh: '这是网页或 SVG 图形，里面可以带脚本；请打印成 PDF 或截成 PNG 图片再传',
      en: 'This is a web page or an SVG drawing, which may carry scripts; print it to PDF or save it as PNG',
    },
    'evidence.is-archive': {
      zh: '这是压缩包；请解压后逐个上传其中的文件',
      en: 'This is an archive; unpack it and hand in its files one by one',
    },
    'evidence.is-old-office': {
      zh: '这是旧格式的办公文件（.doc、.xls、.rtf 等）；请另存为 .docx、.xlsx 或 PDF 再传',
      en: 'This is an old office format (.doc, .xls, .rtf …); save it as .docx, .xlsx or PDF',
    },
    'evidence.encrypted': {
      zh: '文件有密码或加了权限保护，无法检查；请去掉密码另存后再传',
      en: 'The file is protected by a password or by rights, so it cannot be looked at; save it without protection',
    },
    'evidence.has-macros': {
      zh: '文件里有宏或控件，请另存为不含宏的文件再传',
      en: 'The file holds macros or controls; please save it without them',
    },
    'evidence.has-script': {
      zh: '文件里有脚本，或打开时会自动执行的动作；请用“打印为 PDF”或截图重新生成后再传',
      en: 'The file holds a script, or an action that runs when it is opened; print it to PDF anew, or take a picture of it',
    },
    'evidence.has-files-inside': {
      zh: '文件里嵌有别的文件（附件、嵌入的表格或对象）；请把嵌入内容粘贴为图片，附件另行上传',
      en: 'Other files are embedded in it (attachments, embedded sheets or objects); paste those as pictures and hand in attachments by themselves',
    },
    'evidence.reaches-out': {
      zh: '文件打开时会读取外部文件或调用别的程序（远程模板、外部图片、DDE）；请断开这些链接另存后再传',
      en: 'When opened, the file asks other places or programs (remote template, linked picture, DDE); break these links and save it',
    },
    'evidence.more-behind': {
      zh: '文件末尾还藏有别的内容；请重新保存后再传（动态照片请先导出为静态照片）',
      en: 'Something else hides behind the end of the file; save it anew (export a motion photo as a still one)',
    },
    'evidence.damaged': {
      zh: '文件不完整或已损坏；请打开确认，重新保存或导出后再传',
      en: 'The file is cut off or damaged; open it to make sure, and save or export it anew',
    },
    'evidence.unpacks-too-large': {
      zh: '文件展开后过大（图片超过 1 亿像素，或内容异常膨胀）；请缩小图片或重新保存后再传',
      en: 'Unpacked, the file is too large (a picture of over 100 million points, or content that swells); make it smaller or save it anew',
    },
    'evidence.dishonest-archive': {
      zh: '文件内部结构不合规（重名、越界路径、隐藏或重叠的数据）；请用 Word、Excel 或 WPS 打开后另存再传',
      en: 'The file is not built as office programs do it (doubled names, paths leading out, hidden or overlapping data); open it in Word, Excel or WPS and save it anew',
    },
    'evidence.quota-used-up': {
      zh: '本党组织的材料空间共 {room} MB，还剩 {left} MB，这个文件需要 {needed} MB；请用文号代替文件，或请上级党建工作部门调整空间',
      en: 'The organisation has room for {room} MB, {left} MB are left, and this file needs {needed} MB; please give a document number instead, or ask the office above for more room',
    },
    'evidence.room-set-above': {
      zh: '材料空间由上级党组织的党建工作部门设定',
      en: 'The room for files is set by the office of an organisation above',
    },
    'evidence.room-changed-meanwhile': {
      zh: '材料空间刚刚被别人改为 {megabytes} MB，请核对后再改',
      en: 'Somebody else has just set the room to {megabytes} MB; please look again before you change it',
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
