import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { type FaultOutcome, faultTable } from './faults.js'
import type { Finding } from './finding.js'
import { type Verdict, verdict } from './pairs.js'
import type { Sizes } from './sizes.js'
import { milliseconds, number } from './words.js'

/** A finding with the load of the machine around it: the mean number of processes that want to run, over one minute. */
export interface Line extends Finding {
  load: { before: number; after: number }
}

const HEAD = ['work', 'ceiling', 'ours', 'ratio (min – max)', 'figure', 'verdict', 'CPU each', 'load'] as const

/** The cells of a table, its head first. */
export function cells(lines: readonly Line[]): string[][] {
  return [[...HEAD], ...lines.map(cellsOf)]
}

/** The table for a terminal. */
export function plainTable(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}

/**
 * The document kept in the repository.
 * @param failures measurements that lost something or broke off, each with its reason
 * @param faults what became of the suites of faults, when they ran
 * @param date of the run, ISO 8601
 */
export function markdown(lines: readonly Line[], failures: readonly string[], faults: readonly FaultOutcome[], sizes: Sizes, date: string): string {
  const [head, ...rows] = cells(lines).map((row) => `| ${row.join(' | ')} |`)
  const open = lines.filter((line) => judge(line) === 'not judged').length
  return [
    '# Benchmarks', '',
    `Written by \`npm run bench -- ${sizes.name === 'usual' ? '' : `--${sizes.name} `}--write\` on ${date}.`, '',
    `Machine: ${machine()}. Sizes: ${sizes.name}, ${sizes.pairs} pairs.`, '',
    ...(open > 0 ? [`**${open} of ${lines.length} rows are not judged**: more wanted to run than there are cores, so their rates tell about the neighbours too. The counts hold all the same.`, ''] : []),
    head!, `|${HEAD.map(() => '---').join('|')}|`, ...rows, '',
    ...(failures.length > 0 ? ['## Failed', '', ...failures.map((failure) => `- ${failure.split('\n')[0]}`), ''] : []),
    ...faultTable(faults),
    ...METHOD, '',
  ].join('\n')
}

const METHOD = [
  '## How to read it', '',
  'A figure is a ratio to a ceiling measured in the same run: ceiling and ours by turns, the median of the ratios of neighbours with the least and the greatest. '
    + 'Rates change from machine to machine and from hour to hour; ratios of neighbours do so much less.',
  '',
  'Before a rate is reported its counts are asserted: every acknowledged confirmation in the rows with its audit line, its letter and its link; every mail once at the sink; '
    + 'every row of the list on one page. What lost something is named as failed, and gets no rate.',
  '',
  'A row is judged only when the load of the machine (mean over one minute, before → after) did not exceed its cores. The server, whoever measures, the database and the mail sink are processes of their own.',
  '',
  '- *confirming*: the ceiling is the statements that a confirmation needs, straight in the driver and on one hot event, then a POST that does nothing: 1 / (1 / driver + 1 / POST). Letters wait in the outbox.',
  '- *invitation mail*: claim, facts, compose, sign, send, settle, as many in hand as a worker has, against composing, signing and sending from facts in memory; then against nodemailer with a pool of five, '
    + 'the key of DKIM as PEM and a calendar from ical-generator for each mail. The CPU of both is given, because rates of two processes and a database on few cores tell about the neighbours too.',
  '- *two workers*: a mail server whose every answer takes 20 ms, two connections for each worker.',
  '- *memory*: the most that a worker has had (resident set) when it has told so many people of one change, from the change to the last letter, and each of them once.',
  '- *calendar*: against text put together by hand, without folding, zone definition or a second look.',
  '- *list*: pages of 200 by cursor, spread over the whole list, without HTTP.',
  '- *start*: from the start of the process to the last byte of the first page, on a database that holds the demo; always seven times.',
]

function cellsOf(line: Line): string[] {
  const { ratio, load } = line
  return [
    line.work, line.ceiling, line.ours,
    ratio ? `${number(ratio.median)} (${number(ratio.min)} – ${number(ratio.max)})` : '–',
    line.figure, judge(line), line.cpu === undefined ? '–' : milliseconds(line.cpu), `${load.before.toFixed(1)} → ${load.after.toFixed(1)}`,
  ]
}

function judge({ isReached, load }: Line): Verdict {
  return verdict(isReached, load, availableParallelism())
}

/** What the numbers were taken on, without its name. */
export function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unknown'}), ${number(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node.js ${process.version}, NODE_ENV ${process.env.NODE_ENV ?? 'not set'}`
}
