import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '../config/config.js'
import { KeyRing } from './key-ring.js'

const one = `1:${Buffer.alloc(32, 1).toString('base64')}`
const two = `2:${Buffer.alloc(32, 2).toString('base64')}`

test('a MAC holds for its purpose and text only, in exactly one spelling', () => {
  const ring = KeyRing.parse(one)
  const mac = ring.sign('confirm', 'abc')
  expect(ring.verify('confirm', 'abc', mac)).toBe(true)
  expect(ring.verify('manage', 'abc', mac)).toBe(false)
  expect(ring.verify('confirm', 'abd', mac)).toBe(false)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  for (let at = 0; at < mac.length; at++) {
    for (const letter of letters) {
      const other = mac.slice(0, at) + letter + mac.slice(at + 1)
      expect(ring.verify('confirm', 'abc', other)).toBe(other === mac)
    }
  }
})

test('a stored MAC is found again after a change of keys', () => {
  const old = KeyRing.parse(one)
  const rotated = KeyRing.parse(`${two},${one}`)
  expect(rotated.everySign('address-block', 'a@b.example')).toEqual([rotated.sign('address-block', 'a@b.example'), old.sign('address-block', 'a@b.example')])
})

test('a malformed ring is a fault of the configuration, told in one sentence', () => {
  expect(() => KeyRing.parse('1:short')).toThrow(ConfigError)
})

test('a new first key signs, the old one still verifies and opens', () => {
  const old = KeyRing.parse(one)
  const rotated = KeyRing.parse(`${two},${one}`)
  expect(rotated.verify('manage', 'x', old.sign('manage', 'x'))).toBe(true)
  expect(old.verify('manage', 'x', rotated.sign('manage', 'x'))).toBe(false)
  expect(rotated.open('need', old.seal('need', 'Rollstuhl'))).toBe('Rollstuhl')
  expect(() => old.open('need', rotated.seal('need', 'Rollstuhl'))).toThrow('No key opens')
})

test('a changed sealed value does not open, nor does one of another purpose', () => {
  const ring = KeyRing.parse(one)
  const sealed = ring.seal('link', 'https://konferenz.example/1')
  expect(sealed).not.toContain('konferenz')
  expect(() => ring.open('link', sealed.slice(0, -2) + 'AA')).toThrow('unable to authenticate')
  expect(() => ring.open('need', sealed)).toThrow('unable to authenticate')
})

test('the embedded mode makes its keys once, readable by the owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  const first = KeyRing.load(null, folder)
  expect(KeyRing.load(null, folder).verify('a', 'b', first.sign('a', 'b'))).toBe(true)
  expect(statSync(join(folder, 'secret.keys')).mode & 0o777).toBe(0o600)
})

test('short or malformed keys are refused with a sentence', () => {
  expect(() => KeyRing.parse('1:c2hvcnQ=')).toThrow('at least 32 random bytes')
  expect(() => KeyRing.parse('nonsense')).toThrow('SECRET_KEYS must be')
})
