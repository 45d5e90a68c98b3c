import { err, ok, type Result } from '../../kernel/result'
import type { LetterNumber, NotALetterNumber } from '../requests/letter-number'

/**
 * `云公开档〔2026〕3号`: certified copies have a series of their own per agency code and year, so that a gap in the
 * letters is never explained by a certificate (reference 7.3; the mark 档 is our convention).
 */
export type CertificateNumber = LetterNumber

const shape = /^([\u4e00-\u9fa5A-Z]{1,12})档〔((?:19|20)\d{2})〕([1-9]\d*)号$/

export const formatCertificateNo = ({ code, year, serial }: CertificateNumber): string =>
  `${code}档〔${year}〕${serial}号`

/** Exact, as the numbers of letters are. */
export function parseCertificateNo(text: string): Result<CertificateNumber, NotALetterNumber> {
  const [, code, year, serial] = shape.exec(text) ?? []
  if (!code || !Number.isSafeInteger(Number(serial))) return err({ kind: 'notALetterNumber', text })
  return ok({ code, year: Number(year), serial: Number(serial) })
}
