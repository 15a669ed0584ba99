import type { BadInput } from './table.js'

/** Bad inputs of our own, there with or without a collection beside the repository. */
export const ownCases: readonly BadInput[] = [
  { id: 'O01', title: 'markup in the organisation', op: 'register', set: { organisation: '<img src=x onerror=alert(1)>' }, expect: 'accept-neutralised' },
  { id: 'O02', title: 'half of a surrogate pair', op: 'register', set: { name: 'Eva\uD83C' }, expect: 'reject' },
  { id: 'O03', title: '301 letters', op: 'register', set: { organisation: { $rep: ['ä', 301] } }, expect: 'reject' },
  { id: 'O04', title: 'formula that starts with a minus', op: 'register', set: { organisation: '-2+3' }, expect: 'accept-neutralised' },
  { id: 'O05', title: 'letters of combining marks (DIN 91379)', op: 'register', set: { name: 'K̄oller Ǧāzī' }, expect: 'accept-verbatim' },
  { id: 'O10', title: 'capacity NaN', op: 'create-event', set: { capacity: { $jsonRaw: 'null,"capacity":"NaN"' } }, expect: 'reject' },
  { id: 'O11', title: 'capacity 2^53+1', op: 'create-event', set: { capacity: { $jsonRaw: '9007199254740993' } }, expect: 'reject' },
  { id: 'O12', title: 'half a place', op: 'create-event', set: { capacity: 1.5 }, expect: 'reject' },
  { id: 'O13', title: 'year 0', op: 'create-event', set: { start: '0000-01-01T00:00' }, expect: 'reject' },
  { id: 'O14', title: 'year -1', op: 'create-event', set: { start: '-000001-01-01T00:00' }, expect: 'reject' },
  { id: 'O15', title: 'Leichte Sprache with its direction turned', op: 'create-event', set: { easyLanguage: 'Das ist \u202Ethciel.' }, expect: 'reject' },
  { id: 'O16', title: 'Leichte Sprache of 15,001 letters', op: 'create-event', set: { easyLanguage: { $rep: ['ä', 15_001] } }, expect: 'reject' },
  { id: 'O17', title: 'a video whose address is a script', op: 'create-event', set: { signVideoUrl: 'javascript:alert(1)//https://video.example' }, expect: 'reject' },
  { id: 'O18', title: 'a video that comes without encryption', op: 'create-event', set: { signVideoUrl: 'http://video.example/dgs' }, expect: 'reject' },
  { id: 'O19', title: 'markup in Leichte Sprache', op: 'create-event', set: { easyLanguage: '# <img src=https://tracker.test/p.png>\n\n</div><iframe src="https://tracker.test/f">' }, expect: 'accept-neutralised' },
  { id: 'O20', title: 'JSON null sent to a form', op: 'http', set: { $body: 'null', type: 'application/json' }, expect: 'reject' },
  { id: 'O21', title: 'keys of the prototype', op: 'http', set: { $body: '{"familyName":"Eva","email":"o21@eingaben.example","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}', type: 'application/json' }, expect: 'reject' },
  { id: 'O22', title: 'broken percent signs and NUL in paths', op: 'http', set: { paths: ['/de/%E0%A4%A', '/de/veranstaltungen/%00', '/t/%00', '/t/%', '/anmelden/%ff', '/postfach/%00', '/assets/%00', '/api/v1/events/%00'] }, expect: 'reject' },
  { id: 'O23', title: 'query parameters twice, nested, and out of range', op: 'http', set: { queries: ['q=a&q=b', 'q[a]=b', 'limit=0', 'limit=-1', 'limit=1e9', 'limit=a', 'after=AAAA', 'after=WzEsMl0', 'standing[]=x', 'unknown=1', 'land=DE-XX'] }, expect: 'reject' },
  { id: 'O24', title: 'cookies and tokens that are none', op: 'http', set: { cookies: ['dialogwerk=', 'dialogwerk=%00', 'dialogwerk=%E0%A4%A', '=;;;=', 'dialogwerk=a; dialogwerk=b'] }, expect: 'reject' },
  { id: 'O28', title: 'methods that nobody here knows', op: 'raw', set: { heads: ['PROPFIND / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'TRACE /api/v1/session HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'] }, expect: 'reject' },
  { id: 'O25', title: 'compressed body', op: 'http', set: { $body: { $gzipZeros: 1_000_000 }, type: 'application/json', headers: { 'content-encoding': 'gzip' } }, expect: 'reject-415' },
  { id: 'O26', title: 'no Host, absurd lengths, old protocols', op: 'raw', set: {
    heads: [
      'GET / HTTP/1.1\r\n\r\n', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1e9\r\n\r\n', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n', 'G\u0000T / HTTP/1.1\r\nHost: a\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\nEvil: b\r\nX Y: c\r\n\r\n',
    ],
  }, expect: 'reject' },
  { id: 'O27', title: 'form fields twice and as lists', op: 'http', set: { $body: 'familyName=a&familyName=b&email=o27%40eingaben.example&email=x', type: 'application/x-www-form-urlencoded' }, expect: 'reject' },
]
