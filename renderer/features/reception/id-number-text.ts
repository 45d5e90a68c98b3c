import { normaliseDocumentNumber } from '#shared/domain/identity/resident-id'

/** `110101 19000101 0014`: region, day of birth, the rest. */
export function groupedIdNumber(typed: string): string {
  const number = normaliseDocumentNumber(typed)
  return [number.slice(0, 6), number.slice(6, 14), number.slice(14)].filter(part => part !== '').join(' ')
}

/**
 * What the field shows after a keystroke. Typing on at the end is grouped as it grows; a correction in the middle is
 * left as typed, because regrouping would move the caret to the end.
 */
export const idNumberAfterTyping = (before: string, after: string): string =>
  after.length > before.length && after.startsWith(before) ? groupedIdNumber(after) : after

/** Long enough that a wrong number is wrong, not unfinished. */
export const isWholeIdNumber = (typed: string): boolean => normaliseDocumentNumber(typed).length >= 18
