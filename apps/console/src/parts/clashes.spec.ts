import { clashesOf, joined } from './clashes.js'

const opened = { title: 'Reihe', summary: '', public: true, hosts: [{ key: 'r1', role: 'veranstalter' }] }

describe('a form that two people have open', () => {
  it('clashes in what both changed to something else, and in nothing more', () => {
    const mine = { ...opened, title: 'Meine', summary: 'Neu' }
    expect(clashesOf(opened, mine, { ...opened, hosts: [{ key: 'r9', role: 'veranstalter' }] })).toEqual([])
    expect(clashesOf(opened, mine, { ...opened, public: false, summary: 'Neu' })).toEqual([])
    expect(clashesOf(opened, mine, { ...opened, title: 'Ihre', summary: 'Anders' })).toEqual(['title', 'summary'])
    expect(clashesOf(opened, { ...opened, hosts: [] }, { ...opened, hosts: [{ key: 'r1', role: 'foerderer' }] })).toEqual(['hosts'])
  })

  it('joins what one changed and what the other changed, and keeps theirs where it was chosen', () => {
    const saved = { ...opened, title: 'Ihre', public: false }
    expect(joined(opened, { ...opened, title: 'Meine', summary: 'Neu' }, saved, new Set())).toEqual({ ...saved, title: 'Meine', summary: 'Neu' })
    expect(joined(opened, { ...opened, title: 'Meine', summary: 'Neu' }, saved, new Set(['title']))).toEqual({ ...saved, summary: 'Neu' })
  })
})
