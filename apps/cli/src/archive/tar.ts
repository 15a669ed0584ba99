import type { Readable, Writable } from 'node:stream'

const BLOCK = 512
/** Eleven octal digits: what the size field of ustar holds. */
const MOST_BYTES = 8 ** 11 - 1

/**
 * Writes a tar archive (ustar, POSIX.1-1988): plain files with mode 0600 and without owner, so that equal contents make equal archives
 * and any `tar` can look inside.
 */
export class TarWriter {
  constructor(private readonly out: Writable) {}

  async add(name: string, content: Buffer): Promise<void> {
    await this.write(header(name, content.length))
    await this.write(content)
    await this.write(Buffer.alloc(padding(content.length)))
  }

  /** The two empty blocks at the end. */
  async end(): Promise<void> {
    await this.write(Buffer.alloc(2 * BLOCK))
  }

  private write(chunk: Buffer): Promise<void> {
    if (chunk.length === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.out.write(chunk, (error) => (error ? reject(error) : resolve()))
    })
  }
}

/**
 * Reads such an archive entry by entry, each as a whole.
 * @throws Error when the archive is damaged or ends in the middle
 */
export async function* readTar(stream: Readable): AsyncGenerator<{ name: string; content: Buffer }> {
  const blocks = new Blocks(stream)
  for (;;) {
    const head = await blocks.take(BLOCK)
    if (head.every((byte) => byte === 0)) return
    const { name, bytes } = parsed(head)
    const content = await blocks.take(bytes)
    await blocks.take(padding(bytes))
    yield { name, content }
  }
}

function header(name: string, bytes: number): Buffer {
  if (bytes > MOST_BYTES) throw new Error('A file of 8 GB or more does not fit into a backup.')
  const [prefix, rest] = divided(name)
  const block = Buffer.alloc(BLOCK)
  block.write(rest, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124)
  block.write('00000000000\0', 136)
  block.write('0', 156)
  block.write('ustar\0', 257)
  block.write('00', 263)
  block.write(prefix, 345)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** ustar holds 100 bytes of a name, and up to 155 more of its folders. */
function divided(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)]
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return [prefix, rest]
  }
  throw new Error('A file has a name that is too long for a backup.')
}

function parsed(block: Buffer): { name: string; bytes: number } {
  const said = Number.parseInt(text(block, 148, 8), 8)
  if (said !== checksum(block)) throw new Error('damaged')
  const prefix = text(block, 345, 155)
  const name = text(block, 0, 100)
  return { name: prefix === '' ? name : `${prefix}/${name}`, bytes: Number.parseInt(text(block, 124, 12), 8) }
}

/** The sum of all bytes of a header, its own eight counted as blanks. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

function text(block: Buffer, from: number, length: number): string {
  const field = block.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.subarray(0, end === -1 ? length : end).toString('utf8')
}

function padding(bytes: number): number {
  return (BLOCK - (bytes % BLOCK)) % BLOCK
}

class Blocks {
  private readonly chunks: AsyncIterator<Buffer>
  private rest: Buffer[] = []
  private held = 0

  constructor(stream: Readable) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  async take(bytes: number): Promise<Buffer> {
    while (this.held < bytes) {
      const { value, done } = await this.chunks.next()
      if (done) throw new Error('ends in the middle')
      this.rest.push(value)
      this.held += value.length
    }
    const all = this.rest.length === 1 ? this.rest[0]! : Buffer.concat(this.rest)
    this.rest = [all.subarray(bytes)]
    this.held = all.length - bytes
    return all.subarray(0, bytes)
  }
}
