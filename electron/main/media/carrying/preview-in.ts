import type { BundlePreview } from '#shared/contracts/bundle-channels'
import { parseActBody, type ActBody } from '#shared/ledger/act'
import { chainFactsOf, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { openSegment } from '#shared/ledger/exchange/segment'
import { headOf } from '#shared/ledger/exchange/take-run'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { readSubject } from '#shared/ledger/subject'
import { previewBundle, type ChainPreview } from '../../bundles/bundle-preview'
import { actsIn, type CheckedBundle } from '../../bundles/check-bundle'
import type { OnPiece } from '../../bundles/stopped'
import { nodeCraft } from '../../sync/node-craft'
import { keysStanding, mostAheadMs, type WaitingBundle } from './bundle-in'
import { ledgerOf, whoIs, type CarryingParts } from './carrying-parts'

const mostNamed = 200

/**
 * What a checked bundle is, and what would change. Reads all of it once more, segment by segment; changes nothing. Null while locked.
 * Throws a `Stopped` of what `begin` answers.
 */
export async function previewIn(
  parts: CarryingParts,
  { name, bundle }: WaitingBundle,
  begin: (acts: number) => OnPiece,
): Promise<BundlePreview | null> {
  const seen = await readActs(parts, bundle, begin(actsIn(bundle.segments)))
  const ledger = ledgerOf(parts)
  if (!ledger || !seen) return null
  const { carried } = parts.workstation.scans!
  const plain = previewBundle(bundle, ledger, blob => carried.has(blob))
  const { receipts = [] } = bundle.statement
  const { book } = parts.headquarters() ?? {}
  const isReceiptNews = receipts.some(receipt => {
    const words = book?.read(receipt)
    return words ? words.seq > book!.countedUpTo(words.chain) : false
  })
  return {
    ...{ name, officeName: plain.officeName, madeAt: plain.madeAt, by: whoIs(parts, plain.by), blobs: plain.blobs },
    chains: plain.chains.map(one => ({
      ...{ whose: whoIs(parts, one.chain), fresh: one.fresh, known: one.known },
      trouble: troubleOf(one, { ledger, bundle, admitted: seen.admitted }),
      aheadMs: seen.ahead.get(one.chain) ?? null,
    })),
    requests: { all: seen.requests.size, named: [...seen.requests.values()].slice(0, mostNamed) },
    keys: keysStanding(parts, bundle, seen.admitted),
    receipts: receipts.length,
    isNews: plain.isNews || isReceiptNews,
  }
}

interface Around {
  readonly ledger: ExchangeLedger
  readonly bundle: CheckedBundle
  readonly admitted: ReadonlySet<string>
}

function troubleOf(
  one: ChainPreview,
  { ledger, bundle, admitted }: Around,
): BundlePreview['chains'][number]['trouble'] {
  if (one.isUnknown && !admitted.has(one.chain)) return 'unknown'
  const last = Math.max(...bundle.segments.filter(({ chain }) => chain === one.chain).map(({ to }) => to))
  const from = ledger.keyOf(one.chain)?.revokedFrom ?? null
  if (from !== null && last >= from && one.fresh > 0) return 'revoked'
  if (one.hasParted) return 'parted'
  return one.isGap ? 'gap' : null
}

interface SeenRequest {
  requestNo: string | null
  acts: number
}

interface SeenActs {
  /** Of the fresh acts, by their subject. */
  readonly requests: ReadonlyMap<string, SeenRequest>
  /** Chains that somebody trusted, here or in it, admits by an act that it brings. */
  readonly admitted: ReadonlySet<string>
  /** Chains with acts of a moment that has not come yet here, and the most by which. */
  readonly ahead: ReadonlyMap<string, number>
}

/** Of a bundle of a million acts no more is kept than what is said of them. */
async function readActs(parts: CarryingParts, bundle: CheckedBundle, onActs: OnPiece): Promise<SeenActs | null> {
  const facts: ChainFact[] = []
  const requests = new Map<string, SeenRequest>()
  const ahead = new Map<string, number>()
  for (const segment of bundle.segments) {
    const ledger = ledgerOf(parts)
    if (!ledger) return null
    const held = headOf(ledger, segment.chain).seq
    onActs(actsIn([segment]))
    if (segment.to <= held) continue
    const opened = openSegment(await bundle.readSegment(segment), nodeCraft)
    if (!opened.ok) continue
    for (const { body } of opened.value) {
      facts.push(...chainFactsOf(body))
      const act = parseActBody(body)
      if (!act.ok || act.value.seq <= held) continue
      noteRequest(parts, act.value, requests)
      noteAhead(parts, act.value, ahead)
    }
  }
  const ledger = ledgerOf(parts)
  return ledger && { requests, ahead, admitted: admittedBy(ledger, facts) }
}

function noteAhead({ workstation }: CarryingParts, { chain, hlc }: ActBody, ahead: Map<string, number>): void {
  const byMs = hlcTime(hlc as Hlc) - workstation.options.clock.now()
  if (byMs > mostAheadMs) ahead.set(chain, Math.max(byMs, ahead.get(chain) ?? 0))
}

function admittedBy(ledger: ExchangeLedger, facts: readonly ChainFact[]): ReadonlySet<string> {
  const admitted = new Set<string>()
  const isTrusted = (chain: string): boolean => admitted.has(chain) || ledger.keyOf(chain) !== null
  for (let before = -1; before !== admitted.size;) {
    before = admitted.size
    for (const fact of facts) {
      const { chain, says } = fact
      if (says.kind === 'admitted' && isTrusted(chain)) admitted.add(says.chain)
      const goesOn = says.kind === 'opened' && says.previous !== undefined
      if (goesOn && (ledger.keyOf(chain, fact) !== null || isTrusted(says.previous!.chain))) admitted.add(chain)
    }
  }
  return admitted
}

function noteRequest(
  { workstation }: CarryingParts,
  { subject, facts }: ActBody,
  requests: Map<string, SeenRequest>,
): void {
  if (readSubject(subject)?.kind !== 'request') return
  const one = requests.get(subject) ?? { requestNo: numberIn(workstation.ledger?.actsOf(subject) ?? []), acts: 0 }
  one.acts++
  one.requestNo ??= numberIn([{ facts }])
  requests.set(subject, one)
}

function numberIn(acts: readonly { readonly facts: readonly { readonly open: unknown }[] }[]): string | null {
  for (const { facts } of acts)
    for (const { open } of facts) {
      const { requestNo } = (open ?? {}) as { requestNo?: unknown }
      if (typeof requestNo === 'string') return requestNo
    }
  return null
}
