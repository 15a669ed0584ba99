/**
 * Cuts a stylesheet down to what a set of sources uses.
 *
 * A rule stays when every class of its selector stands literally in the sources; so class names are written out, never glued together.
 * Classes inside :not(), :is() and :where() do not count, because a rule may match without them. Fonts, unused animations and unused
 * custom properties go, comments and blanks too. The order of what stays is kept.
 *
 * @param {string} css
 * @param {string} sources text in which class names are looked for
 * @param {string} layers stylesheets that follow; the custom properties that they use stay
 * @returns {string}
 */
export function purge(css, sources, layers = '') {
  const words = new Set(sources.match(/[A-Za-z][\w-]*/g) ?? [])
  let kept = print(filterRules(parse(css), words))
  for (let before = ''; before !== kept; ) {
    before = kept
    kept = dropUnusedProperties(kept, layers)
  }
  return dropUnusedAnimations(kept)
}

/**
 * Reads a stylesheet into nested rules; strings and comments may hold braces.
 * @param {string} css
 * @returns {{head: string, body: string | null, rules: any[] | null}[]}
 */
export function parse(css) {
  const rules = []
  let at = 0
  let head = ''
  while (at < css.length) {
    const next = step(css, at)
    if (css.startsWith('/*', at)) {
      at = next
    } else if (css[at] === '{') {
      const end = closing(css, at)
      const body = css.slice(at + 1, end)
      const name = head.trim()
      rules.push(/^@(media|supports|layer|container)/.test(name) ? { head: name, body: null, rules: parse(body) } : { head: name, body, rules: null })
      head = ''
      at = end + 1
    } else if (css[at] === ';') {
      if (!head.trim().startsWith('@charset')) rules.push({ head: `${head.trim()};`, body: null, rules: null })
      head = ''
      at = next
    } else {
      head += css.slice(at, next)
      at = next
    }
  }
  return rules
}

/** Index after the character, string or comment that begins at `at`. */
function step(css, at) {
  if (css.startsWith('/*', at)) {
    const end = css.indexOf('*/', at + 2)
    return end === -1 ? css.length : end + 2
  }
  const quote = css[at]
  if (quote !== '"' && quote !== "'") return at + 1
  let end = at + 1
  while (end < css.length && css[end] !== quote) end += css[end] === '\\' ? 2 : 1
  return end + 1
}

function closing(css, open) {
  let depth = 0
  for (let at = open; at < css.length; at = step(css, at)) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new Error('A brace of the stylesheet is not closed')
}

function filterRules(rules, words) {
  return rules.flatMap((rule) => {
    if (rule.rules) {
      const inner = filterRules(rule.rules, words)
      return inner.length ? [{ ...rule, rules: inner }] : []
    }
    if (rule.head.startsWith('@font-face')) return []
    if (rule.head.startsWith('@') || rule.body === null) return [rule]
    const selectors = splitTop(rule.head, ',').filter((selector) => isUsed(selector, words))
    return selectors.length && rule.body.trim() ? [{ ...rule, head: selectors.join(',') }] : []
  })
}

function isUsed(selector, words) {
  if (selector.includes('[data-kern-theme') && !words.has('data-kern-theme') && !selector.includes(':is(')) return false
  let plain = selector
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(/:(?:not|is|where)\((?:[^()]|\([^()]*\))*\)/g, '')
  }
  return (plain.match(/\.[A-Za-z_][\w-]*/g) ?? []).every((name) => words.has(name.slice(1)))
}

function splitTop(text, separator) {
  const parts = []
  let depth = 0
  let part = ''
  for (let at = 0; at < text.length; ) {
    const next = step(text, at)
    const piece = text.slice(at, next)
    if (piece === '(' || piece === '[') depth += 1
    if (piece === ')' || piece === ']') depth -= 1
    if (piece === separator && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else if (!piece.startsWith('/*')) {
      part += piece
    }
    at = next
  }
  return [...parts, part.trim()].filter((one) => one !== '')
}

function declarations(body) {
  return splitTop(body, ';').map((one) => one.replace(/^([\w-]+)\s*:\s*/, '$1:').replace(/\s+/g, ' '))
}

function print(rules) {
  return rules
    .map((rule) => {
      const head = rule.head.replace(/\s+/g, ' ')
      if (rule.rules) return `${head}{${print(rule.rules)}}`
      if (rule.body === null) return head
      return head.startsWith('@keyframes') ? `${head}{${print(parse(rule.body))}}` : `${head}{${declarations(rule.body).join(';')}}`
    })
    .join('\n')
}

function dropUnusedProperties(css, layers) {
  const used = new Set([...`${css}${layers}`.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]))
  const strip = (rules) =>
    rules.flatMap((rule) => {
      if (rule.rules) return [{ ...rule, rules: strip(rule.rules) }].filter((one) => one.rules.length)
      if (rule.body === null || rule.head.startsWith('@')) return [rule]
      const body = declarations(rule.body).filter((one) => !one.startsWith('--kern') || used.has(one.slice(0, one.indexOf(':'))))
      return body.length ? [{ ...rule, body: body.join(';') }] : []
    })
  return print(strip(parse(css)))
}

function dropUnusedAnimations(css) {
  const rules = parse(css)
  const rest = print(rules.filter((rule) => !rule.head.startsWith('@keyframes')))
  return print(rules.filter((rule) => !rule.head.startsWith('@keyframes') || rest.includes(rule.head.replace(/^@keyframes\s+/, ''))))
}

/**
 * The same stylesheet without comments and needless blanks.
 * @param {string} css
 */
export function squeeze(css) {
  return print(parse(css))
}
