import type { Post } from '../../domain/people/person-facts'
import type { SettledConflict } from '../../domain/settled-conflict'
import { visitBasesOf } from '../../domain/visits/seen-parts'
import type { VisitFact, VisitId } from '../../domain/visits/visit-facts'
import { needsSecondPerson, postsForVisits } from '../../domain/visits/visit-rules'
import { ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Desk } from '../desk'
import type { PaperOfVisit, VisitRecord } from './visits'

export type VisitWriting = Pick<Desk, 'visits' | 'me'>
type Answer = Promise<Result<void, Problem>>

/** Under the first post that the person holds and the fact asks for; main refuses where there is none. */
export function appendVisit({ visits, me }: VisitWriting, visitId: VisitId, fact: VisitFact): Answer {
  const posts = postsForVisits[fact.type]
  return visits.append({ visitId, role: roleOf(me.posts, posts), facts: [fact] })
}

/**
 * Signs in under the form's own id, so that a double press, or a retry after an answer that was lost, is refused by
 * main as signed in already and answered as done.
 */
export async function signInVisitor(
  desk: VisitWriting,
  visitId: VisitId,
  fact: Extract<VisitFact, { type: 'visit.signedIn@1' }>,
): Answer {
  const written = await appendVisit(desk, visitId, fact)
  const isThere =
    !written.ok && written.problem.kind === 'refused' && written.problem.why.kind === 'visitAlreadySignedIn'
  return isThere ? ok(undefined) : written
}

/** Says which values it replaces, as they stood for whoever wrote it, so that another machine's are not written over unnoticed. */
export const correctVisit = (
  desk: VisitWriting,
  { visitId, visit }: Pick<VisitRecord, 'visitId' | 'visit'>,
  fact: Extract<VisitFact, { type: 'visit.corrected@1' }>,
): Answer => appendVisit(desk, visitId, { ...fact, base: visitBasesOf(visit, fact) })

/** What two machines did without knowing of each other was looked at, and stays as it is now. */
export const settleVisitConflict = (
  desk: VisitWriting,
  visitId: VisitId,
  { by, reason }: { readonly by: SettledConflict; readonly reason: string },
): Answer =>
  appendVisit(desk, visitId, {
    type: 'visit.conflictSettled@1',
    open: { chain: by.chain, seq: by.seq },
    personal: { reason },
  })

type Decided = Extract<VisitFact, { type: 'visit.archivesDecided@1' }>

/** Closed archives of another are decided as reviewer or head, where the person is one. */
export function decideArchives(desk: VisitWriting, { visitId, visit }: VisitRecord, fact: Decided): Answer {
  const ask = visit.asks.find(({ askNo }) => askNo === fact.open.askNo)
  const isSeconds = ask !== undefined && needsSecondPerson(ask, fact.open.decision)
  const posts: readonly Post[] = isSeconds ? ['reviewer', 'head'] : postsForVisits[fact.type]
  return desk.visits.append({ visitId, role: roleOf(desk.me.posts, posts), facts: [fact] })
}

/** Full name and number are shown on demand only, and that is recorded first. */
export const revealVisitor = (desk: VisitWriting, visitId: VisitId): Answer =>
  appendVisit(desk, visitId, { type: 'visit.revealed@1', open: { what: 'visitor' } })

/** Prints or saves a paper and, once it is out, records which bytes went out. */
export async function produceVisitPaper(
  desk: VisitWriting & { readonly papers: Pick<Desk['papers'], 'print' | 'save'> },
  visitId: VisitId,
  { paper, how }: { readonly paper: PaperOfVisit; readonly how: 'printed' | 'saved' },
): Promise<Result<'done' | 'cancelled', Problem>> {
  const out = how === 'printed' ? await desk.papers.print(paper) : await desk.papers.save(paper)
  if (!out.ok) return out
  if (out.value === 'cancelled') return ok('cancelled')
  const { paper: kind, certificateNo, digest, pages } = paper
  const gaps = [...new Set(paper.gaps?.map(({ codePoint }) => codePoint))]
  const noted = await appendVisit(desk, visitId, {
    type: 'visit.paperProduced@1',
    open: {
      ...{ paper: kind, how, digest, pages },
      ...(certificateNo ? { certificateNo } : {}),
      ...(gaps.length > 0 ? { gaps } : {}),
    },
  })
  return noted.ok ? ok('done') : noted
}

const roleOf = (held: readonly Post[], asked: readonly Post[]): Post =>
  asked.find(post => held.includes(post)) ?? asked[0]!
