import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#shared/kernel/result'
import { expandKey } from './key-tree'

/** A typing error, found before anything is tried. `group` counts from 1 as printed; null where it cannot be told. */
export interface RecoveryKeyMistyped {
  readonly kind: 'recoveryKeyMistyped'
  readonly group: number | null
}

export const recoveryKeyBytes = 20
/** Crockford's base32: no I, L, O (read as 1, 1, 0) and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const allDigits = Array.from(alphabet, (_, digit) => digit)
const groupLength = 4
const keyLength = 32
const printedLength = keyLength + groupLength
const printedGroups = printedLength / groupLength
const checkPrefix = 'records-desk-recovery-check/v1\0'

/** 160 bits as eight groups of four and a ninth that checks them: `XXXX-XXXX-...-CCCC`. */
export function printRecoveryKey(key: Uint8Array): string {
  const digits = digitsOf(key)
  const text = [...digits, ...checkOf(digits)].map(digit => alphabet.charAt(digit)).join('')
  return text.replace(/.{4}(?=.)/g, '$&-')
}

/** Reads what a person typed: any case, O for 0, I or L for 1, full-width, spaces and dashes anywhere. */
export function parseRecoveryKey(typed: string): Result<Buffer, RecoveryKeyMistyped> {
  const groups = groupsOf(typed)
  const text = groups.join('')
  const digits = [...text].map(character => alphabet.indexOf(character))
  const foreign = digits.indexOf(-1)
  if (foreign >= 0) return mistyped(groupAt(groups, foreign))
  if (digits.length !== printedLength) return mistyped(groupOfWrongLength(groups))
  return isSound(digits) ? ok(bytesOf(digits)) : mistyped(locateError(digits))
}

/** The key that wraps the data key. HKDF, not Argon2id: 160 random bits leave nothing to slow down, nothing to weaken. */
export const recoveryKek = (key: Uint8Array): Buffer => expandKey(key, 'records-desk/v1/recovery')

const mistyped = (group: number | null) => err({ kind: 'recoveryKeyMistyped' as const, group })

const groupsOf = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .split(/[\s\p{Pd}−_.,;:·]+/u)
    .filter(group => group !== '')

/** The printed group of a character: by the groups as typed where there are nine, else by counting. */
function groupAt(groups: readonly string[], position: number): number | null {
  if (groups.length !== printedGroups) return Math.min(Math.floor(position / groupLength) + 1, printedGroups)
  let before = 0
  return groups.findIndex(group => (before += [...group].length) > position) + 1
}

function groupOfWrongLength(groups: readonly string[]): number | null {
  if (groups.length !== printedGroups) return null
  return groups.findIndex(group => group.length !== groupLength) + 1
}

/** 20 bits of SHA-256: they stand on the sheet only, so they help nobody who does not hold it. */
function checkOf(keyDigits: readonly number[]): number[] {
  const digest = createHash('sha256').update(checkPrefix).update(bytesOf(keyDigits)).digest()
  const bits = digest.readUIntBE(0, 3) >>> 4
  return [15, 10, 5, 0].map(shift => (bits >>> shift) & 31)
}

const isSound = (digits: readonly number[]): boolean =>
  checkOf(digits).every((digit, i) => digits[keyLength + i] === digit)

/** The one group in which a single wrong or two exchanged neighbouring characters explain the failed check. */
function locateError(digits: readonly number[]): number | null {
  const groups = new Set<number>()
  digits.forEach((digit, i) => {
    const others = allDigits.filter(other => other !== digit).map(other => digits.with(i, other))
    const next = digits[i + 1]
    const swapped = next === undefined ? [] : [digits.with(i, next).with(i + 1, digit)]
    if ([...others, ...swapped].some(isSound)) groups.add(Math.floor(i / groupLength) + 1)
  })
  const [only] = groups
  return groups.size === 1 && only !== undefined ? only : null
}

function digitsOf(key: Uint8Array): number[] {
  const bits = BigInt(`0x${Buffer.from(key).toString('hex')}`)
  return Array.from({ length: keyLength }, (_, i) => Number((bits >> BigInt(5 * (keyLength - 1 - i))) & 31n))
}

function bytesOf(digits: readonly number[]): Buffer {
  const bits = digits.slice(0, keyLength).reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n)
  return Buffer.from(bits.toString(16).padStart(recoveryKeyBytes * 2, '0'), 'hex')
}
