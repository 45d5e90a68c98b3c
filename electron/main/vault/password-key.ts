import { argon2id } from 'hash-wasm'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { keyBytes } from './sealed-box'

/** What one wrap was made with; stored beside it and bound into it. */
export interface Argon2Params {
  readonly name: 'argon2id'
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** Turns passwords into key-encryption keys and knows the least it may be asked to do. */
export interface PasswordKdf {
  readonly floor: Argon2Params
  /** 32 bytes. Throws a RangeError for parameters outside floor and ceiling: a file must be refused before this. */
  derive(password: string, salt: Uint8Array, params: Argon2Params): Promise<Buffer>
}

/** Project floor, above OWASP's 19 MiB, t = 2: research/reliability.md section 4. */
export const argon2Floor: Argon2Params = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 }
/** What a planted file could otherwise use to hang the sign-in for hours. */
const argon2Ceiling = { memoryKiB: 1_048_576, passes: 16, lanes: 4 }

export const saltBytes = 16
const shortestPassword = 8

/** Argon2id (RFC 9106). Another floor is for tests only: it comes from code, and nothing in a file can lower it. */
export const createArgon2Kdf = (floor: Argon2Params): PasswordKdf => ({
  floor,
  derive: async (password, salt, params) => {
    if (!isWithinBounds(params, floor)) throw new RangeError('Argon2id parameters below the floor')
    const key = await argon2id({
      password: normalizePassword(password),
      salt,
      memorySize: params.memoryKiB,
      iterations: params.passes,
      parallelism: params.lanes,
      hashLength: keyBytes,
      outputType: 'binary',
    })
    return Buffer.from(key.buffer, key.byteOffset, key.byteLength)
  },
})

export const argon2Kdf: PasswordKdf = createArgon2Kdf(argon2Floor)

/** False for parameters weaker than the floor in any one of the three, or absurdly high. */
export const isWithinBounds = (params: Argon2Params, floor: Argon2Params): boolean =>
  isBetween(params.memoryKiB, floor.memoryKiB, argon2Ceiling.memoryKiB) &&
  isBetween(params.passes, floor.passes, argon2Ceiling.passes) &&
  isBetween(params.lanes, floor.lanes, argon2Ceiling.lanes)

const isBetween = (value: number, least: number, most: number) =>
  Number.isSafeInteger(value) && value >= least && value <= most

/** The same password from a full-width input method and from a plain keyboard (Unicode NFKC). */
export const normalizePassword = (password: string): string => password.normalize('NFKC')

/** `weakPassword` below 8 characters (code points after NFKC). */
export function checkNewPassword(password: string): Result<void, Extract<Problem, { kind: 'weakPassword' }>> {
  const isLongEnough = [...normalizePassword(password)].length >= shortestPassword
  return isLongEnough ? ok(undefined) : err({ kind: 'weakPassword', atLeast: shortestPassword })
}
