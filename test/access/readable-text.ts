import { inflateRawSync } from 'node:zlib'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50

/** Everything that an answer lets somebody read, in lower case: headers and body, a ZIP (XLSX) with its files unpacked. */
export async function readableText(response: Response): Promise<string> {
  const body = Buffer.from(await response.arrayBuffer())
  const headers = [...response.headers].map(([name, value]) => `${name}: ${safelyDecoded(value)}`).join('\n')
  const content = body.length > 4 && body.readUInt32LE(0) === LOCAL_HEADER ? unpacked(body) : body.toString('utf8')
  return `${headers}\n${content}`.toLowerCase()
}

/** The files of a ZIP, found by its directory at the end (APPNOTE.TXT 4.3.12). */
function unpacked(zip: Buffer): string {
  const texts: string[] = []
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0 && zip.readUInt32LE(at) === CENTRAL_HEADER; ) {
    const [method, size, nameLength, extraLength, noteLength, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const packed = zip.subarray(from, from + size)
    texts.push(zip.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + extraLength + noteLength
    if (at + 4 > zip.length) break
  }
  if (texts.length === 0) throw new Error('A ZIP without files')
  return texts.join('\n')
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
