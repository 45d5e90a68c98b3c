import fs from 'node:fs'
import { asideCount } from '../ledger/mirror-folder'
import type { BlobMirror } from '../ledger/blob-mirror'
import type { Ledger } from '../ledger/ledger'
import type { Vault } from '../vault/vault'

/** `missing`: the folder is not there, as when its disk is not plugged in. `behind`: it is, and lacks acts. */
export type CopyState = 'off' | 'current' | 'behind' | 'missing'

export interface CopyParts {
  readonly ledger: Ledger | undefined
  readonly blobMirror: BlobMirror | null | undefined
  readonly vault: Vault
  readonly mirrorFolder: string | undefined
}

/** How the second copy stands: of the journals, of the scans, and of the keys without which nobody could read them. */
export function copyState({ ledger, blobMirror, vault, mirrorFolder }: CopyParts): CopyState {
  const copy = ledger?.mirrorState ?? null
  if (copy === null) return 'off'
  if (!fs.existsSync(mirrorFolder ?? '')) return 'missing'
  const others = [blobMirror?.state(), vault.mirror]
  return others.includes('behind') ? 'behind' : copy
}

/** What a person has to be told of the second copy beside how it stands; left out where it is nothing. */
export interface CopyFaults {
  /** Scans that could not be copied though its disk is there. */
  readonly mirrorFailed?: number
  /** Copies that lie aside on its disk, with acts that were not on this machine. */
  readonly mirrorAside?: number
}

export function copyFaults({ blobMirror, mirrorFolder }: Pick<CopyParts, 'blobMirror' | 'mirrorFolder'>): CopyFaults {
  const failed = blobMirror?.failed() ?? 0
  const aside = mirrorFolder === undefined ? 0 : asideCount(mirrorFolder)
  return { ...(failed > 0 ? { mirrorFailed: failed } : {}), ...(aside > 0 ? { mirrorAside: aside } : {}) }
}
