/** An address that may break after the @ and nowhere else without need. */
export function Email({ address }: { address: string }) {
  const at = address.indexOf('@') + 1
  return <>{address.slice(0, at)}<wbr />{address.slice(at)}</>
}
