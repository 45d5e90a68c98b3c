import { err, ok, type Result } from '../../kernel/result'
import { replyTypes } from '../decisions/reply-types'
import type { Post } from '../people/person-facts'
import { detailProblem, type ActSurroundings } from './act-details'
import { applyAct } from './request'
import type { DecisionType, PersonId } from './request-facts'
import type { DisclosureRequest, StoredRequestFact } from './request-state'
import {
  isKnownFact,
  personProblem,
  transitionProblem,
  type RequestActProblem,
  type TransitionQuestion,
} from './request-transitions'

/** Who acts: `role` is the post the act will name, `posts` are the posts they hold today. */
export interface Acting {
  readonly actor: PersonId
  readonly role: Post
  readonly posts: readonly Post[]
}

/**
 * Whether the facts may be appended as one act to this request (undefined: not registered yet).
 * Checks, in this order for each fact: state machine, post and four eyes, dates and numbers.
 */
export function mayDo(
  request: DisclosureRequest | undefined,
  facts: readonly StoredRequestFact[],
  by: Acting & ActSurroundings,
): Result<void, RequestActProblem> {
  if (facts.length === 0) return err({ kind: 'actWithoutFacts' })
  const unknown = facts.find(fact => !isKnownFact(fact)) as { type: string } | undefined
  if (unknown) return err({ kind: 'factNotUnderstood', type: unknown.type })
  if (!by.posts.includes(by.role)) return err({ kind: 'postNotHeld', role: by.role })
  const act = { actor: by.actor, role: by.role, at: 0, hlc: '', chain: '', seq: 0, facts }
  const applied = applyAct(request, act, (before, fact) => detailProblem(before, fact, by))
  return 'problem' in applied ? err(applied.problem) : ok(undefined)
}

export type NextActName =
  | 'confirmReceipt'
  | 'examine'
  | 'recordSearch'
  | 'submitReply'
  | 'returnDraft'
  | 'issueReply'
  | 'serveReply'

export type NextAct = { readonly act: NextActName; readonly decision?: DecisionType } & (
  | { readonly isPossible: true }
  | { readonly isPossible: false; readonly problem: RequestActProblem }
)

/**
 * Every act that moves a request on, in the order of the work, each with the reason where it is not possible now.
 * With `by`, also where this person may not: any post they hold will do.
 */
export function nextActs(request: DisclosureRequest, by?: Omit<Acting, 'role'>): readonly NextAct[] {
  return moves.map(({ act, ask }) => {
    const question = ask(request)
    const named = question.decision ? { act, decision: question.decision } : { act }
    const problem = transitionProblem(request, question) ?? (by && noPostFor(request, question, by))
    return problem ? { ...named, isPossible: false, problem } : { ...named, isPossible: true }
  })
}

/** Why one act of this kind is not possible now, or not by this person under any post they hold; undefined where it is. */
export const actProblem = (
  request: DisclosureRequest,
  question: TransitionQuestion,
  by: Omit<Acting, 'role'>,
): RequestActProblem | undefined => transitionProblem(request, question) ?? noPostFor(request, question, by)

type Move = { readonly act: NextActName; readonly ask: (request: DisclosureRequest) => TransitionQuestion }

const submit = (decision: DecisionType): Move => ({
  act: 'submitReply',
  ask: ({ drafts }) => ({ type: 'reply.submitted@1', decision, draftNo: drafts.length + 1 }),
})

const moves: readonly Move[] = [
  { act: 'confirmReceipt', ask: () => ({ type: 'receipt.confirmed@1' }) },
  { act: 'examine', ask: () => ({ type: 'request.examined@1' }) },
  { act: 'recordSearch', ask: () => ({ type: 'search.recorded@1' }) },
  ...(Object.keys(replyTypes) as DecisionType[]).map(submit),
  { act: 'returnDraft', ask: () => ({ type: 'reply.returned@1' }) },
  { act: 'issueReply', ask: () => ({ type: 'reply.issued@1' }) },
  { act: 'serveReply', ask: () => ({ type: 'reply.served@1' }) },
]

/** The problem of the post that comes closest: four eyes says more than "not your post". */
function noPostFor(
  request: DisclosureRequest,
  question: TransitionQuestion,
  { actor, posts }: Omit<Acting, 'role'>,
): RequestActProblem | undefined {
  const problems = posts.map(role => personProblem(request, question, { actor, role }))
  if (problems.includes(undefined)) return undefined
  return (
    problems.find(problem => problem?.kind === 'fourEyes') ??
    personProblem(request, question, { actor, role: 'administrator' })
  )
}
