import { posix } from 'node:path'
import { codeRules } from './code-rules.js'
import { dataTables, librariesOfApp, line, maxLines, onlyForApps, pureLibraries } from './house.js'
import type { Import, Source } from './source.js'

/** One break of a rule. */
export interface Violation {
  readonly path: string
  readonly line: number
  readonly what: string
}

/** A rule looks at one file; its name completes the sentence "the house …". */
export interface Rule {
  readonly name: string
  check(source: Source): Violation[]
}

const server = /^(@nestjs\/|typeorm$|typeorm\/|bullmq$|ioredis$|nodemailer|mysql2|libsql|express$|imapflow$)/
const machine = /^(node:)?(fs|fs\/promises|net|http|https|tls|dgram|child_process|worker_threads|os|process)$/

const fromLibrary = (specifier: string) => /^@app\/([^/]+)/.exec(specifier)?.[1]

/** Where a file lives: its library or app, and the folder above which its relative imports must not climb. */
function homeOf(path: string): { kind: 'lib' | 'app'; name: string; folder: string } {
  const [top = '', name = ''] = path.split('/')
  return { kind: top === 'libs' ? 'lib' : 'app', name, folder: top === 'libs' ? `libs/${name}` : 'apps' }
}

function importRule(name: string, why: (source: Source, found: Import) => string | undefined): Rule {
  const check = (source: Source) => source.imports.flatMap((found) => {
    const what = why(source, found)
    return what ? [{ path: source.path, line: found.line, what }] : []
  })
  return { name, check }
}

const importRules: readonly Rule[] = [
  importRule('keeps the line of libraries: each imports only from its left', ({ path }, { specifier }) => {
    const library = fromLibrary(specifier)
    if (!library) return undefined
    const home = homeOf(path)
    const position = line.indexOf(library as never)
    if (position < 0) return `@app/${library} is not in the line`
    if (home.kind === 'app') return (librariesOfApp[home.name] ?? line).includes(library as never) ? undefined : `app ${home.name} imports ${library}`
    if (onlyForApps.includes(library)) return `${home.name} imports ${library}, which is for apps alone`
    return position < line.indexOf(home.name as never) ? undefined : `${home.name} imports ${library}`
  }),
  importRule('enters a library only through its index', ({ path, isTest }, { specifier }) => {
    if (/^@app\/[^/]+\/./.test(specifier)) return `${specifier} goes past the index`
    if (!specifier.startsWith('.')) return undefined
    const target = posix.join(posix.dirname(path), specifier)
    const { folder } = homeOf(path)
    if (target.startsWith(`${folder}/`) || (isTest && target.startsWith('test/'))) return undefined
    return `${specifier} leaves ${folder}`
  }),
  importRule('lets no other app import the console, and the console no other app', ({ path }, { specifier }) => {
    if (!specifier.startsWith('.') || !path.startsWith('apps/')) return undefined
    const target = posix.join(posix.dirname(path), specifier)
    const [inside, outside] = [path, target].map((file) => file.startsWith('apps/console/'))
    return target.startsWith('apps/') && inside !== outside ? `${path} imports ${target}` : undefined
  }),
  importRule('keeps contracts, i18n and ui free of the server', ({ path, isTest }, { specifier }) =>
    (!isTest && path.startsWith('libs/') && pureLibraries.includes(homeOf(path).name) && (server.test(specifier) || specifier.startsWith('node:')) ? specifier : undefined)),
  importRule('keeps domain folders free of frameworks, database and machine', ({ path, isTest }, { specifier, typeOnly }) => {
    if (isTest || !path.includes('/domain/')) return undefined
    if (server.test(specifier) || machine.test(specifier)) return specifier
    return !typeOnly && /\.(entity|service|controller|module)\.js$/.test(specifier) ? `${specifier} as a value` : undefined
  }),
  importRule('imports nodemailer in libs/mailing alone', ({ path, isTest }, { specifier }) =>
    (!isTest && /^nodemailer(\/|$)/.test(specifier) && !path.startsWith('libs/mailing/') ? specifier : undefined)),
  importRule('imports bullmq in libs/platform/src/queue alone', ({ path, isTest }, { specifier }) =>
    (!isTest && specifier === 'bullmq' && !path.startsWith('libs/platform/src/queue/') ? specifier : undefined)),
  importRule('uses Transactions, never @InjectRepository', (_source, { names }) => (names.includes('InjectRepository') ? 'InjectRepository' : undefined)),
]

const fileRules: readonly Rule[] = [
  {
    name: 'has no drawers called utils, common, shared or helpers',
    check: ({ path }) => (path.split('/').some((part) => /^(utils?|commons?|shared|helpers?|misc)(\.|$)/.test(part)) ? [{ path, line: 1, what: 'a drawer' }] : []),
  },
  {
    name: `cuts a file before it has more than ${maxLines} lines`,
    check({ path, text, isTest }) {
      const lines = text.trimEnd().split('\n').length
      const exempt = isTest || path.includes('/migrations/') || dataTables.some((table) => table.test(path))
      return lines > maxLines && !exempt ? [{ path, line: lines, what: `${lines} lines` }] : []
    },
  },
  {
    name: 'names files in kebab-case',
    check: ({ path }) => (/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/.test(posix.basename(path)) ? [] : [{ path, line: 1, what: posix.basename(path) }]),
  },
]

/** Every rule of the house that can be read off the files of libs and apps. */
export const rules: readonly Rule[] = [...importRules, ...codeRules, ...fileRules]
