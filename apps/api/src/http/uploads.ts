import type { Readable } from 'node:stream'
import { FILE_MAX_BYTES } from '@app/contracts'

/** A file as it came. One that is too large holds one byte too many and not more: whoever looks at it can say so in a sentence. */
export interface Uploaded {
  originalname: string
  buffer: Buffer
}

type Done = (error: Error | null, file?: Pick<Uploaded, 'buffer'>) => void

/** Keeps a file in memory up to its limit and lets the rest flow past; a form that breaks off would leave the sender without a word. */
const storage = {
  _handleFile(_request: unknown, { stream }: { stream: Readable }, done: Done): void {
    const parts: Buffer[] = []
    let bytes = 0
    stream.on('data', (part: Buffer) => {
      if (bytes <= FILE_MAX_BYTES) parts.push(part.subarray(0, FILE_MAX_BYTES + 1 - bytes))
      bytes += part.length
    })
    stream.on('error', (error) => done(error))
    stream.on('end', () => done(null, { buffer: Buffer.concat(parts) }))
  },
  _removeFile(_request: unknown, _file: unknown, done: (error: Error | null) => void): void {
    done(null)
  },
}

/** Four times what is taken: beyond it nobody waits for the end of a body. */
const limits = { files: 1, fields: 5, fieldSize: 2_000, fileSize: FILE_MAX_BYTES * 4, headerPairs: 20 }

export const UPLOAD = { storage, limits, defParamCharset: 'utf8' }
