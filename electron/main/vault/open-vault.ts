import { randomBytes } from 'node:crypto'
import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'
import { attemptWrite } from './attempt-write'
import { argon2Kdf, type PasswordKdf } from './password-key'
import { openSignInGuard } from './sign-in-guard'
import { Vault } from './vault'
import { nodeVaultFiles, type VaultFiles } from './vault-files'
import { openVaultStore } from './vault-store'
import type { RandomBytes } from './vault-wraps'

/** Opens the folder, not the keys. Problems: those of vault.json (`keyStoreDamaged`, `journalNewer`) and `cannotWrite`. */
export function openVault(options: VaultOptions): Result<Vault, Problem> {
  const { files = nodeVaultFiles, kdf = argon2Kdf, random = randomBytes, now, folder, mirrorFolder } = options
  const store = openVaultStore({ files, folder, mirrorFolder, floor: kdf.floor })
  if (!store.ok) return store
  const guard = attemptWrite(() => openSignInGuard({ files, folder, now }))
  return guard.ok ? ok(new Vault({ files, folder, now, random, kdf, store: store.value, guard: guard.value })) : guard
}

export interface VaultOptions {
  readonly folder: string
  readonly mirrorFolder?: string
  readonly files?: VaultFiles
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** For keys, salts and ids; nonces always come from the system. */
  readonly random?: RandomBytes
  /** A cheaper one is for tests; nothing in a file reaches it. */
  readonly kdf?: PasswordKdf
}
