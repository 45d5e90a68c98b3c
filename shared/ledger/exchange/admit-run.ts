import { err, ok, type Result } from '../../kernel/result'
import type { Proof } from './craft'
import type { Head } from './head'
import type { LinkedAct, Run } from './run'

/** What whoever receives a run holds of its chain. */
export interface KnownChain {
  readonly office: string
  readonly publicKey: string
  readonly head: Head
  /** From this act on nothing of the chain is taken; null while it is trusted. */
  readonly revokedFrom: number | null
  /** Hash of act `seq` up to the head, 64 zeros for 0; asked only from the act before the run to its last act. */
  hashAt(seq: number): string | null
}

export interface AdmittedRun {
  /** Not held before; may be empty. */
  readonly fresh: readonly LinkedAct[]
  /** Of the chain once `fresh` is written. */
  readonly head: Head
  /** Acts that were held already. */
  readonly known: number
}

export type RunProblem =
  /** Something between the head and the run is missing: send again from the head. */
  | { readonly kind: 'gap'; readonly head: Head }
  /** Two acts of one place, both signed by the chain's key. `acts` are those of the run from that place on. */
  | {
      readonly kind: 'fork'
      readonly seq: number
      readonly ours: string
      readonly theirs: string
      readonly acts: readonly LinkedAct[]
    }
  | { readonly kind: 'badSignature'; readonly seq: number }
  | { readonly kind: 'unknownChain' }
  | { readonly kind: 'revoked'; readonly fromSeq: number; readonly acts: readonly LinkedAct[] }
  | { readonly kind: 'wrongOffice' }

/**
 * The one decision over acts that arrive, by network or by stick, at headquarters or at a machine. All or nothing: what
 * is held already is skipped once the hash of its last act was compared, what follows is verified and linked to the head.
 * Source: the failure table, rows duplicate, overlap, gap, partial batch, restored backup, stolen device.
 */
export function admitRun(run: Run, known: KnownChain | null, proof: Proof): Result<AdmittedRun, RunProblem> {
  if (!known) return err({ kind: 'unknownChain' })
  if (run.office !== known.office) return err({ kind: 'wrongOffice' })
  const { head, publicKey } = known
  const first = run.acts[0]
  if (first.seq > head.seq + 1) return err({ kind: 'gap', head })
  const parting = partingOf(run, known)
  if (parting) return judgeParting(parting, publicKey, proof)
  const fresh = run.acts.filter(act => act.seq > head.seq)
  const bad = firstUnsigned(fresh, publicKey, proof)
  if (bad) return err({ kind: 'badSignature', seq: bad.seq })
  const revoked = known.revokedFrom === null ? [] : fresh.filter(act => act.seq >= known.revokedFrom!)
  if (revoked.length > 0) return err({ kind: 'revoked', fromSeq: known.revokedFrom!, acts: revoked })
  return ok({ fresh, head: fresh.length > 0 ? run.last : head, known: run.acts.length - fresh.length })
}

interface Parting {
  readonly seq: number
  readonly ours: string
  readonly theirs: string
  readonly acts: readonly LinkedAct[]
}

/** The first place at which the run and what is held are not the same; null where the run goes on from what is held. */
function partingOf({ acts }: Run, { head, hashAt }: KnownChain): Parting | null {
  const before = hashAt(acts[0].seq - 1)
  if (before !== acts[0].prev) return { seq: acts[0].seq - 1, ours: before ?? '', theirs: acts[0].prev, acts }
  const overlap = acts.filter(act => act.seq <= head.seq)
  const last = overlap.at(-1)
  if (!last || hashAt(last.seq) === last.hash) return null // each act holds the hash of the one before
  const at = overlap.findIndex(act => hashAt(act.seq) !== act.hash)
  const { seq, hash } = overlap[at]!
  return { seq, ours: hashAt(seq) ?? '', theirs: hash, acts: acts.slice(at) }
}

/** Only the chain's own key can show that it parted: anybody may write two acts of one place. */
function judgeParting(parting: Parting, publicKey: string, proof: Proof): Result<never, RunProblem> {
  const bad = firstUnsigned(parting.acts, publicKey, proof)
  return err(bad ? { kind: 'badSignature', seq: bad.seq } : { kind: 'fork', ...parting })
}

const firstUnsigned = (acts: readonly LinkedAct[], publicKey: string, proof: Proof): LinkedAct | undefined =>
  acts.find(act => !proof.verifyHash(publicKey, act.hash, act.signed.signature))
