import { ANSWERS, PLACES, STANDINGS } from '@app/contracts'
import { pairOf, standing } from './standing.js'

test('every possible pair has a word, and the word leads back to the pair', () => {
  const seen = new Set<string>()
  for (const answer of ANSWERS) {
    for (const place of PLACES) {
      if ((place === 'none') !== (answer !== 'accepted')) continue
      const word = standing(answer, place)
      seen.add(word)
      expect({ answer, place }).toMatchObject(pairOf(word))
    }
  }
  expect([...seen].sort()).toEqual([...STANDINGS].sort())
})
