/** What headquarters prints and a person types once: `530102001-07-48213770-4`. */
export interface EnrolmentCode {
  /** Headquarters' number of the office, nine digits. */
  readonly officeId: number
  /** Which of the office's codes, 1-99. */
  readonly codeNo: number
  /** Eight digits. */
  readonly secret: string
}

export const writeEnrolmentCode = ({ officeId, codeNo, secret }: EnrolmentCode): string => {
  const digits = `${officeId}${String(codeNo).padStart(2, '0')}${secret}`
  return `${digits.slice(0, 9)}-${digits.slice(9, 11)}-${digits.slice(11)}-${checkDigit(digits)}`
}

/**
 * Null where the last digit does not belong to the others: a slip of the hand is found before it costs one of the five
 * tries. Dashes and spaces are as one likes, full-width digits count.
 */
export function readEnrolmentCode(typed: string): EnrolmentCode | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  if (!/^[1-9]\d{19}$/.test(digits) || checkDigit(digits.slice(0, 19)) !== Number(digits[19])) return null
  return { officeId: Number(digits.slice(0, 9)), codeNo: Number(digits.slice(9, 11)), secret: digits.slice(11, 19) }
}

/** ISO/IEC 7064, MOD 11,10: finds every single wrong digit and nearly every two that changed places. */
function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10
}
