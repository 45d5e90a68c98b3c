import type { Argon2Params } from './password-key'

/** The recovery key has 160 bits of its own, so it needs no slow function: guessing it is out of reach at any speed. */
export interface HkdfParams {
  readonly name: 'hkdf-sha256'
}

/** Whose wrap it is: a person's, opened by a password, or the recovery key's. */
export type WrapOwner =
  | { readonly who: string; readonly kdf: Argon2Params }
  | { readonly who: 'recovery'; readonly kdf: HkdfParams }

const wrapVersion = 1

/** What is bound into a wrap: JSON of version, purpose, owner and every parameter in a fixed order. */
export function wrapAad({ who, kdf }: WrapOwner): string {
  const params = kdf.name === 'argon2id' ? [kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes] : [kdf.name]
  return JSON.stringify([wrapVersion, 'dataKey', who, params])
}
