import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { subkeyOf } from './key-tree'
import { identityOf } from '../bundles/machine-recipient'
import { openBox, sealBox } from './sealed-box'
import type { VaultRecord } from './vault-file'

/** What an open vault gives out. The buffers are the live keys: lock zeroes them, so nobody may copy or keep them. */
export interface OpenKeys {
  readonly personId: string
  /** Wrong passwords for this person since the last good one. */
  readonly failuresBefore: number
  readonly officeId: string
  /** 32 hex digits. */
  readonly chain: string
  /** Chains that this machine wrote before, oldest first. */
  readonly formerChains: readonly string[]
  readonly journal: Buffer
  /** Opens the rows of the view; the only key that the renderer may hold. */
  readonly rows: Buffer
  readonly blindIndex: Buffer
  readonly snapshots: Buffer
  /** Ed25519 signature, 64 bytes. Throws after lock. */
  sign(bytes: Uint8Array): Buffer
  /**
   * What opens that which was encrypted for this machine (`recipientOf`), also for a chain that it wrote before: for one
   * opening, never to be kept. Throws after lock.
   */
  identities(): readonly string[]
  /** SPKI (DER, 44 bytes) of the key that verifies them. */
  readonly publicKey: Buffer
  /** Chains in whose name this machine may ask headquarters, newest first: its own and the latest that it wrote before. */
  readonly callers: readonly { readonly chain: string; sign(bytes: Uint8Array): Buffer }[]
}

export type House = Omit<VaultRecord, 'v' | 'people' | 'recovery' | 'nextRecovery' | 'signing' | 'formerSigning'>
type Signing = VaultRecord['signing']

/** A fresh Ed25519 key, the private half sealed to this house: nobody can edit office, chain or workstation beside it. */
export const createSigning = (dataKey: Buffer, house: House): Signing =>
  sealSigning(dataKey, house, generateKeyPairSync('ed25519').privateKey)

/** The same with a key that this machine drew before it had a house: it asked to join with it. */
export function sealSigning(dataKey: Buffer, house: House, privateKey: KeyObject): Signing {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  const key = subkeyOf(dataKey, 'signing')
  const sealedPrivateKey = sealBox(key, signingAad(house, publicKey), secret).toString('base64')
  key.fill(0)
  secret.fill(0)
  return { publicKey, sealedPrivateKey }
}

/** The same key for another house; null where it does not open as one of this. */
export function resealSigning(
  dataKey: Buffer,
  { from, to }: { readonly from: House; readonly to: House },
  signing: Signing,
): Signing | null {
  const key = openSigning(dataKey, from, signing)
  return key && sealSigning(dataKey, to, key)
}

export interface UnlockedKeys {
  readonly keys: OpenKeys
  /** Zeroes every key that was given out and forgets the signing key. */
  zero(): void
}

/** Grows the keys of a session; null where vault.json was edited beside its seals (office, chain, workstation, public key). */
export function unlockKeys(
  dataKey: Buffer,
  record: VaultRecord,
  by: { personId: string; failuresBefore: number },
): UnlockedKeys | null {
  let signingKey = openSigning(dataKey, record, record.signing)
  if (signingKey === null) return null
  let formerKeys = (record.formerSigning ?? []).flatMap(former => {
    const key = openSigning(dataKey, { ...record, chain: former.chain }, former)
    return key ? [{ chain: former.chain, key }] : []
  })
  const secrets = {
    journal: subkeyOf(dataKey, 'journal'),
    rows: subkeyOf(dataKey, 'rows'),
    blindIndex: subkeyOf(dataKey, 'blindIndex'),
    snapshots: subkeyOf(dataKey, 'snapshots'),
  }
  const signAs = (key: KeyObject | undefined | null, bytes: Uint8Array): Buffer => {
    if (!key) throw new Error('the vault is locked')
    return sign(null, bytes, key)
  }
  const keys: OpenKeys = {
    ...by,
    ...secrets,
    officeId: record.officeId,
    chain: record.chain,
    formerChains: record.formerChains ?? [],
    publicKey: Buffer.from(record.signing.publicKey, 'base64'),
    sign: bytes => signAs(signingKey, bytes),
    identities: () => {
      if (signingKey === null) throw new Error('the vault is locked')
      return [signingKey, ...formerKeys.map(({ key }) => key)].map(identityOf)
    },
    callers: [
      { chain: record.chain, sign: bytes => signAs(signingKey, bytes) },
      ...formerKeys.map(({ chain }, nth) => ({
        chain,
        sign: (bytes: Uint8Array) => signAs(formerKeys[nth]?.key, bytes),
      })),
    ],
  }
  return {
    keys,
    zero: () => {
      for (const secret of Object.values(secrets)) secret.fill(0)
      signingKey = null
      formerKeys = []
    },
  }
}

function openSigning(dataKey: Buffer, house: House, { publicKey, sealedPrivateKey }: Signing): KeyObject | null {
  const key = subkeyOf(dataKey, 'signing')
  const secret = openBox(key, signingAad(house, publicKey), Buffer.from(sealedPrivateKey, 'base64'))
  key.fill(0)
  if (secret === null) return null
  const privateKey = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  secret.fill(0)
  const derived = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return derived === publicKey ? privateKey : null
}

const signingAad = (house: House, publicKey: string) =>
  JSON.stringify([
    'signing/1',
    house.officeId,
    house.chain,
    house.officeName,
    house.windowName,
    house.placeCode,
    house.workstation,
    publicKey,
  ])
