import { createHash } from 'node:crypto'
import { z } from 'zod'
import { chainId, publicKey } from '#shared/contracts/exchange-shapes'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Vault } from '../../vault/vault'
import { headquartersDraft } from '../../workstation/own-drafts'

const shape = z.object({
  chain: chainId,
  publicKey,
  /** `https://host:8787`, without a path; null: this machine exchanges by media only. */
  address: z.string().nullable(),
  /** Milliseconds since 1970. */
  enrolledAt: z.number(),
})

/** Headquarters as this machine was enrolled with it. */
export type Pinned = Readonly<z.infer<typeof shape>> & ChainRoot

/** Whom this machine takes for headquarters: sealed beside the drafts, so that nobody puts another key in its place. */
export interface PinnedHeadquarters {
  /** Null while the vault has not been open yet, and where this machine is enrolled nowhere. The same object until it changes. */
  current(): Pinned | null
  keep(pinned: Pinned): Result<unknown, Problem>
  forget(): Result<void, Problem>
}

export function pinnedHeadquarters(vault: Pick<Vault, 'drafts' | 'status'>): PinnedHeadquarters {
  let known: Pinned | null | undefined
  const read = (): Pinned | null => {
    const kept = vault.drafts.load(headquartersDraft)
    const parsed = kept.ok && kept.value ? shape.safeParse(kept.value.content) : null
    return parsed?.success ? parsed.data : null
  }
  return {
    current: () => {
      if (known === undefined && vault.status().state === 'open') known = read()
      return known ?? null
    },
    keep: pinned => {
      const kept = vault.drafts.save(headquartersDraft, { ...pinned })
      if (kept.ok) known = pinned
      return kept
    },
    forget: () => {
      const done = vault.drafts.discard(headquartersDraft)
      if (done.ok) known = null
      return done
    },
  }
}

/** What a person compares with what headquarters prints: eight groups of four digits. */
export const printOfKey = (key: string): string =>
  createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32).match(/.{4}/g)!.join(' ')
