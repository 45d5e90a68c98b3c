import type { Brand } from '../../kernel/brand'
import { err, ok, type Result } from '../../kernel/result'

/** `XXXX-XXXX-XXXX`: 11 random characters (52 bits) and one that checks them. Printed on the receipt. */
export type QueryCode = Brand<string, 'QueryCode'>

export type QueryCodeProblem =
  | { readonly kind: 'length'; readonly found: number; readonly expected: number }
  | { readonly kind: 'characters'; readonly at: number; readonly character: string }
  /** A slip of one character, or two neighbours exchanged. */
  | { readonly kind: 'checkCharacter' }

// 27 characters without 0 O, 1 I L, 2 as Z, 5 as S, 8 as B, V as U: read from paper by elderly eyes.
const alphabet = '23456789ACDEFGHJKMNPQRTVWXY'
const meant: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V' }
const randomCharacters = 11
const leastBytes = 8 // 64 random bits, so that reducing them to 52 leaves no bias worth naming

/** Throws RangeError on fewer than 8 bytes: they must come from a cryptographic source. */
export function queryCodeFrom(randomBytes: Uint8Array): QueryCode {
  if (randomBytes.length < leastBytes) throw new RangeError('randomBytes')
  let rest = randomBytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n)
  const values: number[] = []
  for (let i = 0; i < randomCharacters; i++) {
    values.push(Number(rest % 27n))
    rest /= 27n
  }
  return grouped([...values, checkValue(values)].map(value => alphabet[value]).join(''))
}

/** Any case, width, spacing and dashes; look-alikes are read as what the alphabet holds. */
export function parseQueryCode(typed: string): Result<QueryCode, QueryCodeProblem> {
  const upper = typed.normalize('NFKC').toUpperCase()
  const characters = [...upper.replace(/[\s\p{Pd}_.·]/gu, '')].map(character => meant[character] ?? character)
  if (characters.length !== randomCharacters + 1)
    return err({ kind: 'length', found: characters.length, expected: randomCharacters + 1 })
  const odd = characters.findIndex(character => !alphabet.includes(character))
  if (odd >= 0) return err({ kind: 'characters', at: odd + 1, character: characters[odd]! })
  const values = characters.map(character => alphabet.indexOf(character))
  if (values.pop() !== checkValue(values)) return err({ kind: 'checkCharacter' })
  return ok(grouped(characters.join('')))
}

/**
 * Weights 1 and 2 in turn make the sum over all twelve characters a multiple of 27. Both are coprime to 27 and differ
 * by 1, so every single slip and every exchange of neighbours is found.
 */
function checkValue(values: readonly number[]): number {
  const sum = values.reduce((total, value, i) => total + value * (i % 2 === 0 ? 1 : 2), 0)
  const halfOf27 = 14 // 2 * 14 = 28, which leaves 1
  return ((27 - (sum % 27)) * halfOf27) % 27
}

const grouped = (twelve: string): QueryCode => twelve.replace(/(.{4})(?=.)/g, '$1-') as QueryCode
