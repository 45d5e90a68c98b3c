import { err, ok, type Result } from '#shared/kernel/result'
import type { Proof } from '#shared/ledger/exchange/craft'
import { joinNote, joinRequest, type JoinRequest, type PairingRefusal } from './pairing-messages'
import { commitmentOf, newHalf, pairingSecret, type PairingHalf, type PairingSecret } from './pairing-secret'

export interface PairingHostParts {
  readonly now: () => number
  readonly random: (size: number) => Buffer
  readonly newId: () => string
  readonly proof: Proof
}

/** What the machine that is of the office already shows while another one joins. */
export type PairingStage =
  | { readonly kind: 'open'; readonly triesLeft: number }
  /** The code was right. `asks` once somebody has said at the other machine that the digits are the same. */
  | { readonly kind: 'compare'; readonly pairingId: string; readonly words: string; readonly asks: JoinRequest | null }
  | { readonly kind: 'done'; readonly asks: JoinRequest }
  | { readonly kind: 'closed'; readonly why: PairingRefusal }

type Answer<T> = Result<T, { readonly kind: PairingRefusal }>

export const pairingMinutes = 10
export const pairingTries = 5
/** Hellos that were not shown yet: more would only be somebody's flood. */
const mostHellos = 16

interface Begun {
  readonly commitment: string
  readonly half: PairingHalf
}

interface Guest {
  readonly pairingId: string
  readonly secret: PairingSecret
  asks: JoinRequest | null
  outcome:
    | { readonly kind: 'welcome'; readonly sealed: string }
    | { readonly kind: 'refused'; readonly why: PairingRefusal }
    | null
}

/**
 * One invitation: a code that is good for one machine, five tries and ten minutes. It decides nothing about the office: whoever
 * holds it is asked whether the digits are the same and the machine is to be admitted.
 */
export class PairingHost {
  /** Eight digits. */
  readonly code: string
  readonly expiresAt: number
  readonly #parts: PairingHostParts
  readonly #begun = new Map<string, Begun>()
  #triesLeft = pairingTries
  #guest: Guest | null = null
  #closed: PairingRefusal | null = null

  constructor(parts: PairingHostParts) {
    this.#parts = parts
    this.code = String(parts.random(6).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')
    this.expiresAt = parts.now() + pairingMinutes * 60_000
  }

  get stage(): PairingStage {
    const why = this.#whyClosed()
    const guest = this.#guest
    if (guest?.outcome?.kind === 'welcome' && guest.asks) return { kind: 'done', asks: guest.asks }
    if (why) return { kind: 'closed', why }
    if (!guest) return { kind: 'open', triesLeft: this.#triesLeft }
    return { kind: 'compare', pairingId: guest.pairingId, words: guest.secret.words, asks: guest.asks }
  }

  hello({ commitment }: { readonly commitment: string }): Answer<{ pairingId: string; key: string; nonce: string }> {
    const why = this.#whyClosed() ?? (this.#guest ? 'busy' : null)
    if (why) return err({ kind: why })
    if (this.#begun.size >= mostHellos) this.#begun.delete(this.#begun.keys().next().value as string)
    const pairingId = this.#parts.newId()
    const half = newHalf(this.#parts.random)
    this.#begun.set(pairingId, { commitment, half })
    return ok({ pairingId, key: half.publicKey, nonce: half.nonce })
  }

  /** One try, whatever comes of it; a hello is shown once. */
  reveal(of: { pairingId: string; key: string; nonce: string; proof: string }): Answer<{ proof: string }> {
    const why = this.#whyClosed() ?? (this.#guest ? 'busy' : null)
    if (why) return err({ kind: why })
    const begun = this.#begun.get(of.pairingId)
    this.#begun.delete(of.pairingId)
    const guest = { publicKey: of.key, nonce: of.nonce }
    if (!begun || commitmentOf(guest) !== begun.commitment) return err({ kind: 'notUnderstood' })
    const secret = pairingSecret(begun.half, { guest, host: begun.half })
    if (!secret) return err({ kind: 'notUnderstood' })
    this.#triesLeft -= 1
    if (!secret.isProof('guest', this.code, of.proof)) {
      if (this.#triesLeft === 0) this.#closed = 'tooManyTries'
      return err({ kind: this.#closed ?? 'wrongCode' })
    }
    this.#begun.clear()
    this.#guest = { pairingId: of.pairingId, secret, asks: null, outcome: null }
    return ok({ proof: secret.proofOf('host', this.code) })
  }

  request({ pairingId, sealed }: { readonly pairingId: string; readonly sealed: string }): Answer<void> {
    const guest = this.#guestOf(pairingId)
    if (!guest) return err({ kind: this.#whyClosed() ?? 'notUnderstood' })
    const asked = joinRequest.safeParse(guest.secret.open('guest', sealed))
    if (!asked.success) return err({ kind: 'notUnderstood' })
    const { signature, ...said } = asked.data
    const note = joinNote(said, pairingId)
    if (!this.#parts.proof.verifyNote(said.publicKey, note, signature)) return err({ kind: 'notUnderstood' })
    guest.asks ??= asked.data
    return ok(undefined)
  }

  wait({
    pairingId,
  }: {
    readonly pairingId: string
  }): Answer<NonNullable<Guest['outcome']> | { readonly kind: 'waiting' }> {
    const guest = this.#guest?.pairingId === pairingId ? this.#guest : null
    if (guest?.outcome) return ok(guest.outcome)
    const why = this.#whyClosed()
    if (why) return ok({ kind: 'refused', why })
    return guest ? ok({ kind: 'waiting' }) : err({ kind: 'notUnderstood' })
  }

  /** The digits are the same and the machine was admitted. Only what `stage` shows can be answered. */
  welcome(pairingId: string, welcome: unknown): void {
    const guest = this.#guestOf(pairingId)
    if (!guest?.asks) throw new Error('nobody has asked')
    guest.outcome = { kind: 'welcome', sealed: guest.secret.seal('host', welcome) }
  }

  /** The digits differ, nobody is expected, or the office does not take it: over for good. */
  close(why: PairingRefusal): void {
    if (this.#guest && !this.#guest.outcome) this.#guest.outcome = { kind: 'refused', why }
    this.#closed ??= why
  }

  #guestOf(pairingId: string): Guest | null {
    const guest = this.#guest
    return this.#whyClosed() === null && guest?.pairingId === pairingId && !guest.outcome ? guest : null
  }

  #whyClosed(): PairingRefusal | null {
    return this.#closed ?? (this.#parts.now() >= this.expiresAt ? 'expired' : null)
  }
}
