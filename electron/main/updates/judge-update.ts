import type { Problem } from '#shared/contracts/problems'
import { installerKind, type InstallerKind, type UpdateManifest } from '#shared/contracts/update-package'
import { compareVersions } from './version-order'

/** The program that is running, and the machine it runs on. */
export interface RunningVersion {
  readonly product: string
  readonly version: string
  readonly platform: string
  readonly arch: string
  /** How it came onto this machine: what replaces it has to come the same way. */
  readonly kind: InstallerKind
  /** The highest version that has worked on this office's data here: an older program must not come back over it. */
  readonly highest: string
}

/** What is weighed of a package; of one that lies at headquarters before it is fetched too. */
export interface JudgedPackage extends Pick<UpdateManifest, 'product' | 'version' | 'replaces'> {
  readonly platform: string
  readonly arch: string
  /** Undefined where an older headquarters does not say it: the package itself is weighed once more. */
  readonly kind: InstallerKind | undefined
}

/** Why this update is not for this machine, or null. */
export function judgeUpdate(manifest: JudgedPackage, running: RunningVersion): Problem | null {
  const { version, replaces } = manifest
  if (manifest.product !== running.product) return { kind: 'updateRefused', fault: 'otherProduct' }
  if (manifest.platform !== running.platform || manifest.arch !== running.arch)
    return { kind: 'updateRefused', fault: 'otherPlatform', version: `${manifest.platform}-${manifest.arch}` }
  if (manifest.kind && manifest.kind !== running.kind)
    return { kind: 'updateRefused', fault: 'otherInstaller', version: manifest.kind }
  if (compareVersions(version, running.version) === 0) return { kind: 'updateRefused', fault: 'sameVersion', version }
  if (compareVersions(version, running.version) < 0 || compareVersions(version, running.highest) < 0)
    return { kind: 'updateRefused', fault: 'older', version }
  if (compareVersions(running.version, replaces) < 0)
    return { kind: 'updateRefused', fault: 'tooFarApart', version: replaces }
  return null
}

/** How the program that runs came onto its machine; only the run-time of an AppImage sets that variable. */
export function runningKind(platform: string, appImage: string | undefined): InstallerKind {
  if (platform === 'win32') return 'exe'
  return appImage ? 'appimage' : 'deb'
}

/** Of a manifest that was read: it names one installer. */
export const kindIn = ({ files }: UpdateManifest): InstallerKind => installerKind(files[0]!.name)!
