import ts from 'typescript'
import { clockFiles, participationWriters } from './house.js'
import type { Rule, Violation } from './rules.js'
import type { Source } from './source.js'

function codeRule(name: string, appliesTo: (source: Source) => boolean, why: (node: ts.Node, source: Source) => string | undefined): Rule {
  const check = (source: Source) => {
    const found: Violation[] = []
    if (appliesTo(source)) {
      source.walk((node, line) => {
        const what = why(node, source)
        if (what) found.push({ path: source.path, line, what })
      })
    }
    return found
  }
  return { name, check }
}

/** Time asked of the machine: `new Date()`, `Date.now()`, luxon's now. A duration taken with performance.now() is no time of day. */
function asksForNow(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()'
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression.getText()
  if (callee === 'Date' || /^(Date|DateTime)\.now$/.test(callee)) return `${callee}()`
  return /^DateTime\.(local|utc)$/.test(callee) && node.arguments.length === 0 ? `${callee}()` : undefined
}

const writes = new Set(['update', 'insert', 'insertBlind', 'insertAllBlind', 'raise', 'change', 'save', 'upsert', 'set', 'values', 'merge', 'assign'])
const facts = new Set(['answer', 'place'])

/** A write of `answer` or `place` of a participation: through the entity, by assignment, or in SQL. */
function writesParticipation(node: ts.Node, source: Source): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
    const sql = node.getText()
    if (/\bUPDATE\s+[`"\\]*participation\b(?!_)[^;]*\bSET\b((?!\bWHERE\b)[^;])*\b(answer|place)[`"\\]*\s*=/is.test(sql)) return 'UPDATE participation'
    return /\bINSERT\s+INTO\s+[`"\\]*participation\b(?!_)/i.test(sql) ? 'INSERT INTO participation' : undefined
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left)) {
    const about = /participation/i.test(node.left.expression.getText()) || /\bParticipationEntity\b/.test(source.text)
    return about && facts.has(node.left.name.text) ? `${node.left.getText()} = …` : undefined
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || !writes.has(node.expression.name.text)) return undefined
  if (!/\bParticipationEntity\b/.test(node.getText())) return undefined
  // The row is the last argument; the one before it is a condition and may name both columns.
  const row = node.arguments.at(-1)
  const literals = row && ts.isArrayLiteralExpression(row) ? [...row.elements] : row ? [row] : []
  const written = literals.filter(ts.isObjectLiteralExpression).flatMap(({ properties }) => properties.map((property) => property.name?.getText() ?? ''))
  const fact = written.find((name) => facts.has(name))
  return fact && `${node.expression.name.text}(… ${fact} …)`
}

const routeDecorators = /^@(Get|Post|Put|Patch|Delete|Head|Options|All|Search|Sse)\b/
const decoratorsOf = (node: ts.HasDecorators) => (ts.getDecorators(node) ?? []).map((decorator) => decorator.getText())
const saysWho = (decorators: readonly string[]) => decorators.some((decorator) => decorator.startsWith('@AllowedFor('))

/** A route that does not say who may call it, neither itself nor by its controller. (`@Handles` takes it from the operation, where the compiler asks for it.) */
function lacksAccess(node: ts.Node): string | undefined {
  if (!ts.isMethodDeclaration(node) || !ts.isClassLike(node.parent)) return undefined
  const own = decoratorsOf(node)
  if (!own.some((decorator) => routeDecorators.test(decorator)) || saysWho(own)) return undefined
  return ts.canHaveDecorators(node.parent) && saysWho(decoratorsOf(node.parent)) ? undefined : `${node.name.getText()} is a route`
}

/** Sets NODE_ENV before anything is loaded, and reads nothing. */
const writerOfNodeEnv = 'apps/production.ts'

const everywhere = () => true

/** The rules that need more than the import lines. */
export const codeRules: readonly Rule[] = [
  codeRule('decides in domain folders from facts alone, without the clock or chance', ({ path, isTest }) => !isTest && path.includes('/domain/'), (node) => {
    if (ts.isPropertyAccessExpression(node) && /^(Math\.random|performance\.now|process\.\w+|crypto\.randomUUID)$/.test(node.getText())) return node.getText()
    return asksForNow(node)
  }),
  codeRule('reads process.env in libs/platform/src/config alone', ({ path, isTest }) => !isTest && !path.startsWith('libs/platform/src/config/') && path !== writerOfNodeEnv, (node) =>
    (ts.isPropertyAccessExpression(node) && node.getText() === 'process.env' ? 'process.env' : undefined)),
  codeRule('asks the machine for the time in clock files alone', ({ path, isTest }) => !isTest && !clockFiles.includes(path), asksForNow),
  codeRule('lets only the relay put work into the queue', ({ path, isTest }) => !isTest && !/^libs\/platform\/src\/(outbox|queue)\//.test(path), (node) =>
    (ts.isCallExpression(node) && /queue\)?[?!]?\.(add|addBulk)$/i.test(node.expression.getText()) ? `${node.expression.getText()}()` : undefined)),
  codeRule('never synchronises the schema', everywhere, (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'synchronize' && node.initializer.kind !== ts.SyntaxKind.FalseKeyword) return node.getText()
    return ts.isCallExpression(node) && node.expression.getText().endsWith('.synchronize') ? `${node.expression.getText()}()` : undefined
  }),
  codeRule('keeps enums out of entities and migrations', ({ path }) => /\.entity\.ts$|\/migrations\//.test(path), (node) => {
    if (ts.isEnumDeclaration(node)) return `enum ${node.name.text}`
    return ts.isPropertyAssignment(node) && (node.name.getText() === 'enum' || (node.name.getText() === 'type' && /^['"](simple-)?enum['"]$/.test(node.initializer.getText())))
      ? node.getText() : undefined
  }),
  codeRule('lets no column fill itself with the database\'s time', ({ path }) => path.endsWith('.entity.ts'), (node) =>
    (ts.isDecorator(node) && /^@(Create|Update|Delete)DateColumn\b/.test(node.getText()) ? node.getText() : undefined)),
  codeRule('says of every route who may call it', ({ isTest }) => !isTest, lacksAccess),
  codeRule('writes answer and place of a participation in one place', ({ path, isTest }) => !isTest && !participationWriters.includes(path), writesParticipation),
]
