import { z } from 'zod'
import { officeCodes } from '#shared/contracts/office-codes'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { isWithinBounds, saltBytes, type Argon2Params } from './password-key'
import { boxOverhead, keyBytes } from './sealed-box'

const vaultVersion = 1
const spkiBytes = 44 // Ed25519 public key, RFC 8410
const pkcs8Bytes = 48 // Ed25519 private key, RFC 8410

/** Base64 of exactly so many bytes, in its one canonical spelling: a changed character always changes a byte. */
const base64Of = (bytes: number) =>
  z.string().refine(text => {
    const decoded = Buffer.from(text, 'base64')
    return decoded.length === bytes && decoded.toString('base64') === text
  })

const wrap = base64Of(keyBytes + boxOverhead)
const argon2 = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.number().int(),
  passes: z.number().int(),
  lanes: z.number().int(),
})

const person = z.strictObject({
  personId: z.uuid(),
  name: z.string().min(1),
  /** For the sign-in screen only; the authority reads posts from the ledger. */
  posts: z.array(z.enum(['clerk', 'reviewer', 'head', 'administrator'])),
  kdf: argon2,
  salt: base64Of(saltBytes),
  wrap,
})

const recovery = z.strictObject({ kdf: z.strictObject({ name: z.literal('hkdf-sha256') }), wrap })

const chain = z.string().regex(/^[0-9a-f]{32}$/)
const signing = z.strictObject({
  publicKey: base64Of(spkiBytes),
  sealedPrivateKey: base64Of(pkcs8Bytes + boxOverhead),
})
/** More roll-overs than that before headquarters is met once ask for a new code. */
export const mostFormerKeys = 5

const vaultRecord = z.strictObject({
  v: z.literal(vaultVersion),
  officeId: z.uuid(),
  chain,
  /** Chains that this machine wrote before, oldest first: each was found forked and gone on for by the next. */
  formerChains: z.array(chain).max(1_000).optional(),
  /** The keys of the latest of them, newest first: headquarters hears of a new chain from one that it knows. */
  formerSigning: z.array(signing.extend({ chain })).max(mostFormerKeys).optional(),
  officeName: z.string().min(1),
  windowName: z.string().min(1),
  placeCode: officeCodes.place,
  workstation: officeCodes.workstation,
  people: z
    .array(person)
    .min(1)
    .refine(people => new Set(people.map(one => one.personId)).size === people.length),
  recovery,
  /** Of a renewed sheet that nobody has said to hold yet: until then the old one opens as well. */
  nextRecovery: recovery.optional(),
  signing,
})

/** What vault.json holds: names for the sign-in screen and the data key, wrapped once for each who may open it. */
export type VaultRecord = z.infer<typeof vaultRecord>
export type VaultPerson = VaultRecord['people'][number]
export type Posts = VaultPerson['posts']

export const currentVaultVersion = vaultVersion
export const vaultFileName = 'vault.json'

export const printVaultRecord = (record: VaultRecord): Buffer =>
  Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8')

/**
 * Reads vault.json. `journalNewer` for a vault of a later program, `keyStoreDamaged` for anything that is not a whole
 * vault, which includes parameters below the floor: the program never wrote those.
 */
export function parseVaultRecord(bytes: Buffer, floor: Argon2Params): Result<VaultRecord, Problem> {
  const value = parseJson(bytes)
  const version = z.looseObject({ v: z.number().int() }).safeParse(value)
  if (version.success && version.data.v > vaultVersion) return err({ kind: 'journalNewer', version: version.data.v })
  const record = vaultRecord.safeParse(value)
  if (!record.success) return err({ kind: 'keyStoreDamaged' })
  const isStrong = record.data.people.every(one => isWithinBounds(one.kdf, floor))
  return isStrong ? ok(record.data) : err({ kind: 'keyStoreDamaged' })
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
