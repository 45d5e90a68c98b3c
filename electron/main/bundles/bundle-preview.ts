import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { headOf } from '#shared/ledger/exchange/take-run'
import type { CheckedBundle } from './check-bundle'

/** What a bundle would do to one chain of this machine. */
export interface ChainPreview {
  readonly chain: string
  /** Acts that are not here yet. */
  readonly fresh: number
  /** Acts that are here already. */
  readonly known: number
  /** What the bundle begins with lies beyond what is here: an earlier bundle has to come first. */
  readonly isGap: boolean
  /** It does not go on from what stands here: the chain parted, and applying puts that in order or says why not. */
  readonly hasParted: boolean
  /** No act that is here, and none of the bundle's trusted ones, admits it. */
  readonly isUnknown: boolean
}

export interface BundlePreview {
  readonly officeName: string
  readonly madeAt: string
  readonly by: string
  readonly chains: readonly ChainPreview[]
  readonly blobs: { readonly fresh: number; readonly known: number; readonly bytes: number }
  /** Whether anything at all would change. */
  readonly isNews: boolean
}

/** Says what it is and what would change; changes nothing. */
export function previewBundle(
  bundle: CheckedBundle,
  ledger: ExchangeLedger,
  hasBlob: (name: string) => boolean,
): BundlePreview {
  const { officeName, madeAt, by } = bundle.statement
  const chains = [...new Set(bundle.segments.map(({ chain }) => chain))].map(chain =>
    chainPreview(chain, bundle, ledger),
  )
  const fresh = bundle.blobs.filter(({ name }) => !hasBlob(name))
  const bytes = fresh.reduce((sum, blob) => sum + blob.bytes, 0)
  const blobs = { fresh: fresh.length, known: bundle.blobs.length - fresh.length, bytes }
  const isNews = blobs.fresh > 0 || chains.some(one => one.fresh > 0 || one.hasParted)
  return { officeName, madeAt, by, chains, blobs, isNews }
}

function chainPreview(chain: string, bundle: CheckedBundle, ledger: ExchangeLedger): ChainPreview {
  const segments = bundle.segments.filter(one => one.chain === chain).sort((a, b) => a.from - b.from)
  const held = headOf(ledger, chain).seq
  const acts = segments.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const known = segments.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, held) - from + 1), 0)
  const hasParted = segments.some(({ to, hash }) => to <= held && ledger.hashAt(chain, to) !== hash)
  return {
    ...{ chain, known, fresh: acts - known, hasParted },
    isGap: segments[0]!.from > held + 1,
    isUnknown: ledger.keyOf(chain) === null,
  }
}
