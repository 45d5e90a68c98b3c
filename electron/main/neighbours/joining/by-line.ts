import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Craft } from '#shared/ledger/exchange/craft'
import { standardLinePort } from '#shared/contracts/neighbour-channels'
import { neighbourLine } from '../line/neighbour-pass'
import type { PairingCarrier } from '../pairing/pairing-guest'
import type { JoinRequest, PairingRefusal } from '../pairing/pairing-messages'
import type { JoinProblem, Making } from './join-office'

/** Whoever wants to join, before the office knows it. */
export type NewMachine = Omit<JoinRequest, 'signature'> & { readonly signingKey: KeyObject }

export function newMachine(
  { workstation, windowName }: Pick<JoinRequest, 'workstation' | 'windowName'>,
  random: (size: number) => Buffer,
): NewMachine {
  const { privateKey } = generateKeyPairSync('ed25519')
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return { chain: random(16).toString('hex'), publicKey, workstation, windowName, signingKey: privateKey }
}

/** Ed25519 over a note, base64. */
export const signNoteWith =
  (key: KeyObject) =>
  (note: string): string =>
    sign(null, Buffer.from(note), key).toString('base64')

/** `192.168.1.20:8790` as it was typed; null where it is no address in a network of one's own. */
export function urlOf(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^http:\/\//, '')
    .replace(/\/$/, '')
  const [, host, port] =
    /^(\d{1,3}(?:\.\d{1,3}){3}|[a-zA-Z][a-zA-Z0-9-]{0,62}(?:\.local)?)(?::(\d{2,5}))?$/.exec(text) ?? []
  if (host === undefined) return null
  const url = URL.canParse(`http://${host}:${port ?? standardLinePort}`)
  return url ? `http://${host}:${port ?? standardLinePort}` : null
}

/** Pairing messages over HTTP: what matters in them is sealed by the pairing itself. */
export const pairingCarrier =
  (url: string, timeoutMs: number): PairingCarrier =>
  async (step, message) => {
    try {
      const answer = await fetch(`${url}/v1/pairing/${step}`, {
        ...{ method: 'POST', redirect: 'error', signal: AbortSignal.timeout(timeoutMs) },
        ...{ headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) },
      })
      if (answer.status === 204) return ok(undefined)
      if (answer.status >= 500) return err({ kind: 'away' })
      const said: unknown = JSON.parse((await answer.text()).slice(0, 6_000_000))
      if (answer.status === 200) return ok(said)
      return err({ kind: refusalOf(said) })
    } catch {
      return err({ kind: 'away' })
    }
  }

const refusals: readonly PairingRefusal[] = [
  ...(['notOpen', 'busy', 'wrongCode', 'tooManyTries', 'expired', 'refusedThere', 'workstationTaken'] as const),
]

function refusalOf(said: unknown): PairingRefusal {
  const kind = (said as { kind?: unknown } | null)?.kind
  return refusals.find(one => one === kind) ?? 'notUnderstood'
}

interface LineOfJoining {
  readonly url: string
  readonly host: ChainRoot
  readonly making: Making
  readonly craft: Craft
  readonly now: () => number
  readonly timeoutMs: number
  readonly onActs: (acts: number) => void
}

/** Every key and every act that the office has, over the line of the machine that has just admitted this one. */
export async function bringByLine(of: LineOfJoining): Promise<Result<void, JoinProblem>> {
  const { url, host, craft, now, timeoutMs, onActs } = of
  const { ledger, keys, subjectKeys } = of.making
  let acts = 0
  const line = neighbourLine({
    ...{ url, theirs: host, ledger, craft, now, timeoutMs, identities: () => keys.identities() },
    callers: () => [{ chain: keys.chain, signNote: note => keys.sign(Buffer.from(note)).toString('base64') }],
    keys: () => ({
      ...{ office: ledger.office, subjectKeys, mayHold: false, headquarters: [], identities: () => keys.identities() },
    }),
    tell: finding => {
      if (finding.kind !== 'came') return
      acts += finding.to - finding.from + 1
      onActs(acts)
    },
  })
  const pulled = await line.courier.pull()
  if (!pulled.ok) return err({ kind: 'stopped', why: pulled.problem.kind })
  const done = await line.pass()
  return done.ok ? ok(undefined) : err({ kind: 'stopped', why: done.problem.kind })
}
