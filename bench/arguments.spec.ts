import { readArguments } from './arguments.js'

const known = ['start', 'confirmation', 'crowd'] as const
const read = (...args: string[]) => readArguments(args, known)

describe('the command line of the bench', () => {
  it('asks for everything at the usual size unless told otherwise', () => {
    expect(read()).toMatchObject({ sizes: { name: 'usual' }, names: known, hasFaults: false, isWritten: false })
  })

  it('takes some measurements, in their own order, and a size', () => {
    expect(read('--only', 'crowd,start', '--full')).toMatchObject({ sizes: { name: 'full' }, names: ['start', 'crowd'] })
  })

  it('lets the faults follow at full size, unless they or some measurements alone are wanted', () => {
    expect(read('--full').hasFaults).toBe(true)
    expect(read('--full', '--only', 'start').hasFaults).toBe(false)
    expect(read('--full', '--no-faults', '--write')).toMatchObject({ hasFaults: false, isWritten: true, names: known })
  })

  it.each([
    [['--fast'], 'Unknown option --fast'],
    [['--only', 'crowds'], 'Unknown measurement "crowds"'],
    [['--only'], 'Unknown measurement ""'],
    [['--only', 'crowd', '--write'], '--write needs every row'],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence)
    expect(() => read(...args)).toThrow('Usage: npm run bench')
  })
})
