/** A long text in portions of about `most` characters, cut at the ends of lines where there are any. */
export function textParts(text: string, most = 20_000): readonly string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    const hard = at + most
    const line = hard >= text.length ? -1 : text.lastIndexOf('\n', hard)
    const end = hard >= text.length ? text.length : line > at ? line + 1 : hardEnd(text, hard)
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}

/** Never between the halves of a character beyond the basic plane. */
function hardEnd(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at
}
