import { createHash } from 'node:crypto'
import os from 'node:os'
import { enrolled, type Enrolled, type Enrolment } from '#shared/contracts/headquarters-api'
import type { EnrolmentFailure } from '#shared/contracts/exchange-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { readReceipt } from '#shared/ledger/exchange/receipt'
import { fittingActs, packSegment } from '#shared/ledger/exchange/segment'
import { readEnrolmentCode, writeEnrolmentCode } from '#shared/ledger/headquarters/enrolment-code'
import { enrolmentNote } from '#shared/ledger/headquarters/enrolment-note'
import { nodeCraft } from '../node-craft'

/** What this machine signs with. */
export interface EnrolmentParts {
  readonly ledger: ExchangeLedger
  /** Ed25519 of the own chain's key. */
  readonly sign: (bytes: Uint8Array) => Buffer
}

/** The acts that begin the chain: the first one opens it, and no more is needed to be known. */
const firstActs = 20

/** What goes to headquarters, on the line or by a stick: the code, this machine's key, and the acts that begin its chain. */
export function makeEnrolment({ ledger, sign }: EnrolmentParts, typed: string): Result<Enrolment, EnrolmentFailure> {
  const read = readEnrolmentCode(typed)
  if (!read) return err('codeMistyped')
  const { office, ownChain: chain } = ledger
  const acts = ledger.read(chain, 0, firstActs)
  const segment = Buffer.from(packSegment(acts.slice(0, fittingActs(acts)), nodeCraft))
  const words = {
    ...{ code: writeEnrolmentCode(read), office, chain },
    publicKey: ledger.keyOf(chain)!.publicKey, // the own one is always trusted
    machine: digestOf(machineName()),
  }
  const note = enrolmentNote({ ...words, segmentDigest: digestOf(segment) })
  return ok({
    ...words,
    firstSegment: segment.toString('base64'),
    signature: sign(Buffer.from(note)).toString('base64'),
  })
}

/**
 * Whether an answer is headquarters' answer to this machine: of this office, and with a receipt of an act that stands here,
 * signed by the key that it names. Whose key that is, a person compares.
 */
export function judgeEnrolled(answer: unknown, ledger: ExchangeLedger): Result<Enrolled, EnrolmentFailure> {
  const read = enrolled.safeParse(answer)
  if (!read.success) return err('notHeadquarters')
  const { office, headquarters, receipt } = read.data
  const words = readReceipt(receipt, headquarters.publicKey, nodeCraft)
  const isOurs =
    office === ledger.office &&
    words?.office === office &&
    words.chain === ledger.ownChain &&
    words.hash === ledger.hashAt(words.chain, words.seq)
  return isOurs ? ok(read.data) : err('answerNotOurs')
}

/** What tells two machines apart that were copied from one disk, and stays when a network card is changed. */
const machineName = (): string => [os.hostname(), os.platform(), os.arch(), os.cpus()[0]?.model ?? ''].join('\n')

const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
