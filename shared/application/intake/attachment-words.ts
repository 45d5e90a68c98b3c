/** An attachment as a list names it. */
export interface NamedAttachment {
  readonly title: string
  /** Of the file, as it lies in the package or beside the text. */
  readonly name: string
}

export const longestAttachmentTitle = 200

/** `附图 [ab12.pdf]；附表 [cd34.pdf]`; as JSON where a title has such marks in itself. */
export function attachmentsText(attachments: readonly NamedAttachment[]): string {
  const plain = attachments.map(({ title, name }) => `${title} [${name}]`.trim()).join('；')
  return JSON.stringify(readAttachments(plain)) === JSON.stringify(attachments)
    ? plain
    : JSON.stringify(attachments.map(({ title, name }) => [title, name]))
}

/** A file name alone is its own title. */
export function readAttachments(text: string): readonly NamedAttachment[] {
  return (
    pairsIn(text) ??
    text
      .split(/[；;\n]/u)
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(named)
  )
}

function named(part: string): NamedAttachment {
  const [, title, name] = /^(.*?)\s*\[([^[\]]+)\]$/u.exec(part) ?? []
  return name === undefined ? { title: titleOfName(part), name: part } : { title: title!, name: name.trim() }
}

export const titleOfName = (name: string): string => (name.split('/').at(-1) ?? '').replace(/\.[^.]{1,9}$/u, '').trim()

/** Null where it is none of our own making. */
function pairsIn(text: string): NamedAttachment[] | null {
  if (!text.startsWith('[[')) return null
  try {
    return (JSON.parse(text) as readonly (readonly [string, string])[]).map(([title, name]) => ({
      title: String(title),
      name: String(name),
    }))
  } catch {
    return null
  }
}
