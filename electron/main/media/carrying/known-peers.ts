import fs from 'node:fs'
import path from 'node:path'
import { head } from '#shared/contracts/exchange-shapes'
import { z } from '#shared/contracts/zod'
import type { Head } from '#shared/ledger/exchange/head'
import { heldThere, type HeldThere } from '../../sync/held-there'
import { writeAtomically } from '../../vault/atomic-file'
import { nodeVaultFiles } from '../../vault/vault-files'

/** What other machines of the office were last heard to hold. An old state is harmless: more is carried than need be. */
export interface KnownPeers {
  /** Null where nothing was heard of it yet. */
  vectorOf(chain: string): readonly Head[] | null
  keep(chain: string, vector: readonly Head[]): void
  /** Sealed files that it is known to hold; `headquarters` for headquarters. */
  held(of: string): HeldThere
}

const shape = z.record(z.string(), z.array(head))

export function knownPeers(folder: string): KnownPeers {
  const file = path.join(folder, 'peers.json')
  const held = new Map<string, HeldThere>()
  const read = (): Record<string, Head[]> => {
    try {
      const parsed = shape.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
      return parsed.success ? parsed.data : {}
    } catch {
      return {} // not there, or cut short: everything is carried once more
    }
  }
  return {
    vectorOf: chain => read()[chain] ?? null,
    keep: (chain, vector) => {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeAtomically(nodeVaultFiles, file, Buffer.from(JSON.stringify({ ...read(), [chain]: vector })))
    },
    held: of => {
      const known = held.get(of) ?? heldThere(path.join(folder, `held-${of}.txt`))
      held.set(of, known)
      return known
    },
  }
}
