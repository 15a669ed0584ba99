/**
 * Plain text as paragraphs: an empty line divides them, a line end stays a line end; where headings are asked for, `# ` makes one
 * and lines that start with `- ` make a list.
 * Addresses of the web and of mail become links; nothing else is interpreted, so a text can never bring its own markup.
 */
export function Paragraphs({ text, headings = false }: { text: string; headings?: boolean }) {
  return (
    <>
      {text.split(/\n{2,}/).map((block, i) => {
        const trimmed = block.trim()
        if (trimmed === '') return null
        if (headings && /^#+ [^\n]+$/.test(trimmed)) return <h2 key={`${i}h`}>{trimmed.replace(/^#+ /, '')}</h2>
        return runsOf(trimmed.split('\n'), headings).map(({ isList, lines }, j) =>
          isList ? <ul className="plain" key={`${i}.${j}u`}>{lines.map((line, k) => <li key={`${k}l`}><Line text={line.slice(2)} first /></li>)}</ul>
            : <p key={`${i}.${j}p`}>{lines.map((line, k) => <Line key={`${k}l`} text={line} first={k === 0} />)}</p>,
        )
      })}
    </>
  )
}

/** Neighbouring lines of one kind: items of a list, or lines of a paragraph. */
function runsOf(lines: readonly string[], lists: boolean): { isList: boolean; lines: string[] }[] {
  const runs: { isList: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const isList = lists && /^- \S/.test(line)
    const last = runs.at(-1)
    if (last?.isList === isList) last.lines.push(line)
    else runs.push({ isList, lines: [line] })
  }
  return runs
}

// A mail address is looked for from its beginning only: from every letter of a long word it would take seconds.
const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/

function Line({ text, first }: { text: string; first: boolean }) {
  return (
    <>
      {first ? null : <br />}
      {text.split(LINK).map((part, i) => {
        if (i % 2 === 0) return part
        return <a key={`${i}a`} href={part.includes('://') ? part : `mailto:${part}`}>{part}</a>
      })}
    </>
  )
}
