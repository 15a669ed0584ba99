import type { Response } from 'express'

/**
 * Says that the answer is a file to be saved. The name stands twice, for every client: in ASCII, and as it is (RFC 6266 §4.3, RFC 8187).
 * A client that shows it all the same does so in a place of its own, where it may do nothing.
 */
export function attachment(response: Response, name: string, type: string): void {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7E]/g, '').replace(/["\\]/g, '')
  response.setHeader('content-type', type)
  response.setHeader('content-security-policy', "default-src 'none'; sandbox")
  response.setHeader('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`)
}
