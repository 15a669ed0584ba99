import { findProgram, missingFor, planFor } from './requirements.js'

describe('requirements of suites', () => {
  const given = process.env.TEST_PROGRAM_PATH
  const searchIn = (folders: string | undefined) => {
    if (folders === undefined) delete process.env.TEST_PROGRAM_PATH
    else process.env.TEST_PROGRAM_PATH = folders
  }
  beforeEach(() => searchIn(undefined))
  afterEach(() => searchIn(given))

  it('finds a program that every machine has', () => {
    expect(findProgram('sh')).toMatch(/^\/.*\/sh$/)
  })

  it.each([['mariadb', 'mariadbd'], ['redis', 'redis-server'], ['chromium', 'chromium'], ['docker-compose', 'docker-compose'], ['reverse-proxies', 'nginx'], ['systemd', 'systemd-analyze'], ['mail-judge', 'mail-judge']] as const)(
    'names what is missing for %s on a machine without programs', (requirement, program) => {
      searchIn('/nonexistent')
      expect(missingFor(requirement)).toBe(program)
    })

  it('runs a suite whose programs are there, with and without REQUIRE_ALL', () => {
    expect([planFor(undefined, false), planFor(undefined, true)]).toEqual(['run', 'run'])
  })

  it('lists a suite whose program is missing, and fails it under REQUIRE_ALL', () => {
    expect([planFor('mariadbd', false), planFor('mariadbd', true)]).toEqual(['list', 'fail'])
  })

  it('fails under REQUIRE_ALL when the mail judge is there but one of its parsers is not', () => {
    expect([planFor('mail-judge', true), planFor('Perl module Data::ICal', true)]).toEqual(['list', 'fail'])
  })
})
