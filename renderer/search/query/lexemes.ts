/** The pieces of a query line, before it is known what they mean together. */
export type Lexeme =
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean; readonly field: string | null }
  | { readonly kind: 'and' | 'or' | 'not' }
  | { readonly kind: 'group'; readonly inner: readonly Lexeme[] }

/**
 * Words part at spaces. Quotes of any kind keep one together. AND, OR, NOT, 且, 或, 非 and | are operators where they
 * stand alone; - before a word is NOT. Brackets group only around operators, else they are text: （2020）.
 */
export function lexemesOf(line: string, fields: ReadonlySet<string>): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let at = 0; at < line.length;) {
    if (isSpace(line.charAt(at))) at++
    else {
      const [lexeme, next] = lexemeAt(line, at, fields)
      if (lexeme) lexemes.push(lexeme)
      at = next
    }
  }
  return lexemes
}

type Read = readonly [lexeme: Lexeme | null, next: number]

/** A map: an object knows `constructor`, too, and that is a word that somebody looks for. */
const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ...[...['AND', '且'].map(word => [word, 'and'] as const), ...['OR', '或', '|'].map(word => [word, 'or'] as const)],
  ...['NOT', '非'].map(word => [word, 'not'] as const),
])
const closers: Readonly<Record<string, string>> = { '"': '"＂”', '＂': '"＂”', '“': '”"', '「': '」', '『': '』' }

function lexemeAt(line: string, at: number, fields: ReadonlySet<string>): Read {
  const group = groupAt(line, at, fields)
  if (group) return group
  const first = line.charAt(at)
  if (first === '-' && at + 1 < line.length && !isSpace(line.charAt(at + 1))) return [{ kind: 'not' }, at + 1]
  const end = endOfWord(line, at)
  const operator = operators.get(line.slice(at, end))
  if (operator) return [{ kind: operator }, end]
  const colon = line.slice(at, end).search(/[:：]/)
  const name = colon > 0 ? line.slice(at, at + colon).toLowerCase() : ''
  if (!fields.has(name)) return textAt(line, at, null)
  return textAt(line, at + colon + 1, name)
}

function textAt(line: string, at: number, field: string | null): Read {
  const closer = closers[line.charAt(at)]
  if (!closer) {
    const end = endOfWord(line, at)
    return [end > at ? { kind: 'text', text: line.slice(at, end), isQuoted: false, field } : null, end]
  }
  let end = at + 1
  while (end < line.length && !closer.includes(line.charAt(end))) end++
  const text = line.slice(at + 1, end)
  return [text.trim() === '' ? null : { kind: 'text', text, isQuoted: true, field }, end + 1]
}

/** A bracket at the beginning of a word, up to its partner, where an operator stands between the two. */
function groupAt(line: string, at: number, fields: ReadonlySet<string>): Read | null {
  if (!'(（'.includes(line.charAt(at))) return null
  let depth = 0
  for (let end = at; end < line.length; end++) {
    if ('(（'.includes(line.charAt(end))) depth++
    if (')）'.includes(line.charAt(end)) && --depth === 0) {
      const inner = lexemesOf(line.slice(at + 1, end), fields)
      const isGroup = inner.some(({ kind }) => kind !== 'text')
      return isGroup ? [{ kind: 'group', inner }, end + 1] : null
    }
  }
  return null
}

function endOfWord(line: string, from: number): number {
  let end = from
  while (end < line.length && !isSpace(line.charAt(end))) end++
  return end
}

const isSpace = (character: string): boolean => /\s/.test(character)
