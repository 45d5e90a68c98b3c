import { generateKeyPairSync } from 'node:crypto'

export interface UpdateKey {
  /** PKCS 8 in PEM: stays with whoever releases. */
  readonly privateKey: string
  /** 32 bytes, base64: goes into electron/main/updates/pinned-keys.ts. */
  readonly publicKey: string
}

export function newUpdateKey(): UpdateKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
  }
}
