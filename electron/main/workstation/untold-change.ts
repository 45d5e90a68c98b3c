import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'
import type { Json } from '#shared/ledger/act'
import type { Ledger } from '../ledger/ledger'
import type { ProposedAct } from '../ledger/make-acts'
import type { Vault } from '../vault/vault'
import { untoldDraft } from './own-drafts'

/** A change of vault.json and the act that is to tell of it, sealed before the change is made. */
interface UntoldChange {
  /** Stands in vault.json if, and only if, the change was made. */
  readonly wrap: string
  /** Last act of the own chain before it. */
  readonly after: number
  readonly act: ProposedAct
}

export interface TellingParts {
  readonly vault: Vault
  readonly ledger: Ledger
  readonly write: (acts: readonly ProposedAct[]) => Result<unknown, Problem>
}

/** To be called right before vault.json is written. */
export function announceChange({ vault, ledger }: TellingParts, act: ProposedAct, wrap: string) {
  const change: UntoldChange = { wrap, after: ledger.head.seq, act }
  return vault.drafts.save(untoldDraft, change as unknown as Json) // an act that is proposed is JSON
}

/**
 * A crash between vault.json and the ledger leaves a password or a sheet that changed with nothing said of it: it is
 * said now, in the name of who did it. Answers the problem where the ledger cannot take it yet; the draft then stays.
 */
export function tellUntoldChange(parts: TellingParts): Result<void, Problem> {
  const { vault, ledger, write } = parts
  const kept = vault.drafts.load(untoldDraft)
  if (kept.ok && kept.value === null) return ok(undefined)
  if (kept.ok && kept.value !== null) {
    const change = kept.value.content as unknown as UntoldChange // sealed by us, so it has our shape
    if (vault.holdsWrap(change.wrap) && !isTold(ledger, change)) {
      const written = write([change.act])
      // What the authority refuses today it would refuse for ever; anything else passes.
      if (!written.ok && written.problem.kind !== 'refused') return written
    }
  }
  return vault.drafts.discard(untoldDraft)
}

const isTold = (ledger: Ledger, { act, after }: UntoldChange): boolean =>
  ledger
    .actsOf(act.subject)
    .some(
      one =>
        one.chain === ledger.chain &&
        one.seq > after &&
        one.actor === act.actor &&
        one.facts[0]?.type === act.facts[0]?.type,
    )
