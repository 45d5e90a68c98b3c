import { z } from 'zod'
import { actsQuery, heads, segmentAnswer, segmentStatus, segmentType } from '#shared/contracts/headquarters-api'
import { chainId } from '#shared/contracts/exchange-shapes'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { Head } from '#shared/ledger/exchange/head'
import { receiptNote, type Receipt } from '#shared/ledger/exchange/receipt'
import { fittingActs, packSegment } from '#shared/ledger/exchange/segment'
import { keyRollOf } from '../line/key-roll'
import { openWrappedKeys, wrapSubjectKeys } from '../../vault/wrapped-subject-keys'
import type { Caller } from './gate'
import type { ServedDesk } from './served-desk'
import { takeFromNeighbour } from './take-segment'

/** What goes back, before it is signed and sealed. */
export interface Answer {
  readonly status: number
  readonly body: Uint8Array
  readonly type?: string
  /** Not signed, as every header: nothing may hang on them that a digest does not prove. */
  readonly headers?: Readonly<Record<string, string>>
  /** Its own digest tells what it is: the status alone is signed. */
  readonly isBlob?: true
}

export const answered = (status: number, value: unknown): Answer => ({
  status,
  body: Buffer.from(JSON.stringify(value)),
  type: 'application/json',
})
export const nothing: Answer = { status: 204, body: new Uint8Array() }
export const refusedAs = (status: number, kind: string): Answer => answered(status, { kind })

export interface AnswerParts {
  readonly craft: Craft
  readonly now: () => number
  /** Acts or keys of others have come in. */
  readonly onTaken: () => void
}

export interface Asking {
  readonly desk: ServedDesk
  readonly caller: Caller
  readonly params: Readonly<Record<string, unknown>>
  readonly query: unknown
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Uint8Array
}

/** The exchange's calls as headquarters answers them (shared/contracts/headquarters-api), out of this machine's own ledger. */
export function neighbourAnswers({ craft, now, onTaken }: AnswerParts) {
  const receiptFor = (desk: ServedDesk, head: Head): Receipt => {
    const note = receiptNote({ office: desk.ledger.office, ...head, receivedAt: new Date(now()).toISOString() })
    return { note, signature: desk.sign(Buffer.from(note)).toString('base64') }
  }
  return {
    heads: ({ desk }: Asking): Answer => {
      const receipts = desk.ledger.heads().map(head => receiptFor(desk, head))
      return answered(200, heads.parse({ receipts, now: new Date(now()).toISOString() }))
    },
    segment: ({ desk, body }: Asking): Answer => {
      const taken = takeFromNeighbour(desk.ledger, body, craft)
      if (taken.kind === 'cannotWrite') return refusedAs(503, 'storeAway')
      if (taken.kind !== 'taken') return answered(segmentStatus[taken.kind], segmentAnswer.parse(taken))
      if (taken.added > 0) onTaken()
      const answer = { ...taken, notes: [], clockAhead: null, receipt: receiptFor(desk, taken.head) }
      return answered(200, segmentAnswer.parse(answer))
    },
    acts: ({ desk, params, query }: Asking): Answer => {
      const [of, asked] = [z.object({ chain: chainId }).safeParse(params), actsQuery.safeParse(query)]
      if (!of.success || !asked.success) return refusedAs(400, 'badInput')
      const { chain } = of.data
      if (!desk.ledger.heads().some(head => head.chain === chain)) return refusedAs(404, 'notFound')
      const acts = desk.ledger.read(chain, asked.data.after, asked.data.limit)
      if (acts.length === 0) return nothing
      return { status: 200, body: packSegment(acts.slice(0, fittingActs(acts)), craft), type: segmentType }
    },
    keys: async ({ desk, caller, query }: Asking): Promise<Answer> => {
      const asked = keysQuery.safeParse(query)
      if (!asked.success) return refusedAs(400, 'badInput')
      if (!desk.keyHolders().some(({ chain }) => chain === caller.chain)) return refusedAs(403, 'notThisRole')
      const roll = keyRollOf(desk.subjectKeys)
      const { keys, upTo } = roll.after(asked.data.epoch === roll.epoch ? asked.data.after : 0)
      if (keys.length === 0) return answered(200, { epoch: roll.epoch, upTo, wrapped: '' })
      const { headquarters, ledger } = desk
      const wrapped = await wrapSubjectKeys(keys, { office: ledger.office, holders: [caller], headquarters })
      return answered(200, { epoch: roll.epoch, upTo, wrapped: Buffer.from(wrapped).toString('base64') })
    },
    takeKeys: async ({ desk, caller, body }: Asking): Promise<Answer> => {
      if (!desk.keyHolders().some(({ chain }) => chain === caller.chain)) return refusedAs(403, 'notThisRole')
      const opened = await openWrappedKeys(body, { office: desk.ledger.office, identities: desk.identities() })
      if (!opened.ok) return refusedAs(422, opened.problem.kind)
      const adopted = desk.subjectKeys.adopt(opened.value)
      if (!adopted.ok) return refusedAs(503, 'storeAway')
      if (adopted.value.length > 0) onTaken()
      return nothing
    },
  }
}

/** GET /v1/keys: keys of subjects after `after` of that epoch's roll, wrapped for the caller; all of them for another epoch. */
export const keysQuery = z.strictObject({
  epoch: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  after: z.coerce.number().int().nonnegative().default(0),
})
export const keysAnswer = z.strictObject({
  epoch: z.string().regex(/^[0-9a-f]{16}$/),
  upTo: z.number().int().nonnegative(),
  wrapped: z.base64(),
})
