import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import fs from 'node:fs'
import { identityOf } from '../../electron/main/bundles/machine-recipient'

/** Headquarters' own chain and its Ed25519 key: signs receipts, answers, and what it says in the offices' ledgers. */
export interface OwnKey {
  readonly chain: string
  /** SPKI (DER, base64). */
  readonly publicKey: string
  /** What a person compares before they type a code: eight groups of four digits. */
  readonly print: string
  /** Ed25519 over the bytes, base64. */
  sign(bytes: Uint8Array): string
  /** Opens what was encrypted for headquarters; for one opening, never to be kept. */
  identity(): string
}

/** Drawn once. Whoever has the file can speak as headquarters: it is for the server's user alone, and belongs in the backup. */
export function readOwnKey(file: string): OwnKey {
  if (!fs.existsSync(file)) drawKey(file)
  const { chain, privateKey } = JSON.parse(fs.readFileSync(file, 'utf8')) as { chain: string; privateKey: string }
  const secret = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(secret).export({ type: 'spki', format: 'der' })
  return {
    ...{ chain, publicKey: publicKey.toString('base64'), print: printOf(publicKey) },
    sign: bytes => sign(null, bytes, secret).toString('base64'),
    identity: () => identityOf(secret),
  }
}

function drawKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  const bytes = privateKey.export({ type: 'pkcs8', format: 'der' })
  const text = JSON.stringify({ chain: randomBytes(16).toString('hex'), privateKey: bytes.toString('base64') })
  fs.writeFileSync(`${file}.part`, text, { mode: 0o600, flush: true })
  fs.renameSync(`${file}.part`, file)
}

const printOf = (publicKey: Buffer): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 32).match(/.{4}/g)!.join(' ')
