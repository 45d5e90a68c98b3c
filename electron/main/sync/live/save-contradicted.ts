import type { ContradictedFile } from '#shared/contracts/exchange-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { writeWhole } from '../../files/write-whole'
import { proofsOf } from './exchange-report'
import type { LiveExchange } from './live-exchange'

export interface SaveContradictedParts {
  /** Of the ledger. */
  readonly office: string
  /** Null where this machine is enrolled nowhere. */
  readonly headquarters: LiveExchange['known']
  readonly askWhere: (suggested: string) => Promise<string | null>
}

/**
 * The receipts that contradict each other into one file that proves itself: the notes as they were signed, and the key that this
 * machine pinned. Only pairs whose signatures hold. Where it lies, or null where the person cancelled.
 */
export async function saveContradicted(parts: SaveContradictedParts): Promise<Result<string | null, Problem>> {
  const { office, headquarters } = parts
  const { contradicted, outlived } = proofsOf(headquarters?.book ?? null)
  if (!headquarters || contradicted.length + outlived.length === 0) return err({ kind: 'notFound' })
  const { chain, publicKey } = headquarters
  const file: ContradictedFile = {
    ...{ format: 'records-desk-contradicted-receipts', version: 1, office, headquarters: { chain, publicKey } },
    ...{ receipts: contradicted, outlived },
  }
  const target = await parts.askWhere(suggestedName)
  if (target === null) return ok(null)
  try {
    await writeWhole(target, Buffer.from(`${JSON.stringify(file, null, 2)}\n`))
    return ok(target)
  } catch (cause) {
    return err({ kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}

/** In ASCII: it may go onto any stick. */
const suggestedName = 'receipts-contradicted.json'
