import TestSequencer from '@jest/test-sequencer'

/** What takes minutes, the longest first: crashes and the story played for each call, every route as every role, hostile input, browsers. */
const LONG = [/\/test\/faults\//, /\/test\/access\//, /\/test\/(bad-inputs|histories|links|attacks)\//, /\.e2e-spec\.ts$/]

/**
 * Begins with what takes long, so that no worker sits alone over it at the end. Jest sorts by the times of the last run; a build server has
 * none, and by size, which Jest takes instead, the longest stories would come late because few lines tell them.
 */
export default class Sequencer extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const kind = LONG.findIndex((pattern) => pattern.test(path))
      return kind === -1 ? LONG.length : kind
    }
    const sorted = super.sort(tests)
    return sorted.some(({ duration }) => duration !== undefined) ? sorted : sorted.sort((a, b) => rank(a) - rank(b))
  }
}
