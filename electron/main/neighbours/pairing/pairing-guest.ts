import { err, ok, type Result } from '#shared/kernel/result'
import type { z } from 'zod'
import { joinNote, pairingMessages, type JoinRequest, type PairingRefusal } from './pairing-messages'
import { commitmentOf, newHalf, pairingSecret, type PairingSecret } from './pairing-secret'

/** `away`: nobody answers there. `changedOnTheWay`: what answered is not the machine that shows the code. */
export type PairingProblem = { readonly kind: PairingRefusal | 'away' | 'changedOnTheWay' }

/** Carries one message to the other machine and its answer back; what came of it is data. */
export type PairingCarrier = (step: PairingStep, message: unknown) => Promise<Result<unknown, PairingProblem>>
export type PairingStep = 'hello' | 'reveal' | 'request' | 'answer'

export interface PairingGuest {
  /** Six digits, to be compared with those on the other screen. */
  readonly words: string
  /** Somebody has said here that they are the same: asks to join. */
  ask(
    request: Omit<JoinRequest, 'signature'>,
    signNote: (note: string) => string,
  ): Promise<Result<void, PairingProblem>>
  /** Asked again until it is no longer `waiting`. */
  answer(): Promise<
    Result<{ readonly kind: 'waiting' } | { readonly kind: 'welcome'; readonly welcome: unknown }, PairingProblem>
  >
}

/** The machine that joins, up to the digits. One call is one try of the code. */
export async function meetHost(
  carry: PairingCarrier,
  { code, random }: { readonly code: string; readonly random: (size: number) => Buffer },
): Promise<Result<PairingGuest, PairingProblem>> {
  const half = newHalf(random)
  const hello = read(pairingMessages.helloAnswer, await carry('hello', { commitment: commitmentOf(half) }))
  if (!hello.ok) return hello
  const { pairingId, key, nonce } = hello.value
  const secret = pairingSecret(half, { guest: half, host: { publicKey: key, nonce } })
  if (!secret) return err({ kind: 'notUnderstood' })
  const shown = { pairingId, key: half.publicKey, nonce: half.nonce, proof: secret.proofOf('guest', code) }
  const revealed = read(pairingMessages.revealAnswer, await carry('reveal', shown))
  if (!revealed.ok) return revealed
  if (!secret.isProof('host', code, revealed.value.proof)) return err({ kind: 'changedOnTheWay' })
  return ok(guestOf(carry, pairingId, secret))
}

function guestOf(carry: PairingCarrier, pairingId: string, secret: PairingSecret): PairingGuest {
  return {
    words: secret.words,
    ask: async (said, signNote) => {
      const request: JoinRequest = { ...said, signature: signNote(joinNote(said, pairingId)) }
      const sent = await carry('request', { pairingId, sealed: secret.seal('guest', request) })
      return sent.ok ? ok(undefined) : sent
    },
    answer: async () => {
      const waited = read(pairingMessages.waitAnswer, await carry('answer', { pairingId }))
      if (!waited.ok) return waited
      if (waited.value.kind === 'refused') return err({ kind: waited.value.why as PairingRefusal }) // our own word, or one of a newer program
      if (waited.value.kind === 'waiting') return ok({ kind: 'waiting' })
      const welcome = secret.open('host', waited.value.sealed)
      return welcome === undefined ? err({ kind: 'changedOnTheWay' }) : ok({ kind: 'welcome', welcome })
    },
  }
}

function read<S extends z.ZodType>(
  shape: S,
  answer: Result<unknown, PairingProblem>,
): Result<z.output<S>, PairingProblem> {
  if (!answer.ok) return answer
  const parsed = shape.safeParse(answer.value)
  return parsed.success ? ok(parsed.data) : err({ kind: 'notUnderstood' })
}
