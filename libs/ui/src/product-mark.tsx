/** Two halves in conversation, one raised: the mark of Dialogwerk. */
export function ProductMark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
      <path className="a" d="M9.2 1v13A6.5 6.5 0 0 1 9.2 1z" />
      <path className="c" d="M10.8 6v13a6.5 6.5 0 0 0 0-13z" />
    </svg>
  )
}
