import { unwrapDataKey, wrapDataKey } from './key-tree'
import { saltBytes, type PasswordKdf } from './password-key'
import { recoveryKek } from './recovery-key'
import type { Posts, VaultPerson, VaultRecord } from './vault-file'

/** So many random bytes. The system's in the program. */
export type RandomBytes = (size: number) => Buffer

export interface NewPerson {
  readonly personId: string
  readonly name: string
  readonly posts: Posts
}

/** A password turned into a key-encryption key, before the data key is at hand. */
export interface PreparedWrap {
  readonly kdf: VaultPerson['kdf']
  readonly salt: string
  readonly kek: Buffer
}

/** The slow half of making a person's wrap: a fresh salt and Argon2id at today's parameters. */
export async function prepareWrap(kdf: PasswordKdf, random: RandomBytes, password: string): Promise<PreparedWrap> {
  const salt = random(saltBytes)
  const params = { ...kdf.floor }
  return { kdf: params, salt: salt.toString('base64'), kek: await kdf.derive(password, salt, params) }
}

/** The quick half. Uses the prepared key up: it is zeroed. */
export function wrapFor(person: NewPerson, prepared: PreparedWrap, dataKey: Buffer): VaultPerson {
  const { personId, name, posts } = person
  const wrap = wrapDataKey(prepared.kek, { who: personId, kdf: prepared.kdf }, dataKey)
  prepared.kek.fill(0)
  return { personId, name, posts: [...posts], kdf: prepared.kdf, salt: prepared.salt, wrap }
}

/** Null for a wrong password or a wrap that was touched. Takes the time of Argon2id either way. */
export async function openWithPassword(
  kdf: PasswordKdf,
  person: VaultPerson,
  password: string,
): Promise<Buffer | null> {
  const kek = await kdf.derive(password, Buffer.from(person.salt, 'base64'), person.kdf)
  const dataKey = unwrapDataKey(kek, { who: person.personId, kdf: person.kdf }, person.wrap)
  kek.fill(0)
  return dataKey
}

export function wrapForRecovery(recoveryKey: Buffer, dataKey: Buffer): VaultRecord['recovery'] {
  const kdf = { name: 'hkdf-sha256' } as const
  const kek = recoveryKek(recoveryKey)
  const wrap = wrapDataKey(kek, { who: 'recovery', kdf }, dataKey)
  kek.fill(0)
  return { kdf, wrap }
}

/** The sheet in force, or a renewed one that nobody has yet said to hold. */
export function openWithSheet({ recovery, nextRecovery }: VaultRecord, recoveryKey: Buffer): Buffer | null {
  const dataKey = openWithRecovery(recovery, recoveryKey)
  return dataKey === null && nextRecovery ? openWithRecovery(nextRecovery, recoveryKey) : dataKey
}

function openWithRecovery(recovery: VaultRecord['recovery'], recoveryKey: Buffer): Buffer | null {
  const kek = recoveryKek(recoveryKey)
  const dataKey = unwrapDataKey(kek, { who: 'recovery', kdf: recovery.kdf }, recovery.wrap)
  kek.fill(0)
  return dataKey
}

/** A random UUID (RFC 9562, version 4). */
export function randomId(random: RandomBytes): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
