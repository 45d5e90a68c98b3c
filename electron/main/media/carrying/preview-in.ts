import type { BundlePreview } from '#shared/contracts/bundle-channels'
import { parseActBody, type ActBody } from '#shared/ledger/act'
import { chainFactsOf, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { openSegment } from '#shared/ledger/exchange/segment'
import { headOf } from '#shared/ledger/exchange/take-run'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { readSubject } from '#shared/ledger/subject'
import { previewBundle, type ChainPreview } from '../../bundles/bundle-preview'
import type { CheckedBundle } from '../../bundles/check-bundle'
import { nodeCraft } from '../../sync/node-craft'
import { keysStanding, mostAheadMs, type WaitingBundle } from './bundle-in'
import { ledgerOf, whoIs, type CarryingParts } from './carrying-parts'

const mostNamed = 200

/** What a checked bundle is, and what would change. Reads all of it once more; changes nothing. Null while locked. */
export async function previewIn(parts: CarryingParts, { name, bundle }: WaitingBundle): Promise<BundlePreview | null> {
  const seen = await readActs(parts, bundle)
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
    requests: requestsOf(parts, seen.fresh),
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

interface SeenActs {
  readonly fresh: readonly ActBody[]
  /** Chains that somebody trusted, here or in it, admits by an act that it brings. */
  readonly admitted: ReadonlySet<string>
  /** Chains with acts of a moment that has not come yet here, and the most by which. */
  readonly ahead: ReadonlyMap<string, number>
}

async function readActs(parts: CarryingParts, bundle: CheckedBundle): Promise<SeenActs | null> {
  const fresh: ActBody[] = []
  const facts: ChainFact[] = []
  for (const segment of bundle.segments) {
    const opened = openSegment(await bundle.readSegment(segment), nodeCraft)
    const ledger = ledgerOf(parts)
    if (!ledger) return null
    if (!opened.ok || segment.to <= headOf(ledger, segment.chain).seq) continue
    const held = headOf(ledger, segment.chain).seq
    for (const { body } of opened.value) {
      facts.push(...chainFactsOf(body))
      const act = parseActBody(body)
      if (act.ok && act.value.seq > held) fresh.push(act.value)
    }
  }
  const ledger = ledgerOf(parts)
  return ledger && { fresh, ahead: aheadIn(parts, fresh), admitted: admittedBy(ledger, facts) }
}

function aheadIn({ workstation }: CarryingParts, fresh: readonly ActBody[]): ReadonlyMap<string, number> {
  const now = workstation.options.clock.now()
  const ahead = new Map<string, number>()
  for (const { chain, hlc } of fresh) {
    const byMs = hlcTime(hlc as Hlc) - now
    if (byMs > mostAheadMs) ahead.set(chain, Math.max(byMs, ahead.get(chain) ?? 0))
  }
  return ahead
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

function requestsOf({ workstation }: CarryingParts, fresh: readonly ActBody[]): BundlePreview['requests'] {
  const found = new Map<string, { requestNo: string | null; acts: number }>()
  for (const { subject, facts } of fresh) {
    if (readSubject(subject)?.kind !== 'request') continue
    const one = found.get(subject) ?? { requestNo: numberIn(workstation.ledger?.actsOf(subject) ?? []), acts: 0 }
    one.acts++
    one.requestNo ??= numberIn([{ facts }])
    found.set(subject, one)
  }
  return { all: found.size, named: [...found.values()].slice(0, mostNamed) }
}

function numberIn(acts: readonly { readonly facts: readonly { readonly open: unknown }[] }[]): string | null {
  for (const { facts } of acts)
    for (const { open } of facts) {
      const { requestNo } = (open ?? {}) as { requestNo?: unknown }
      if (typeof requestNo === 'string') return requestNo
    }
  return null
}
