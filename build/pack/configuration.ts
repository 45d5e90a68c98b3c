import fs from 'node:fs'
import path from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import type { GivenElectron } from './given-electron'
import { drivableFuses, fuses, setFuses } from './fuses'
import { makeStandInDist, type PackedPlatform } from './stand-in-dist'
import { writeDesktopEntry } from './desktop-entry'

export interface Packing {
  readonly root: string
  readonly output: string
  /** Against a folder of names instead of Electron: nothing is downloaded, and nothing that comes of it runs. */
  readonly isStandIn: boolean
  /** Packed in place of the one that would be downloaded. */
  readonly given?: GivenElectron | null
  /**
   * For the end-to-end tests: main can be driven, and its file is called `electron`, by which the program knows that it is not
   * the released one and takes the rehearsal's clock. The asar is the same, byte for byte.
   */
  readonly isForTests?: boolean
}

/**
 * Beside electron-builder.yml, which is read by itself, what a file cannot say: the fuses, and the stand-in where it is asked
 * for. Nothing of the file is said again here: lists would be joined, and every kind of file be there twice.
 */
export function configuration({ root, output, isStandIn, given, isForTests = false }: Packing): Configuration {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
  const version = devDependencies.electron
  return {
    electronVersion: version,
    directories: { output },
    ...(isForTests ? { linux: { executableName: 'electron' }, win: { executableName: 'electron' } } : {}),
    // False: every library was bundled by Vite, so there is no node_modules to look through.
    beforeBuild: async () => false,
    // electron-builder takes it out of what it downloads, and leaves a folder that was given as it is.
    afterExtract: async ({ appOutDir }) =>
      void (given && fs.rmSync(path.join(appOutDir, 'resources/default_app.asar'), { force: true })),
    afterPack: async context => {
      await setFuses(binaryOf(context), isForTests ? drivableFuses : fuses)
      if (isStandIn && context.electronPlatformName === 'linux') await writeDesktopEntry(context)
    },
    ...(isStandIn
      ? { electronDist: ({ platformName }) => standIn(root, platformName as PackedPlatform, version) }
      : {}),
    ...(given ? { electronDist: given.folder } : {}),
  }
}

function standIn(root: string, platform: PackedPlatform, version: string): string {
  const folder = path.join(root, '.cache/pack', `electron-${platform}`)
  makeStandInDist(folder, { platform, version })
  return folder
}

/** As electron-builder names it: `executableName` where one is said, else the product. */
const binaryOf = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string =>
  path.join(appOutDir, `${packager.appInfo.productFilename}${electronPlatformName === 'win32' ? '.exe' : ''}`)
