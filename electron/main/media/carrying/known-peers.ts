import fs from 'node:fs'
import path from 'node:path'
import { head } from '#shared/contracts/exchange-shapes'
import { z } from '#shared/contracts/zod'
import type { Head } from '#shared/ledger/exchange/head'
import { heldShelves, type HeldOnDisk } from '../../sync/held-there'
import { attemptWrite } from '../../vault/attempt-write'
import { writeAtomically } from '../../vault/atomic-file'
import { nodeVaultFiles } from '../../vault/vault-files'

/** What other machines of the office were last heard to hold. An old state is harmless: more is carried than need be. */
export interface KnownPeers {
  /** Null where nothing was heard of it yet. */
  vectorOf(chain: string): readonly Head[] | null
  keep(chain: string, vector: readonly Head[]): void
  /** Sealed files that a machine or headquarters is known to hold; the line writes into the same of headquarters. */
  held(chain: string): HeldOnDisk
}

const shape = z.record(z.string(), z.array(head))

export function knownPeers(folder: string): KnownPeers {
  const file = path.join(folder, 'peers.json')
  // What any headquarters was once found to hold, under one name. The present one is asked again.
  attemptWrite(() => fs.rmSync(path.join(folder, 'held-headquarters.txt'), { force: true }))
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
    held: heldShelves(folder),
  }
}
