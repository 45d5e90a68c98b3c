/**
 * A workstation code for a machine to which no person gave one: a letter that none has yet, of the second half, because people
 * give them from the front, and a machine that is not known here may have been given the next. Which of them, chance decides:
 * two copies of one office, neither of which knows of the other, are to differ. `drawn`: at least eight random hex digits. Null
 * where all are given.
 */
export function freeWorkstationCode(given: Iterable<string>, drawn: string): string | null {
  const taken = new Set(given)
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(code => !taken.has(code))
  const late = free.filter(code => code >= 'N')
  const among = late.length > 0 ? late : free
  return among[parseInt(drawn.slice(0, 8), 16) % among.length] ?? null
}
