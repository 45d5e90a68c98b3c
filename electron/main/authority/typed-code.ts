import { parseQueryCode } from '#shared/domain/requests/query-code'

/** The code as it is kept, or null where it cannot be one. */
export function readTypedCode(typed: string): string | null {
  const parsed = parseQueryCode(typed)
  return parsed.ok ? parsed.value : null
}

/** Four digits, in any width; null for anything else. */
export function readTypedLastFour(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/\s/g, '')
  return /^\d{4}$/.test(digits) ? digits : null
}
