import { createHash, createHmac, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto'
import { timingSafeEqual, type KeyObject } from 'node:crypto'
import { openBox, sealBox } from '../../vault/sealed-box'

/** One side's half of a pairing, used once. */
export interface PairingHalf {
  /** SPKI (DER, base64) of an X25519 key. */
  readonly publicKey: string
  /** Base64 of 16 bytes. */
  readonly nonce: string
  readonly privateKey: KeyObject
}

/** What both sides have seen of each other. */
export interface Met {
  readonly guest: Pick<PairingHalf, 'publicKey' | 'nonce'>
  readonly host: Pick<PairingHalf, 'publicKey' | 'nonce'>
}

/** What grows out of a pairing. Whoever stands between the two has other ones with each of them. */
export interface PairingSecret {
  /** Six digits that both screens show and people compare: whoever changed a key on the way guesses them once in a million. */
  readonly words: string
  /** Shows that its side knows the one-time code. */
  proofOf(side: 'guest' | 'host', code: string): string
  isProof(side: 'guest' | 'host', code: string, proof: string): boolean
  seal(from: 'guest' | 'host', value: unknown): string
  /** Undefined where it does not open. */
  open(from: 'guest' | 'host', sealed: string): unknown
}

export function newHalf(random: (size: number) => Buffer): PairingHalf {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { publicKey: spki, nonce: random(16).toString('base64'), privateKey }
}

/**
 * What the guest says before it has seen anything of the host, and shows only after: without it, who stands between could try
 * keys until the six digits agree.
 */
export const commitmentOf = ({ publicKey, nonce }: Met['guest']): string =>
  createHash('sha256').update(`records-desk-pairing-commitment/v1\n${publicKey}\n${nonce}\n`).digest('hex')

/** Null where the other side's key is none, or one that makes the secret known to everybody (RFC 7748, 6.1). */
export function pairingSecret(own: PairingHalf, met: Met): PairingSecret | null {
  const shared = sharedWith(own, own.publicKey === met.guest.publicKey ? met.host.publicKey : met.guest.publicKey)
  if (!shared) return null
  const { guest, host } = met
  const transcript = `${guest.publicKey}\n${guest.nonce}\n${host.publicKey}\n${host.nonce}\n`
  const salt = createHash('sha256').update(transcript).digest()
  const grow = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', shared, salt, `records-desk-pairing/v1/${use}`, 32))
  const keys = { guest: grow('from guest'), host: grow('from host'), code: grow('code'), words: grow('words') }
  shared.fill(0)
  const proof = (side: 'guest' | 'host', code: string): Buffer =>
    createHmac('sha256', keys.code).update(`${side}\n${code}\n`).digest()
  return {
    words: String(keys.words.readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
    proofOf: (side, code) => proof(side, code).toString('base64'),
    isProof: (side, code, shown) => {
      const bytes = Buffer.from(shown, 'base64')
      return bytes.length === 32 && timingSafeEqual(bytes, proof(side, code))
    },
    seal: (from, value) => sealBox(keys[from], aadOf(from), Buffer.from(JSON.stringify(value))).toString('base64'),
    open: (from, sealed) => {
      const plain = openBox(keys[from], aadOf(from), Buffer.from(sealed, 'base64'))
      return plain === null ? undefined : (JSON.parse(plain.toString('utf8')) as unknown) // authenticated: the other side wrote it
    },
  }
}

const aadOf = (from: 'guest' | 'host'): string => JSON.stringify(['pairing/1', from])

function sharedWith({ privateKey }: PairingHalf, theirs: string): Buffer | null {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(theirs, 'base64'), format: 'der', type: 'spki' })
    if (publicKey.asymmetricKeyType !== 'x25519') return null
    const shared = diffieHellman({ privateKey, publicKey })
    return shared.every(byte => byte === 0) ? null : shared
  } catch {
    return null
  }
}
