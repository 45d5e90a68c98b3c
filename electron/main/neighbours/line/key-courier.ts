import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Answered, HttpLink } from '../../sync/http-link'
import type { HeadquartersLink, LinkProblem } from '../../sync/headquarters-link'
import type { SubjectKeys } from '../../vault/subject-keys'
import { openWrappedKeys, wrapSubjectKeys } from '../../vault/wrapped-subject-keys'
import { keysAnswer } from '../serving/answers'
import { keyRollOf } from './key-roll'

/** This machine's side of the keys of subjects; null while it is locked. */
export interface KeyDesk {
  readonly office: string
  readonly subjectKeys: Pick<SubjectKeys, 'carried' | 'adopt'>
  identities(): readonly string[]
  /** Whether subject keys may be wrapped for the machine at the other end. */
  readonly mayHold: boolean
  readonly headquarters: readonly ChainRoot[]
}

export interface CourierParts {
  readonly link: Pick<HttpLink, 'ask'>
  readonly theirs: ChainRoot
  readonly desk: () => KeyDesk | null
}

/** Brings the keys of subjects over the line, each once as long as both machines stay open. */
export interface KeyCourier {
  /** Answers how many were new here. */
  pull(): Promise<Result<number, LinkProblem>>
  push(): Promise<Result<void, LinkProblem>>
}

export function keyCourier({ link, theirs, desk }: CourierParts): KeyCourier {
  let pulled = { epoch: '', place: 0 }
  let pushed = { epoch: '', place: 0 }
  return {
    async pull() {
      const open = desk()
      if (!open) return locked
      const query = pulled.epoch === '' ? '' : `?epoch=${pulled.epoch}&after=${pulled.place}`
      const answer = await link.ask({ method: 'GET', path: `/v1/keys${query}` })
      if (!answer.ok) return answer
      const read = keysAnswer.safeParse(jsonOf(answer.value))
      if (!read.success) return refusedOr(answer.value)
      const { epoch, upTo, wrapped } = read.data
      const adopted = wrapped === '' ? ok(0) : await adopt(desk, Buffer.from(wrapped, 'base64'))
      if (adopted.ok) pulled = { epoch, place: upTo }
      return adopted
    },
    async push() {
      const open = desk()
      if (!open) return locked
      if (!open.mayHold) return ok(undefined)
      const roll = keyRollOf(open.subjectKeys)
      const { keys, upTo } = roll.after(pushed.epoch === roll.epoch ? pushed.place : 0)
      if (keys.length > 0) {
        const { office, headquarters } = open
        const body = await wrapSubjectKeys(keys, { office, holders: [theirs], headquarters })
        const answer = await link.ask({ method: 'POST', path: '/v1/keys', body })
        if (!answer.ok) return answer
        if (answer.value.status !== 204) return refusedOr(answer.value)
      }
      pushed = { epoch: roll.epoch, place: upTo }
      return ok(undefined)
    },
  }
}

/**
 * A key is durable before the first act that it seals. So keys are fetched after the acts that came and before they are taken,
 * and sent before the acts that go: nowhere do acts lie whose keys are missing.
 */
export const linkWithKeys = (link: HeadquartersLink, courier: KeyCourier): HeadquartersLink => ({
  heads: () => link.heads(),
  fetch: async (chain, after, limit) => {
    const fetched = await link.fetch(chain, after, limit)
    if (!fetched.ok || fetched.value === null) return fetched
    const pulled = await courier.pull()
    return pulled.ok ? fetched : pulled
  },
  send: async segment => {
    const pushed = await courier.push()
    return pushed.ok ? link.send(segment) : pushed
  },
})

/** The desk may have been locked while the answer was on its way. */
async function adopt(desk: () => KeyDesk | null, wrapped: Uint8Array): Promise<Result<number, LinkProblem>> {
  const open = desk()
  if (!open) return locked
  const opened = await openWrappedKeys(wrapped, { office: open.office, identities: open.identities() })
  if (!opened.ok) return err({ kind: 'notUnderstood' })
  const adopted = desk()?.subjectKeys.adopt(opened.value)
  return adopted?.ok ? ok(adopted.value.length) : locked
}

const locked = err({ kind: 'locked' } as const)

const refusedOr = ({ status }: Answered): Result<never, LinkProblem> =>
  err({ kind: status === 401 || status === 403 ? 'refused' : status >= 500 ? 'away' : 'notUnderstood' })

function jsonOf({ status, bytes }: Answered): unknown {
  try {
    return status === 200 ? JSON.parse(bytes.toString()) : null
  } catch {
    return null
  }
}
