import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkApplicantName, type TextProblem } from '../../domain/identity/applicant-rules'
import { approvalSheets } from '../../domain/requests/approval-sheets'
import type { DisclosureRequest, Scan } from '../../domain/requests/request-state'
import { standingScans } from '../../domain/requests/standing-scans'
import type { PaperApproval } from './issue-letter'

/** 凭呈批单签发 as typed. */
export interface PaperApprovalDraft {
  readonly approverName: string
  readonly approvedOn: CivilDate | null
  /** Digest of the chosen scan. */
  readonly scan: string | null
}

export type PaperApprovalProblems = Partial<
  Record<keyof PaperApprovalDraft, TextProblem | { readonly kind: 'notChosen' } | { readonly kind: 'isDrafter' }>
>

/** Scans of sheets that can be the approval of the draft in hand, latest first. */
export const approvalScans = (request: DisclosureRequest): readonly Scan[] => approvalSheets(request).toReversed()

/** A sheet is there, but it was signed for a draft that the reviewer sent back. */
export const isSheetOutdated = (request: DisclosureRequest): boolean =>
  approvalScans(request).length === 0 && standingScans(request).some(({ kind }) => kind === 'paperApproval')

/** The scan is proposed where there is only one. */
export function emptyPaperApproval(request: DisclosureRequest): PaperApprovalDraft {
  const [scan, ...others] = approvalScans(request)
  return { approverName: '', approvedOn: null, scan: scan && others.length === 0 ? scan.digest : null }
}

/** `drafterName`: who wrote the draft; nobody approves their own, on paper neither (S06 says so). */
export function checkPaperApproval(
  { approverName, approvedOn, scan }: PaperApprovalDraft,
  drafterName: string,
): {
  readonly problems: PaperApprovalProblems
  readonly approval: PaperApproval | null
} {
  const name = checkApplicantName(approverName)
  const isDrafter = name.ok && name.value === drafterName.trim()
  const problems: PaperApprovalProblems = {
    ...(name.ok ? {} : { approverName: name.problem }),
    ...(isDrafter ? { approverName: { kind: 'isDrafter' } as const } : {}),
    ...(approvedOn ? {} : { approvedOn: { kind: 'empty' } as const }),
    ...(scan === null ? { scan: { kind: 'notChosen' } as const } : {}),
  }
  const isWhole = name.ok && !isDrafter && approvedOn !== null && scan !== null
  return { problems, approval: isWhole ? { approverName: name.value, approvedOn, approvalScan: scan } : null }
}
