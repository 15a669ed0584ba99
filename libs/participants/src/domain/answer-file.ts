import type { FileType } from '@app/contracts'

/** First bytes of the types that are taken: PDF (ISO 32000-1 §7.5.2), JPEG (ITU-T T.81 SOI), PNG (ISO/IEC 15948 §5.2). */
const MARKS: Record<FileType, Buffer> = {
  'application/pdf': Buffer.from('%PDF-', 'latin1'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
}

const ENDINGS: Record<FileType, string> = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' }
const NAME_MAX = 100

/** What a file is by its first bytes; null for anything that is not taken. */
export function typeOfFile(content: Buffer): FileType | null {
  return (Object.entries(MARKS) as [FileType, Buffer][]).find(([, mark]) => content.subarray(0, mark.length).equals(mark))?.[0] ?? null
}

/** A name that any system can save under: without path and control characters, cut, and with the ending of what the file really is. */
export function shownName(name: string, type: FileType): string {
  const bare = name.normalize('NFC').split(/[/\\]/).pop()!.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>:|?*;%]/gu, '').replace(/\s+/gu, ' ').trim()
  const stem = [...bare.replace(/\.[^.]*$/, '')].slice(0, NAME_MAX).join('').replace(/^\.+/, '')
  return `${stem || 'datei'}${ENDINGS[type]}`
}
