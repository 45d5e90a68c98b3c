/**
 * A workstation code for a machine to which no person gave one: the last letter that none has yet, because people give them
 * from the front, and a machine that is not known here may have been given the next. Null where all are given.
 */
export function freeWorkstationCode(given: Iterable<string>): string | null {
  const taken = new Set(given)
  return [...'ZYXWVUTSRQPONMLKJIHGFEDCBA'].find(code => !taken.has(code)) ?? null
}
