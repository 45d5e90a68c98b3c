import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { OfferedPackage } from '#shared/contracts/headquarters-api'
import {
  installerKind,
  mostPackageBytes,
  updateProduct,
  type InstallerKind,
  type UpdateManifest,
} from '#shared/contracts/update-package'
import type { UpdateFault } from '#shared/contracts/update-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import { cappedAt } from '../../../electron/main/bundles/capped-at'
import { inspectPackage } from '../../../electron/main/updates/package/package-zip'
import { digestOfFile, flushFolder } from '../../store/flushed-files'

export interface KeptUpdate extends OfferedPackage {
  readonly platform: UpdateManifest['platform']
  readonly arch: UpdateManifest['arch']
  /** Undefined of one that was added before its name said it. */
  readonly kind?: InstallerKind | undefined
}

export interface UpdateFolder {
  /** The newest first. */
  list(): readonly KeptUpdate[]
  /** `versionHere`: another package of that version and kind for that system is there; which of the two would machines take? */
  add(from: string): Promise<Result<KeptUpdate, UpdateFault | 'versionHere'>>
  /** By its digest or eight digits and more of the start of it; null where that is none, or not one. */
  remove(start: string): KeptUpdate | null
  /** A piece of the file; null where it is not there. */
  read(sha256: string, piece: { readonly from: number; readonly most: number }): fs.ReadStream | 'beyond' | null
}

/**
 * Update packages for the machines of all offices: files, each named after its digest and what its manifest says, so that one
 * renaming puts it there whole. No row of the database, where everything is some office's.
 */
export function updateFolder(folder: string): UpdateFolder {
  const fileOf = (kept: KeptUpdate) => path.join(folder, nameOf(kept))
  const list = (): readonly KeptUpdate[] => {
    const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
    return names.flatMap(name => keptAs(folder, name)).sort(newestFirst)
  }

  async function addCopied(copy: string): Promise<Result<KeptUpdate, UpdateFault | 'versionHere'>> {
    const inspected = await inspectPackage(copy)
    if (!inspected.ok) return inspected
    const { product, version, replaces, platform, arch, files } = inspected.value
    if (product !== updateProduct) return err('otherProduct')
    const kind = installerKind(files[0]!.name) ?? undefined
    const kept = {
      ...{ version, replaces, platform, arch, kind },
      bytes: fs.statSync(copy).size,
      sha256: await digestOfFile(copy),
    }
    const alike = list().filter(one => couldBeTaken(one, kept))
    if (alike.some(({ sha256 }) => sha256 !== kept.sha256)) return err('versionHere')
    fs.renameSync(copy, fileOf(kept))
    // The same one under the name of before, which did not tell the kind.
    for (const file of alike.map(fileOf)) if (file !== fileOf(kept)) fs.rmSync(file)
    flushFolder(folder)
    return ok(kept)
  }

  return {
    list,
    async add(from) {
      const stat = fs.lstatSync(from, { throwIfNoEntry: false })
      if (!stat?.isFile()) return err('unreadable')
      if (stat.size > mostPackageBytes) return err('tooLarge')
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      dropLeftovers(folder)
      const copy = path.join(folder, `${randomUUID()}.part`)
      try {
        const out = fs.createWriteStream(copy, { mode: 0o600, flush: true })
        await pipeline(fs.createReadStream(from), cappedAt(mostPackageBytes), out)
        return await addCopied(copy)
      } finally {
        fs.rmSync(copy, { force: true })
      }
    },
    remove(start) {
      const found = list().filter(({ sha256 }) => sha256.startsWith(start))
      if (!/^[0-9a-f]{8,64}$/.test(start) || found.length !== 1) return null
      fs.rmSync(fileOf(found[0]!))
      return found[0]!
    },
    read(sha256, { from, most }) {
      const kept = list().find(one => one.sha256 === sha256)
      if (!kept) return null
      if (from >= kept.bytes) return 'beyond'
      return fs.createReadStream(fileOf(kept), { start: from, end: from + most - 1 })
    },
  }
}

/** One that does not tell its kind may be of any. */
const couldBeTaken = (one: KeptUpdate, by: KeptUpdate): boolean =>
  one.platform === by.platform &&
  one.arch === by.arch &&
  one.version === by.version &&
  (one.kind === undefined || one.kind === by.kind)

const nameOf = ({ sha256, version, replaces, platform, arch, kind }: KeptUpdate): string =>
  `${[sha256, version, replaces, platform, arch, ...(kind ? [kind] : [])].join('_')}.rdupdate`

const named =
  /^(?<sha256>[0-9a-f]{64})_(?<version>\d+\.\d+\.\d+)_(?<replaces>\d+\.\d+\.\d+)_(?<platform>win32|linux)_(?<arch>x64|arm64)(?:_(?<kind>exe|deb|appimage))?\.rdupdate$/

function keptAs(folder: string, name: string): KeptUpdate[] {
  const said = named.exec(name)?.groups as Omit<KeptUpdate, 'bytes'> | undefined
  const stat = fs.statSync(path.join(folder, name), { throwIfNoEntry: false })
  return said && stat?.isFile() ? [{ ...said, bytes: stat.size }] : []
}

const newestFirst = (a: KeptUpdate, b: KeptUpdate): number =>
  b.version.localeCompare(a.version, 'en', { numeric: true }) || a.sha256.localeCompare(b.sha256)

/** Of a command that was killed; one that runs is not a day old. */
function dropLeftovers(folder: string): void {
  for (const name of fs.readdirSync(folder).filter(one => one.endsWith('.part'))) {
    const file = path.join(folder, name)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (stat && Date.now() - stat.mtimeMs > 86_400_000) fs.rmSync(file, { force: true })
  }
}
