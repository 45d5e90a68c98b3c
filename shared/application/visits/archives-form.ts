import { checkApplicantName, checkPlainText } from '../../domain/identity/applicant-rules'
import { proofsLacking, proofsOf } from '../../domain/visits/archives-proofs'
import {
  archivesDecisions,
  archivesKinds,
  archivesProofs,
  archivesRelations,
  type ArchivesDecision,
  type ArchivesKind,
  type ArchivesProof,
  type ArchivesRelation,
  type VisitFact,
} from '../../domain/visits/visit-facts'
import { err, ok, type Result } from '../../kernel/result'
import type { RegistrationFieldProblem } from '../reception/problem-basket'

/** 查档申请 as it is typed. */
export interface AskForm {
  readonly kind: ArchivesKind
  readonly relation: ArchivesRelation
  readonly isOpenToPublic: boolean
  readonly proofs: readonly ArchivesProof[]
  readonly about: string
  readonly what: string
  readonly purpose: string
  readonly proofWords: string
}

export type AskProblem =
  | RegistrationFieldProblem
  | { readonly kind: 'proofMissing'; readonly proofs: readonly ArchivesProof[] }
export type AskProblems = Partial<Record<keyof AskForm, AskProblem>>

type Asked = Extract<VisitFact, { type: 'visit.archivesAsked@1' }>

export const emptyAsk: AskForm = {
  ...{ kind: 'marriage', relation: 'self', isOpenToPublic: false, proofs: [] },
  ...{ about: '', what: '', purpose: '', proofWords: '' },
}

/**
 * Purpose, whose record it is, and for closed archives the proofs of this capacity (档案法 art. 28; 实施条例 art. 34).
 * `askNo` is its place in the visit; one's own record is about the visitor, whose name is not typed again.
 */
export function checkAsk(
  form: AskForm,
  { askNo, ownName }: { readonly askNo: number; readonly ownName: string },
): { readonly problems: AskProblems; readonly fact: Asked | null } {
  const problems: Partial<Record<keyof AskForm, AskProblem>> = {}
  const { kind, relation, isOpenToPublic } = form
  const text = (field: 'what' | 'purpose', most: number): string => {
    const found = checkPlainText(form[field], most, false)
    if (found.ok) return found.value
    problems[field] = found.problem
    return ''
  }
  const about = checkApplicantName(relation === 'self' ? ownName : form.about)
  if (!about.ok) problems.about = about.problem
  const words = {
    about: about.ok ? about.value : '',
    what: text('what', 500),
    purpose: text('purpose', 200),
    proofWords: '',
  }
  const seen = checkPlainText(form.proofWords, 500, false)
  if (seen.ok) words.proofWords = seen.value
  else if (seen.problem.kind !== 'empty') problems.proofWords = seen.problem
  // What was ticked in another capacity is not carried along.
  const proofs = form.proofs.filter(proof => proofsOf(relation).includes(proof))
  const lacking = proofsLacking({ relation, isOpenToPublic, proofs })
  if (lacking.length > 0) problems.proofs = { kind: 'proofMissing', proofs: lacking }
  if (Object.keys(problems).length > 0) return { problems, fact: null }
  const open = { askNo, kind, relation, isOpenToPublic, proofs }
  return { problems, fact: { type: 'visit.archivesAsked@1', open, personal: words } }
}

export interface DecideForm {
  readonly decision: ArchivesDecision
  /** One piece a line: 档号 and title. */
  readonly shown: string
  readonly reason: string
}

export const emptyDecision: DecideForm = { decision: 'show', shown: '', reason: '' }

export type DecideProblems = Partial<Record<'shown' | 'reason', RegistrationFieldProblem>>
type Decided = Extract<VisitFact, { type: 'visit.archivesDecided@1' }>

const mostShown = 50

/** What is shown is named piece by piece; what is not shown, or not whole, is told with its reason. */
export function checkDecision(
  form: DecideForm,
  askNo: number,
): { readonly problems: DecideProblems; readonly fact: Decided | null } {
  const { decision } = form
  const shown = isShowing(decision) ? checkShown(form.shown) : ok([])
  const reason = checkReason(form)
  if (!shown.ok || !reason.ok) {
    const problems = {
      ...(shown.ok ? {} : { shown: shown.problem }),
      ...(reason.ok ? {} : { reason: reason.problem }),
    }
    return { problems, fact: null }
  }
  const personal = { shown: shown.value, reason: reason.value }
  return { problems: {}, fact: { type: 'visit.archivesDecided@1', open: { askNo, decision }, personal } }
}

const isShowing = (decision: ArchivesDecision): boolean => decision === 'show' || decision === 'showPart'

function checkShown(typed: string): Result<readonly string[], RegistrationFieldProblem> {
  const lines = typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  if (lines.length === 0) return err({ kind: 'empty' })
  if (lines.length > mostShown) return err({ kind: 'tooLong', characters: lines.length, allowed: mostShown })
  const wrong = lines.map(line => checkPlainText(line, 300, false)).find(line => !line.ok)
  return wrong && !wrong.ok ? wrong : ok(lines)
}

function checkReason({ decision, reason }: DecideForm): Result<string, RegistrationFieldProblem> {
  const checked = checkPlainText(reason, 500, false)
  const mayLack = decision === 'show' && !checked.ok && checked.problem.kind === 'empty'
  return mayLack ? ok('') : checked
}

/** A draft as an earlier start left it; what cannot be read stays at its default. */
export function readAskDraft(content: unknown): AskForm {
  const saved = savedIn(content)
  return {
    kind: oneOf(saved['kind'], archivesKinds, emptyAsk.kind),
    relation: oneOf(saved['relation'], archivesRelations, emptyAsk.relation),
    isOpenToPublic: saved['isOpenToPublic'] === true,
    proofs: Array.isArray(saved['proofs'])
      ? archivesProofs.filter(proof => (saved['proofs'] as unknown[]).includes(proof))
      : [],
    about: textOf(saved['about']),
    what: textOf(saved['what']),
    purpose: textOf(saved['purpose']),
    proofWords: textOf(saved['proofWords']),
  }
}

export function readDecisionDraft(content: unknown): DecideForm {
  const saved = savedIn(content)
  return {
    decision: oneOf(saved['decision'], archivesDecisions, emptyDecision.decision),
    shown: textOf(saved['shown']),
    reason: textOf(saved['reason']),
  }
}

const savedIn = (content: unknown): Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {}
const oneOf = <T>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  (allowed as readonly unknown[]).includes(value) ? (value as T) : otherwise
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A choice alone is no work to lose. */
export const isBlankDecision = ({ shown, reason }: DecideForm): boolean => `${shown}${reason}`.trim() === ''

export const isBlankAsk = ({ about, what, purpose, proofWords }: AskForm): boolean =>
  [about, what, purpose, proofWords].every(text => text.trim() === '')

export const askDraftName = (visitId: string): string => `visitask-${visitId}`
export const decisionDraftName = (visitId: string, askNo: number): string => `visitdecision-${visitId}-${askNo}`
/** Of one application: what was typed for one must not come back in the certificate of another. */
export const certificateDraftName = (visitId: string, askNo: number): string => `visitcertificate-${visitId}-${askNo}`
