import {
  manifestName,
  mostUpdateFiles,
  signatureName,
  updateFolder,
  type UpdateManifest,
} from '#shared/contracts/update-package'
import type { UpdateFault } from '#shared/contracts/update-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import { limits } from '../../documents/limits'
import { openZip, type OpenZip, type ZipEntry } from '../../documents/zip-file'
import { parseManifest, type SignedManifest } from './read-manifest'

/** An opened package. Nothing of it is verified by that. */
export interface PackageZip {
  readonly zip: OpenZip
  readonly entries: ReadonlyMap<string, ZipEntry>
}

const mostManifestBytes = 64 * 1024
const mostSignatureBytes = 200

/** Whoever opens it closes it: `zip.close()`. */
export async function openPackage(file: string): Promise<Result<PackageZip, UpdateFault>> {
  const zip = await openZip(file, { ...limits, bagFiles: mostUpdateFiles + 2 })
  if (!zip.ok) return err('notAPackage')
  const entries = plainEntries(zip.value)
  if (entries) return ok({ zip: zip.value, entries })
  zip.value.close()
  return err('notAPackage')
}

/** By name; null where something in it is no plain file of its own, such as a link, a bomb, or a second of one name. */
function plainEntries({ entries }: OpenZip): PackageZip['entries'] | null {
  const isOdd = entries.some(({ isLink, isFolder, isBomb, isLocked }) => isLink || isFolder || isBomb || isLocked)
  const folded = new Set(entries.map(({ name }) => name.normalize('NFC').toLowerCase()))
  return isOdd || folded.size !== entries.length ? null : new Map(entries.map(entry => [entry.name, entry]))
}

export async function signedManifestIn({ zip, entries }: PackageZip): Promise<Result<SignedManifest, UpdateFault>> {
  const bytes = await readNamed(zip, entries.get(manifestName), mostManifestBytes)
  if (!bytes) return err('notAPackage')
  const signature = await readNamed(zip, entries.get(signatureName), mostSignatureBytes)
  return signature ? ok({ bytes, signature }) : err('notSigned')
}

const readNamed = async (zip: OpenZip, entry: ZipEntry | undefined, most: number): Promise<Buffer | null> =>
  entry ? zip.read(entry, most) : null

export type NamedFile = UpdateManifest['files'][number] & { readonly entry: ZipEntry }

/** What the manifest names, and where it lies; null where something is missing, or lies beside it. */
export function filesNamedIn({ entries }: PackageZip, { files }: UpdateManifest): readonly NamedFile[] | null {
  const found = files.flatMap(file => {
    const entry = entries.get(`${updateFolder}/${file.name}`)
    return entry ? [{ ...file, entry }] : []
  })
  return found.length === files.length && entries.size === files.length + 2 ? found : null
}

/**
 * What a package says of itself, where it is whole. Whoever passes it on asks no more: who signed it is looked at by the
 * program that takes it (`takePackage`), which carries the key.
 */
export async function inspectPackage(file: string): Promise<Result<UpdateManifest, UpdateFault>> {
  const opened = await openPackage(file)
  if (!opened.ok) return opened
  try {
    const signed = await signedManifestIn(opened.value)
    if (!signed.ok) return signed
    const manifest = parseManifest(signed.value.bytes)
    if (!manifest.ok) return manifest
    const files = filesNamedIn(opened.value, manifest.value)
    if (!files) return err('otherContents')
    for (const { entry, bytes, sha256 } of files)
      if (entry.bytes !== bytes || (await opened.value.zip.digest(entry, 'sha256')) !== sha256) return err('changed')
    return manifest
  } finally {
    opened.value.zip.close()
  }
}
