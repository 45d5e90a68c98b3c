import { createHash, createPrivateKey, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { compareVersions } from '../../electron/main/updates/version-order'
import {
  installerKind,
  manifestName,
  signatureName,
  updateEnding,
  updateFolder,
  updateManifest,
  updateSignatureContext,
  type UpdateManifest,
} from '../../shared/contracts/update-package'

export interface UpdateToMake {
  readonly installer: string
  readonly about: Pick<UpdateManifest, 'product' | 'version' | 'replaces' | 'platform' | 'arch' | 'notes'>
  readonly madeAt: Date
  /** Ed25519, PKCS 8 in PEM. */
  readonly privateKey: string
  /** Folder that the package comes to lie in. */
  readonly out: string
}

/** Writes one update package and answers its path. What the program would refuse is refused here already. */
export async function makeUpdatePackage({ installer, about, madeAt, privateKey, out }: UpdateToMake): Promise<string> {
  if (compareVersions(about.replaces, about.version) >= 0)
    throw new Error(
      `${about.version} would replace nothing older: say the oldest version that may take it (--replaces)`,
    )
  const name = path.basename(installer).toLowerCase()
  const { version, platform, arch } = about
  const file = path.join(out, `records-desk-${version}-${platform}-${arch}-${installerKind(name)}${updateEnding}`)
  // Two installers under one name, or a package that was handed out already and would be another one now.
  if (fs.existsSync(file)) throw new Error(`${file} is there already and is not written over; put it away first`)
  const said: UpdateManifest = {
    format: 'records-desk-update',
    form: 1,
    ...about,
    madeAt: madeAt.toISOString(),
    files: [{ name, bytes: fs.statSync(installer).size, sha256: await sha256Of(installer) }],
  }
  const manifest = Buffer.from(`${JSON.stringify(updateManifest.parse(said), null, 2)}\n`)
  const zip = new ZipFile()
  const options = { compress: false, mtime: madeAt, mode: 0o100644 }
  zip.addBuffer(manifest, manifestName, options)
  zip.addBuffer(Buffer.from(`${signatureOf(manifest, privateKey)}\n`), signatureName, options)
  zip.addFile(installer, `${updateFolder}/${name}`, options)
  zip.end()
  fs.mkdirSync(out, { recursive: true })
  await pipeline(zip.outputStream, fs.createWriteStream(`${file}.part`, { flush: true }))
  fs.renameSync(`${file}.part`, file)
  return file
}

/** Base64 of the Ed25519 signature over the manifest as it lies in the package. */
export function signatureOf(manifest: Buffer, privateKey: string): string {
  const signed = Buffer.concat([Buffer.from(updateSignatureContext), manifest])
  return sign(null, signed, createPrivateKey(privateKey)).toString('base64')
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of fs.createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}
