/** The nine printed groups of a recovery key, as far as they are typed. Main reads the key; this only lays it out. */
export interface TypedGroup {
  /** Counts from 1, as on the sheet. */
  readonly n: number
  readonly text: string
  readonly state: 'empty' | 'partial' | 'full' | 'mistyped'
}

export const groupCount = 9
const groupLength = 4
/** Crockford's base32: no I, L, O and U on the sheet. */
const foreign = /[^0-9A-HJKMNP-TV-Z]/

/** Any case, O for 0, I or L for 1, full-width, spaces and dashes anywhere. `mistyped` is the group that main named. */
export function typedGroups(typed: string, mistyped: number | null): readonly TypedGroup[] {
  const text = charactersOf(typed)
  return Array.from({ length: groupCount }, (_, index) => {
    const part = text.slice(index * groupLength, (index + 1) * groupLength)
    return { n: index + 1, text: part, state: stateOf(part, mistyped === index + 1) }
  })
}

export const isWholeKey = (typed: string): boolean => charactersOf(typed).length === groupCount * groupLength

function stateOf(part: string, isNamed: boolean): TypedGroup['state'] {
  if (part === '') return 'empty'
  if (isNamed || foreign.test(part)) return 'mistyped'
  return part.length < groupLength ? 'partial' : 'full'
}

const charactersOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}−_.,;:·]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
