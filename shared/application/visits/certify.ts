import type { Agency } from '../../domain/agencies/office-facts'
import { yearOf } from '../../domain/calendar/civil-date'
import { checkPlainText } from '../../domain/identity/applicant-rules'
import { formatCertificateNo } from '../../domain/visits/certificate-number'
import type { VisitFact } from '../../domain/visits/visit-facts'
import { err, ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Desk } from '../desk'
import type { RegistrationFieldProblem } from '../reception/problem-basket'
import { mostDraws, serialExpected } from '../requests/out-of-turn'
import { appendVisit, type VisitWriting } from './visit-acts'
import type { VisitRecord } from './visits'

export interface CertificateForm {
  readonly archivalCode: string
  readonly content: string
  readonly usedFor: string
  /** Of the copy that is attached, as typed; empty: none is. */
  readonly pages: string
}

export const emptyCertificate: CertificateForm = { archivalCode: '', content: '', usedFor: '', pages: '' }

export type CertificateProblem = RegistrationFieldProblem | { readonly kind: 'notACount' }
export type CertificateProblems = Partial<Record<keyof CertificateForm, CertificateProblem>>

type Certified = Extract<VisitFact, { type: 'visit.certified@1' }>
export type CheckedCertificate = Certified['personal'] & { readonly pages: number }

export function checkCertificate(form: CertificateForm): {
  readonly problems: CertificateProblems
  readonly checked: CheckedCertificate | null
} {
  const problems: Partial<Record<keyof CertificateForm, CertificateProblem>> = {}
  const text = (field: 'archivalCode' | 'content' | 'usedFor', most: number, lines: boolean): string => {
    const found = checkPlainText(form[field], most, lines)
    if (found.ok) return found.value
    problems[field] = found.problem
    return ''
  }
  const words = {
    archivalCode: text('archivalCode', 100, false),
    content: text('content', 2_000, true),
    usedFor: text('usedFor', 200, false),
  }
  const pages = form.pages.trim() === '' ? 0 : countOf(form.pages)
  if (pages === null) problems.pages = { kind: 'notACount' }
  return { problems, checked: Object.keys(problems).length > 0 ? null : { ...words, pages: pages ?? 0 } }
}

/** A count of pages as somebody types it, full-width digits too; null where it is none. */
export function countOf(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
}

/** Numbers and writes the certificate in one act; another window may take the number first: then it is drawn anew. */
export async function certifyArchives(
  desk: VisitWriting & Pick<Desk, 'series' | 'today'>,
  { visitId }: Pick<VisitRecord, 'visitId'>,
  { askNo, agency, words }: { readonly askNo: number; readonly agency: Agency; readonly words: CheckedCertificate },
): Promise<Result<{ readonly certificateNo: string }, Problem>> {
  const series = { code: agency.code, year: yearOf(desk.today) }
  const { pages, ...personal } = words
  let serial = await desk.series.nextCertificateSerial(series)
  for (let draws = 1; ; draws++) {
    const certificateNo = formatCertificateNo({ ...series, serial })
    const open = { askNo, certificateNo, agencyId: agency.agencyId, certifiedOn: desk.today, pages }
    const written = await appendVisit(desk, visitId, { type: 'visit.certified@1', open, personal })
    if (written.ok) return ok({ certificateNo })
    const expected = serialExpected(written.problem)
    if (expected === null || draws >= mostDraws) return err(written.problem)
    serial = expected
  }
}

/** A draft as an earlier start left it; what cannot be read stays empty. */
export function readCertificateDraft(content: unknown): CertificateForm {
  const saved = typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {}
  const text = (field: keyof CertificateForm): string => (typeof saved[field] === 'string' ? saved[field] : '')
  return {
    archivalCode: text('archivalCode'),
    content: text('content'),
    usedFor: text('usedFor'),
    pages: text('pages'),
  }
}
