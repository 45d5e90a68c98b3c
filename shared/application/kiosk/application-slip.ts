import type { Medium, Route } from '../../domain/requests/request-facts'
import { err, ok, type Result } from '../../kernel/result'
import { bytesOfDigits, digitsOfBytes } from './digits-of-bytes'

/**
 * What a visitor wrote at the kiosk, for the clerk to take over. Without a number of identity: the document itself is
 * shown at the counter (art. 29), and what is not written down cannot be read off a sheet of paper left behind.
 */
export interface ApplicationSlip {
  readonly name: string
  readonly phone: string
  readonly postalAddress: string
  readonly email: string
  readonly description: string
  readonly medium: Medium
  readonly route: Route
}

export type SlipProblem =
  /** Not a slip of this program: another code, or a card. */
  | { readonly kind: 'foreign' }
  /** A slip, and not read whole. */
  | { readonly kind: 'damaged' }
  /** Printed by a later version. */
  | { readonly kind: 'newer' }

/** Longest of each, so that the code stays large enough for the cheapest reader. UTF-16 units. */
export const longestOnSlip = { name: 60, phone: 30, postalAddress: 100, email: 60, description: 400 } as const

const magic = '7301'
const version = '1'
const checkDigits = 6

/** `7301` version payload check: digits alone, the text as UTF-16 of a JSON list. */
export function digitsOfSlip(slip: ApplicationSlip): string {
  const { name, phone, postalAddress, email, description, medium, route } = slip
  const list = [name, phone, postalAddress, email, description, mediums.indexOf(medium), routes.indexOf(route)]
  const payload = magic + version + digitsOfBytes(utf16(JSON.stringify(list)))
  return payload + checkOf(payload)
}

export function readSlip(typed: string): Result<ApplicationSlip, SlipProblem> {
  const line = typed.normalize('NFKC').replace(/\s/g, '')
  if (!line.startsWith(magic) || !/^\d{12,}$/.test(line)) return err({ kind: 'foreign' })
  if (line[magic.length] !== version) return err({ kind: 'newer' })
  const payload = line.slice(0, -checkDigits)
  if (checkOf(payload) !== line.slice(-checkDigits)) return err({ kind: 'damaged' })
  const bytes = bytesOfDigits(payload.slice(magic.length + version.length))
  const slip = bytes && slipOf(textOf(bytes))
  return slip ? ok(slip) : err({ kind: 'damaged' })
}

// Their places are on printed paper: only ever added to.
const mediums: readonly Medium[] = ['paper', 'electronic', 'inspection']
const routes: readonly Route[] = ['collect', 'post', 'email', 'fax', 'online']

function slipOf(text: string): ApplicationSlip | null {
  const list = listIn(text)
  if (!list || list.length !== 7 || !list.slice(0, 5).every(one => typeof one === 'string')) return null
  const [name, phone, postalAddress, email, description] = list as string[]
  const medium = mediums[list[5] as number]
  const route = routes[list[6] as number]
  if (!medium || !route) return null
  const slip = { name: name!, phone: phone!, postalAddress: postalAddress!, email: email!, description: description! }
  const isWithin = Object.entries(longestOnSlip).every(
    ([field, most]) => slip[field as keyof typeof slip].length <= most,
  )
  return isWithin ? { ...slip, medium, route } : null
}

function listIn(text: string): readonly unknown[] | null {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : null
  } catch {
    return null
  }
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    bytes[at * 2] = text.charCodeAt(at) >> 8
    bytes[at * 2 + 1] = text.charCodeAt(at) & 255
  }
  return bytes
}

function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes[at]! << 8) | bytes[at + 1]!)
  return text
}

/** Finds every single wrong digit and every exchange of neighbours: 31 and 30 are coprime to the prime. */
function checkOf(digits: string): string {
  let sum = 0
  for (const digit of digits) sum = (sum * 31 + Number(digit) + 1) % 999_983
  return String(sum).padStart(checkDigits, '0')
}
