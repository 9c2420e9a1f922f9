export const fileTypes = ['jpg', 'png', 'pdf', 'xlsx', 'docx'] as const
export type FileType = (typeof fileTypes)[number]

/** What a browser is told of a file of that type. */
export const mediaTypes: Record<FileType, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

export const MOST_BYTES = 10 * 1024 * 1024

const pictures = ['jpg', 'jpeg', 'jpe', 'jfif', 'png']
const endings: Record<FileType, readonly string[]> = {
  jpg: pictures,
  png: pictures,
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  docx: ['docx'],
}
/** Endings by which people and programs choose what opens a file. Others, such as a date, say nothing. */
const telling = new Set([
  ...Object.values(endings).flat(),
  ...'gif bmp webp svg heic tif tiff doc docm dot dotm dotx wps xls xlsm xlsb xlt xltm xltx et csv ppt pptx pptm'.split(
    ' ',
  ),
  ...'exe com scr pif bat cmd msi dll cpl lnk url hta js jse vbs vbe wsf wsh ps1 jar apk sh py php asp jsp'.split(' '),
  ...'htm html shtml xhtml mht mhtml xml swf chm zip rar 7z gz tar cab iso txt rtf mp3 mp4 mov avi'.split(' '),
])

/** Whether a name tells the truth of its content: its ending, if it says anything, belongs to the type. */
export function mayBeNamed(name: string, type: FileType): boolean {
  const ending = /\.([a-z0-9]{1,6})[\s.]*$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined || !telling.has(ending) || endings[type].includes(ending)
}

/** A name to keep: the last part of what was sent, at most 120 characters, with the ending that the content calls for. */
export function keptName(sent: string, type: FileType): string {
  const last = sent.split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
  return `${[...stem.trim()].slice(0, 120).join('') || 'file'}.${type}`
}
