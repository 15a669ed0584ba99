import { takeOnBehalf } from './answers-on-behalf.js'
import type { Asked } from './answers.js'

const question = (key: string, more: Partial<Asked> = {}): Asked => ({ key, kind: 'text', required: false, options: [], shownIf: null, special: false, ...more })
const questions = [
  question('essen', { kind: 'choice', options: ['Suppe', 'Salat'], required: true }), question('womit', { shownIf: { question: 'essen', is: ['Salat'] }, required: true }),
  question('zahl', { kind: 'number' }), question('allergie', { special: true }),
]

describe('answers that staff changes for somebody', () => {
  const standing = new Map([['essen', ['Salat']], ['womit', ['Käse']], ['zahl', ['1.125']], ['allergie', ['Nuss']]])
  const take = (answers: Record<string, string | null>, isConsented = true, stand: ReadonlyMap<string, readonly string[]> = standing) => {
    const { taken, problems } = takeOnBehalf(questions, ['diet'], { said: { answers, need: undefined }, standing: stand, isConsented })
    return [Object.fromEntries(taken.given), problems.map(({ pointer }) => pointer)]
  }

  it('leave what is not named as it stands, a number with three places too', () => {
    expect(take({ womit: 'Nüsse' })).toEqual([{ essen: ['Salat'], womit: ['Nüsse'], zahl: ['1.125'], allergie: ['Nuss'] }, []])
  })

  it('take conditions by what stands then, and require nothing', () => {
    expect(take({ essen: 'Suppe' })).toEqual([{ essen: ['Suppe'], zahl: ['1.125'], allergie: ['Nuss'] }, []])
    expect(take({ essen: null })).toEqual([{ zahl: ['1.125'], allergie: ['Nuss'] }, []])
  })

  it('are refused where they are named, and what stood before is not judged again', () => {
    expect(take({ essen: 'Fisch', nie: 'x' })[1]).toEqual(['/answers/nie', '/answers/essen'])
    expect(take({ zahl: '2' }, true, new Map([...standing, ['essen', ['Fisch']]]))[1]).toEqual([])
    expect(take({ allergie: 'Milch' }, false)[1]).toEqual(['/specialConsent'])
  })
})
