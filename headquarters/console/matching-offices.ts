/** By a part of the name, or the beginning of the number: a province's or a county's offices by its place code. */
export function matchingOffices<O extends { readonly officeId: number; readonly name: string }>(
  offices: readonly O[],
  words: string,
): O[] {
  const asked = folded(words).trim()
  if (asked === '') return [...offices]
  return offices.filter(({ officeId, name }) => folded(name).includes(asked) || String(officeId).startsWith(asked))
}

/** Of both sides: a name has the brackets of Chinese, and whoever types them means those. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
