import { createHash, createPrivateKey, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import { z } from 'zod'
import { chainId, publicKey } from '#shared/contracts/exchange-shapes'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Proof } from '#shared/ledger/exchange/craft'
import { isWithinBounds, saltBytes, type PasswordKdf } from '../../vault/password-key'
import { openBox, sealBox } from '../../vault/sealed-box'
import { joinNote, joinRequest, type JoinRequest } from '../pairing/pairing-messages'

const requestFile = z.strictObject({
  format: z.literal('records-desk-join-request'),
  version: z.literal(1),
  requestId: z.uuid(),
  request: joinRequest,
})
export type RequestFile = z.infer<typeof requestFile>

const mostBytes = 16 * 1024

export function writeRequestFile(request: JoinRequest, requestId: string): Buffer {
  const file: RequestFile = { format: 'records-desk-join-request', version: 1, requestId, request }
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
}

/** Null where it is no request, or whoever wrote it does not hold the key. */
export function readRequestFile(bytes: Uint8Array, proof: Proof): RequestFile | null {
  const read = bytes.length > mostBytes ? null : requestFile.safeParse(jsonOf(bytes))
  if (!read?.success) return null
  const { signature, ...said } = read.data.request
  return proof.verifyNote(said.publicKey, joinNote(said, read.data.requestId), signature) ? read.data : null
}

/** What people compare, by telephone or on paper: twenty-four digits in groups of four, out of everything that was signed. */
export const printOf = (text: string): string => {
  const number = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % 10n ** 24n
  return number.toString().padStart(24, '0').match(/.{4}/g)!.join(' ')
}

export const requestPrint = ({ requestId, request: { signature: _signature, ...said } }: RequestFile): string =>
  printOf(joinNote(said, requestId))

const argon2 = z.strictObject({
  ...{ name: z.literal('argon2id'), memoryKiB: z.number().int(), passes: z.number().int(), lanes: z.number().int() },
})
const pendingFile = z.strictObject({
  ...{ version: z.literal(1), requestId: z.uuid(), chain: chainId, publicKey, kdf: argon2, salt: z.base64() },
  /** The private key behind the password. */
  sealedKey: z.base64(),
})

export interface Pending {
  readonly requestId: string
  readonly chain: string
  readonly publicKey: string
}

export interface PendingStore {
  readonly file: string
  readonly kdf: PasswordKdf
}

/** While a stick is under way the machine keeps its key behind a password: it may be switched off meanwhile. */
export async function keepPending(
  { file, kdf }: PendingStore,
  pending: Pending & { readonly signingKey: KeyObject; readonly random: (size: number) => Buffer },
  password: string,
): Promise<void> {
  const { requestId, chain, publicKey: key, signingKey, random } = pending
  const salt = random(saltBytes)
  const kek = await kdf.derive(password, salt, kdf.floor)
  const secret = signingKey.export({ type: 'pkcs8', format: 'der' })
  const sealedKey = sealBox(kek, pendingAad(pending), secret).toString('base64')
  kek.fill(0)
  secret.fill(0)
  const content = {
    version: 1,
    requestId,
    chain,
    publicKey: key,
    kdf: kdf.floor,
    salt: salt.toString('base64'),
    sealedKey,
  }
  fs.writeFileSync(`${file}.part`, JSON.stringify(content), { mode: 0o600, flush: true })
  fs.renameSync(`${file}.part`, file)
}

export function readPending({ file, kdf }: PendingStore): Pending | null {
  const read = pendingFile.safeParse(jsonOf(fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)))
  return read.success && isWithinBounds(read.data.kdf, kdf.floor) ? read.data : null
}

export async function openPending(
  { file, kdf }: PendingStore,
  password: string,
): Promise<Result<Pending & { readonly signingKey: KeyObject }, { readonly kind: 'notFound' | 'wrongPassword' }>> {
  const read = pendingFile.safeParse(jsonOf(fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)))
  if (!read.success || !isWithinBounds(read.data.kdf, kdf.floor)) return err({ kind: 'notFound' })
  const { salt, sealedKey, ...pending } = read.data
  const kek = await kdf.derive(password, Buffer.from(salt, 'base64'), pending.kdf)
  const secret = openBox(kek, pendingAad(pending), Buffer.from(sealedKey, 'base64'))
  kek.fill(0)
  if (secret === null) return err({ kind: 'wrongPassword' })
  const signingKey = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  secret.fill(0)
  return ok({ ...pending, signingKey })
}

export const dropPending = ({ file }: PendingStore): void => fs.rmSync(file, { force: true })

const pendingAad = ({ requestId, chain, publicKey: key }: Pending): string =>
  JSON.stringify(['join-request/1', requestId, chain, key])

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}
