/**
 * Plain text as paragraphs: an empty line divides them, a line end stays a line end, `# ` makes a heading.
 * Addresses of the web and of mail become links; nothing else is interpreted, so a text can never bring its own markup.
 */
export function Paragraphs({ text, headings = false }: { text: string; headings?: boolean }) {
  return (
    <>
      {text.split(/\n{2,}/).map((block, i) => {
        const trimmed = block.trim()
        if (trimmed === '') return null
        if (headings && /^#+ [^\n]+$/.test(trimmed)) return <h2 key={`${i}h`}>{trimmed.replace(/^#+ /, '')}</h2>
        return <p key={`${i}p`}>{trimmed.split('\n').map((line, j) => <Line key={`${j}l`} text={line} first={j === 0} />)}</p>
      })}
    </>
  )
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
