import type { CustomFetch } from 'openid-client'

/** Far more than metadata, keys or tokens ever need. In bytes. */
const LONGEST_ANSWER = 1_000_000

/** Asks a provider; an answer that does not end is cut off before it fills the memory. */
export const askBounded: CustomFetch = async (url, { method, headers, body, redirect, signal }) => {
  const answer = await fetch(url, { method, headers, redirect, ...(body === undefined || body === null ? {} : { body: body as BodyInit }), ...(signal === undefined ? {} : { signal }) })
  if (answer.body === null) return answer
  let length = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, stream) {
      length += part.byteLength
      if (length > LONGEST_ANSWER) stream.error(new TypeError('The answer of the provider does not end'))
      else stream.enqueue(part)
    },
  })
  return new Response(answer.body.pipeThrough(counted), { status: answer.status, statusText: answer.statusText, headers: answer.headers })
}
