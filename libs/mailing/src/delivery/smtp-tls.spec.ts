import { smtpTls } from './smtp-tls.js'

test.each([
  ['smtp://mail.example.de:587', 'another machine'],
  ['smtp://10.0.0.5', 'an address of the own network'],
  ['smtp://127.example.de', 'a name that only looks like loopback'],
  ['smtp://user:word@127.0.0.1:587', 'a password on loopback'],
  ['smtp://user@localhost', 'a user on loopback'],
  ['smtp://mail.example.de?requireTLS=false&ignoreTLS=true', 'parameters of nodemailer'],
  ['smtp://mail.example.de?starttls=sometimes', 'another word than never'],
])('%s needs STARTTLS: %s', (url) => {
  expect(smtpTls(url)).toMatchObject({ requireTLS: true, ignoreTLS: false })
})

test.each(['smtp://127.0.0.1:1025', 'smtp://127.0.0.2', 'smtp://localhost:25', 'smtp://[::1]:25'])('%s is this machine and goes without', (url) => {
  expect(smtpTls(url)).toMatchObject({ requireTLS: false, ignoreTLS: false })
})

test('starttls=never goes in the clear, because somebody wrote that it may', () => {
  expect(smtpTls('smtp://mailpit:1025?starttls=never')).toEqual({ url: 'smtp://mailpit:1025', requireTLS: false, ignoreTLS: true })
})

test('smtps starts with TLS and needs nothing more', () => {
  expect(smtpTls('smtps://user:word@mail.example.de')).toMatchObject({ url: 'smtps://user:word@mail.example.de', requireTLS: false, ignoreTLS: false })
})
