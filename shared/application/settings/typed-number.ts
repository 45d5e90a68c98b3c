import type { VoidNumber } from '../../domain/agencies/office-facts'
import { formatLetterNo, parseLetterNo } from '../../domain/requests/letter-number'
import { formatCertificateNo, parseCertificateNo } from '../../domain/visits/certificate-number'
import { formatRequestNo, parseRequestNo } from '../../domain/requests/request-number'

export interface TypedNumber {
  readonly serial: number
  /** The number of this series with another serial. */
  readonly print: (serial: number) => string
}

/** A number of any series as somebody types it from a paper; null where it has not its shape. */
export function typedNumber(series: VoidNumber['series'], typed: string): TypedNumber | null {
  // Any keyboard's brackets; those of the number itself are U+3014 and U+3015.
  const text = typed
    .trim()
    .replace(/[[［(（]/u, '〔')
    .replace(/[\]］)）]/u, '〕')
  if (series !== 'request') {
    const [parse, format] =
      series === 'letter' ? [parseLetterNo, formatLetterNo] : [parseCertificateNo, formatCertificateNo]
    const letter = parse(text)
    return letter.ok ? { serial: letter.value.serial, print: serial => format({ ...letter.value, serial }) } : null
  }
  const request = parseRequestNo(text)
  return request.ok
    ? { serial: request.value.serial, print: serial => formatRequestNo({ ...request.value, serial }) }
    : null
}
