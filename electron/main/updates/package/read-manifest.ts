import { createPublicKey, verify } from 'node:crypto'
import { err, ok, type Result } from '#shared/kernel/result'
import type { UpdateFault } from '#shared/contracts/update-problem'
import {
  installerKind,
  updateManifest,
  updateMark,
  updateSignatureContext,
  type UpdateManifest,
} from '#shared/contracts/update-package'

export interface SignedManifest {
  /** As it lies in the package. */
  readonly bytes: Buffer
  /** 64 bytes, base64. */
  readonly signature: Buffer
}

/** The signature comes first: nothing is read of a manifest that no pinned key has signed. */
export function readManifest(
  { bytes, signature }: SignedManifest,
  keys: readonly string[],
): Result<UpdateManifest, UpdateFault> {
  if (keys.length === 0) return err('noKeyHere')
  const raw = signatureBytes(signature)
  if (!raw) return err('notSigned')
  const signed = Buffer.concat([Buffer.from(updateSignatureContext), bytes])
  if (!keys.some(key => verify(null, signed, publicKeyOf(key), raw))) return err('otherSignature')
  return parseManifest(bytes)
}

/** What it says, whoever may have signed it. */
export function parseManifest(bytes: Buffer): Result<UpdateManifest, UpdateFault> {
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err('manifest')
  }
  const mark = updateMark.safeParse(said)
  if (!mark.success) return err('manifest')
  if (mark.data.form > 1) return err('newerForm')
  const read = updateManifest.safeParse(said)
  if (!read.success || !isWhole(read.data)) return err('manifest')
  return ok(read.data)
}

const kindsOf = { win32: ['exe'], linux: ['deb', 'appimage'] } as const

/** One installer of its own platform, under one name. */
function isWhole({ files, platform }: UpdateManifest): boolean {
  const known: readonly (string | null)[] = kindsOf[platform]
  return files.length === 1 && files.every(({ name }) => known.includes(installerKind(name)))
}

function signatureBytes(text: Buffer): Buffer | null {
  const said = text.toString('latin1').trim()
  if (!/^[A-Za-z0-9+/]{86}==$/.test(said)) return null
  return Buffer.from(said, 'base64')
}

/** DER of an Ed25519 public key (RFC 8410) is this and the 32 bytes. */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex')

const publicKeyOf = (key: string) =>
  createPublicKey({ key: Buffer.concat([ed25519Prefix, Buffer.from(key, 'base64')]), format: 'der', type: 'spki' })
