import { err, ok, type Result } from '../../kernel/result'

/** `云公开〔2026〕15号`: one series per agency code and year (GB/T 9704, reference 7.3). */
export interface LetterNumber {
  /** The agency's code, with the letter of the drawing machine where there are several (`云公开B`). */
  readonly code: string
  readonly year: number
  readonly serial: number
}

export interface NotALetterNumber {
  readonly kind: 'notALetterNumber'
  readonly text: string
}

// The brackets are U+3014 and U+3015; no leading zeros, no 第.
const shape = /^([\u4e00-\u9fa5A-Z]{1,12})〔((?:19|20)\d{2})〕([1-9]\d*)号$/

export const formatLetterNo = ({ code, year, serial }: LetterNumber): string => `${code}〔${year}〕${serial}号`

/** Exact: what stands on a letter is never corrected silently. */
export function parseLetterNo(text: string): Result<LetterNumber, NotALetterNumber> {
  const [, code, year, serial] = shape.exec(text) ?? []
  if (!code || !Number.isSafeInteger(Number(serial))) return err({ kind: 'notALetterNumber', text })
  return ok({ code, year: Number(year), serial: Number(serial) })
}

/**
 * One more than the highest serial of this code and year. Pass void numbers and the last number on paper too
 * (after a restore): a gap is explained in the void list, never filled.
 */
export function nextLetterNo(used: Iterable<string>, series: Omit<LetterNumber, 'serial'>): string {
  let highest = 0
  for (const text of used) {
    const parsed = parseLetterNo(text)
    if (!parsed.ok || parsed.value.code !== series.code || parsed.value.year !== series.year) continue
    highest = Math.max(highest, parsed.value.serial)
  }
  return formatLetterNo({ ...series, serial: highest + 1 })
}
