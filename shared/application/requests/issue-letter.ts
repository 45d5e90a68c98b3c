import type { Agency } from '../../domain/agencies/office-facts'
import { yearOf, type CivilDate } from '../../domain/calendar/civil-date'
import type { Post } from '../../domain/people/person-facts'
import { formatLetterNo } from '../../domain/requests/letter-number'
import type { DecisionType, RequestFact } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { letterOf, postsFor, transitionProblem } from '../../domain/requests/request-transitions'
import { err, ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Desk, PaperProblem, ReplyInHand } from '../desk'
import type { RequestRecord } from '../ports'
import { mostDraws, serialExpected } from './out-of-turn'
import { tellsWhereByWire } from './remedy-by-wire'

type Issuing = Pick<Desk, 'ledger' | 'me' | 'series' | 'today'>
type Issued = Promise<Result<{ readonly letterNo: string }, Problem | PaperProblem>>
type IssueFact = Extract<RequestFact, { type: 'reply.issued@1' }>

/** Approves, numbers and issues in one act: an approved letter without a number cannot exist. */
export function issueReply(desk: Issuing, record: RequestRecord, agency: Agency): Issued {
  const role = postsFor['reply.issued@1'].find(post => desk.me.posts.includes(post)) ?? 'reviewer'
  const factsFor = (open: Numbered) => [issued(draftNoOf(record), open)]
  return issueWith(desk, agency, { record, decision: draftedIn(record), role, factsFor })
}

export interface PaperApproval {
  /** Who signed S06. */
  readonly approverName: string
  readonly approvedOn: CivilDate
  /** Digest of the scan of the signed S06. */
  readonly approvalScan: string
}

/** The approval is the signed S06 among the scans; the clerk who issues only records it. */
export function issueOnPaper(
  desk: Issuing,
  record: RequestRecord,
  { agency, approval }: { readonly agency: Agency; readonly approval: PaperApproval },
): Issued {
  const { approverName, approvedOn, approvalScan } = approval
  const facts = (open: Numbered): readonly RequestFact[] => [
    {
      ...issued(draftNoOf(record), { ...open, approval: 'onPaper', approvedOn, approvalScan }),
      personal: { approverName },
    },
  ]
  return issueWith(desk, agency, { record, decision: draftedIn(record), role: 'clerk', factsFor: facts })
}

/** Art. 33(1): what is public already is answered on the spot; examined, written and issued by one person in one act. */
export function answerOnTheSpot(
  desk: Issuing,
  record: RequestRecord,
  { agency, reply }: { readonly agency: Agency; readonly reply: ReplyInHand },
): Issued {
  const { request } = record
  const draftNo = request.drafts.length + 1
  const examined: readonly RequestFact[] =
    request.status === 'registered'
      ? [{ type: 'request.examined@1', open: { elementsComplete: true, withinRemit: true } }]
      : []
  const factsFor = (open: Numbered): readonly RequestFact[] => [
    ...examined,
    { type: 'reply.submitted@1', open: { draftNo, decision: reply.decision }, personal: reply.content },
    issued(draftNo, { ...open, approval: 'onTheSpot' }),
  ]
  return issueWith(desk, agency, { record, decision: reply.decision, role: 'clerk', factsFor })
}

/** Whether what is public already may be answered on the spot by this person today, before anything is written. */
export function mayAnswerOnTheSpot(request: DisclosureRequest, { me, today }: Pick<Desk, 'me' | 'today'>): boolean {
  // Not round a reviewer who has sent it back.
  const isOpen = request.status === 'registered' || request.status === 'examined'
  if (!isOpen || !me.posts.includes('clerk')) return false
  const draft = { draftNo: 1, decision: 'GRANT_PUBLISHED', content: undefined, drafter: me.personId } as const
  const asIfWritten: DisclosureRequest = {
    ...request,
    status: 'submitted',
    currentDraft: { ...draft, submitted: request.registered },
  }
  const question = { type: 'reply.issued@1', approval: 'onTheSpot', draftNo: 1, issuedOn: today } as const
  return transitionProblem(asIfWritten, question) === undefined
}

type Numbered = Pick<IssueFact['open'], 'letterNo' | 'issuedOn'>

const issued = (draftNo: number, open: Omit<IssueFact['open'], 'draftNo'>): IssueFact => ({
  type: 'reply.issued@1',
  open: { draftNo, ...open },
})

const draftedIn = ({ request }: RequestRecord): DecisionType | undefined => request.currentDraft?.decision
const draftNoOf = ({ request }: RequestRecord): number => request.currentDraft?.draftNo ?? 0

interface Issue {
  readonly record: RequestRecord
  readonly decision: DecisionType | undefined
  readonly role: Post
  readonly factsFor: (open: Numbered) => readonly RequestFact[]
}

/** Another window may take the number first: then it is drawn anew. No number is drawn for a letter that the law refuses. */
async function issueWith(desk: Issuing, agency: Agency, { record, decision, role, factsFor }: Issue): Issued {
  if (decision && !tellsWhereByWire(agency, record.request, decision))
    return err({ kind: 'elementMissing', letter: letterOf(decision) ?? decision, element: 'reconsiderationOnline' })
  const series = { code: agency.code, year: yearOf(desk.today) }
  let serial = await desk.series.nextLetterSerial(series)
  for (let draws = 1; ; draws++) {
    const letterNo = formatLetterNo({ ...series, serial })
    const facts = factsFor({ letterNo, issuedOn: desk.today })
    const written = await desk.ledger.append({ requestId: record.requestId, role, facts })
    if (written.ok) return ok({ letterNo })
    const expected = serialExpected(written.problem)
    if (expected === null || draws >= mostDraws) return err(written.problem)
    serial = expected
  }
}
