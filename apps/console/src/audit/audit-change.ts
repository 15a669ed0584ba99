/** One field of a change; `before` is undefined where there was nothing, or the log tells only what is. */
export interface ChangedField {
  name: string
  before: string | undefined
  after: string
}

/** The content of an entry as fields: pairs of before and after where it holds both, else each value as it is. */
export function changedFields(change: Record<string, unknown>): ChangedField[] {
  const { before, after, ...rest } = change
  const pairs = isRecord(after) || isRecord(before) ? pairsOf(asRecord(before), asRecord(after)) : before === undefined && after === undefined ? [] : [{ name: '', before: shown(before), after: shown(after) }]
  return [...pairs, ...Object.entries(rest).map(([name, value]) => ({ name, before: undefined, after: shown(value) }))]
}

function pairsOf(before: Record<string, unknown>, after: Record<string, unknown>): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, before: shown(before[name]), after: shown(after[name]) }))
    .filter((field) => field.before !== field.after)
    .map((field) => (field.before === NOTHING ? { ...field, before: undefined } : field))
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const NOTHING = '–'

/** Text as it is, everything else as JSON; nothing is a dash. */
function shown(value: unknown): string {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return NOTHING
  return typeof value === 'string' ? value : JSON.stringify(value)
}
