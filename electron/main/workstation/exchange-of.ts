import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { exchangeLedger } from '../ledger/exchange-ledger'
import type { Head, Ledger } from '../ledger/ledger'
import { writeRollOver, type NewMachine } from '../ledger/roll-over'
import { finishSetAside, orphansOf, prepareSetAside } from '../ledger/set-aside'
import { attemptWrite } from '../vault/attempt-write'
import type { OpenKeys } from '../vault/open-keys'
import type { Vault } from '../vault/vault'

export interface ExchangeOfParts {
  readonly proof: Proof
  readonly pinned: () => ChainRoot | null
  readonly vault: Vault
  readonly desk: { readonly ledger: Ledger; readonly keys: OpenKeys }
  readonly folders: { readonly folder: string; readonly ownFolder: string }
  /** A post of whoever is signed in: the acts that the program writes of itself name it. */
  readonly role: string
  /** Whether this desk is still the one that is open. */
  readonly isOpen: () => boolean
  readonly refusal: () => Problem | null
  /** Acts of another machine stand here from now on. */
  readonly onTaken: (acts: readonly SignedAct[]) => void
  /** Closes the journals, makes the change and opens them again; answers the own chain's head. */
  readonly reopen: (change: () => Result<OpenKeys, Problem>) => Result<Head, Problem>
}

/** The exchange's ledger over this desk, with what only a whole machine can do: change the chain that it writes. */
export function exchangeOf(parts: ExchangeOfParts): ExchangeLedger {
  const { ledger, keys } = parts.desk
  const held: ExchangeLedger = exchangeLedger({
    ...{ ledger, publicKey: keys.publicKey.toString('base64'), proof: parts.proof, pinned: parts.pinned },
    rollOver: at => whyNot(parts, at) ?? rollOver(parts, at),
    setAside: at => whyNot(parts, at) ?? setAside(parts, at, held.keyOf(at.chain)?.revokedFrom ?? null),
  })
  return {
    ...held,
    take: (chain, acts) => {
      const taken = held.take(chain, acts)
      if (taken.ok) parts.onTaken(acts)
      return taken
    },
  }
}

/** `notThatAct`: the last common act is not in the chain, so nothing parted there. */
function whyNot({ desk: { ledger }, isOpen, refusal }: ExchangeOfParts, at: Head): Result<never, Problem> | null {
  if (!isOpen()) return err({ kind: 'locked' })
  const held = refusal()
  if (held) return err(held)
  return ledger.hashAt(at.seq, at.chain) === at.hash ? null : err({ kind: 'notFound' })
}

export type RollOverParts = Pick<ExchangeOfParts, 'desk' | 'vault' | 'folders' | 'role' | 'reopen'>

/** `machine`: the office was found on another one, which is called otherwise. */
export function rollOver(
  { desk, vault, folders, role, reopen }: RollOverParts,
  at: Head,
  machine?: NewMachine,
): Result<Head, Problem> {
  const { ledger, keys } = desk
  if (at.chain !== ledger.chain) throw new Error('only the own chain is gone on for by another')
  const next = vault.prepareChain(machine?.code)
  const written = attemptWrite(() =>
    writeRollOver({
      ...{ ledger, at, next, key: keys.journal, by: { actor: keys.personId, role }, machine },
      ...{ othersFolder: folders.folder, journalFolder: folders.ownFolder },
    }),
  )
  if (written.ok) return reopen(() => next.commit())
  next.drop()
  return written
}

function setAside(
  { desk, folders, reopen }: ExchangeOfParts,
  at: Head,
  revokedFrom: number | null,
): Result<Head, Problem> {
  const { ledger, keys } = desk
  if (at.chain === ledger.chain) throw new Error('the own chain is not set aside')
  const ownFolder = path.join(folders.ownFolder, ledger.chain)
  const parting = { ledger, at, key: keys.journal, othersFolder: folders.folder, ownFolder, revokedFrom }
  const said = ledger.sayAgain(orphansOf(parting))
  if (!said.ok) return said
  const prepared = attemptWrite(() => prepareSetAside(parting))
  if (!prepared.ok) return prepared
  return reopen(() => {
    const done = attemptWrite(() => finishSetAside(parting))
    return done.ok ? ok(keys) : done
  })
}
