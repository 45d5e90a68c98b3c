import type { BundleWho } from '#shared/contracts/bundle-channels'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { KeyHolderChain } from '#shared/ledger/exchange/key-holders'
import { nodeCraft } from '../../sync/node-craft'
import type { TellFinding } from '../../sync/exchange-findings'
import type { ReceiptBook } from '../../sync/receipt-book'
import type { Workstation } from '../../workstation/workstation'
import type { KnownPeers } from './known-peers'

/** Headquarters as this machine knows it, with what it has signed for. */
export interface KnownHeadquarters extends ChainRoot {
  readonly book: Pick<ReceiptBook, 'read' | 'keep' | 'count' | 'countedUpTo' | 'lastOn' | 'isTakenBack' | 'save'>
}

export interface CarryingParts {
  readonly workstation: Workstation
  /** Null where this machine is enrolled nowhere. */
  readonly headquarters: () => KnownHeadquarters | null
  /** What came by a stick stands in the same record as what came on the line. */
  readonly tell: TellFinding
  /** What others are known to hold. */
  readonly peers: KnownPeers
  /** Of scrypt: 2 to this power; cheaper in tests. */
  readonly passphraseWork?: number
  /** For what lies on this machine only meanwhile: parts on their way out, and what came in. */
  readonly folder: string
}

/** Null while the office is locked. */
export const ledgerOf = ({ workstation }: CarryingParts): ExchangeLedger | null => workstation.exchangeWith(nodeCraft)

export const holdersOf = ({ workstation, headquarters }: CarryingParts): readonly KeyHolderChain[] => {
  const known = headquarters()
  return workstation.keyHolders(known ? [known] : [], nodeCraft)
}

export function whoIs({ workstation, headquarters }: CarryingParts, chain: string): BundleWho {
  const ledger = workstation.exchangeWith(nodeCraft)
  if (chain === ledger?.ownChain) return { kind: 'own' }
  if (chain === headquarters()?.chain) return { kind: 'headquarters' }
  if (!ledger?.keyOf(chain)) return { kind: 'unknown', chain }
  return { kind: 'machine', chain, workstation: letterOf(workstation, chain) }
}

/** As the act says that admitted the machine; the founding one was admitted by none. */
function letterOf({ ledger }: Workstation, chain: string): string | null {
  for (const { says } of ledger?.chainFacts ?? [])
    if (says.kind === 'admitted' && says.chain === chain) return says.workstation ?? null
  return null
}
