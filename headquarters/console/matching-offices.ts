/** By a part of the name, or the beginning of the number: a province's or a county's offices by its place code. */
export function matchingOffices<O extends { readonly officeId: number; readonly name: string }>(
  offices: readonly O[],
  words: string,
): O[] {
  const asked = words.trim().normalize('NFKC').toLowerCase()
  if (asked === '') return [...offices]
  return offices.filter(
    ({ officeId, name }) => name.toLowerCase().includes(asked) || String(officeId).startsWith(asked),
  )
}
