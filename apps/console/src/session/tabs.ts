/** All tabs of a browser share one session: an answer in one of them keeps the others alive. */
const channel = typeof document === 'undefined' ? null : new BroadcastChannel('dialogwerk.answered')

export const tabs = {
  /** When the API last answered somebody who is signed in, in any tab; milliseconds of this page. */
  answeredAt: performance.now(),
  /** It has just done so in this one. */
  told(): void {
    tabs.answeredAt = performance.now()
    channel?.postMessage(null)
  },
}

channel?.addEventListener('message', () => {
  tabs.answeredAt = performance.now()
})
