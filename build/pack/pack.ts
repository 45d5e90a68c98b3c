import fs from 'node:fs'
import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { parse } from 'yaml'
import { configuration } from './configuration'
import type { GivenElectron } from './given-electron'
import { drawIcons } from './icons'
import { lockedBom, sbomOf } from './sbom'

export interface WhatToPack {
  readonly root: string
  readonly output: string
  readonly platforms: readonly ('linux' | 'win')[]
  readonly isStandIn: boolean
  /** An Electron that somebody brought; only what it is for is made. */
  readonly given?: GivenElectron | null
  /** The unpacked folder only, of which the end-to-end tests can drive the binary. */
  readonly isForTests?: boolean
}

/** Packs the built program. Against the stand-in it ends at the unpacked folder of each platform; else at the installers. */
export async function pack(what: WhatToPack): Promise<readonly string[]> {
  const { root, output, platforms, isStandIn, given = null, isForTests = false } = what
  await prepare(root)
  return build({
    targets: new Map(platforms.flatMap(platform => [...targetsOf(platform, what)])),
    projectDir: root,
    publish: 'never',
    config: configuration({ root, output, isStandIn, given, isForTests }),
  })
}

/** Of one system; with an Electron that was brought, for its processor alone. */
export function targetsOf(platform: 'linux' | 'win', { root, given, isStandIn, isForTests }: WhatToPack) {
  const system = platform === 'win' ? Platform.WINDOWS : Platform.LINUX
  const endsUnpacked = isStandIn || isForTests === true
  if (given) return system.createTarget(endsUnpacked ? 'dir' : installersOf(root, platform), Arch[given.arch])
  if (endsUnpacked) return system.createTarget('dir', Arch.x64)
  return system.createTarget(null, ...(platform === 'win' ? [Arch.x64] : [Arch.x64, Arch.arm64]))
}

/** Said by name: left to electron-builder, the processors of its file would be made with the Electron of another. */
function installersOf(root: string, platform: 'linux' | 'win'): string[] {
  const said = parse(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as Record<
    'linux' | 'win',
    { target: readonly { target: string }[] }
  >
  return said[platform].target.map(({ target }) => target)
}

/** What is packed and neither built nor kept: icons in every size, the bill of materials. */
async function prepare(root: string): Promise<void> {
  const cache = path.join(root, '.cache/pack')
  fs.mkdirSync(cache, { recursive: true })
  await drawIcons(path.join(root, 'resources/icons/records-desk.svg'), path.join(cache, 'icons'))
  const list = path.join(root, 'out/licences/bundled.json')
  if (!fs.existsSync(list)) throw new Error('The program is not built yet: npm run build')
  const bundled = JSON.parse(fs.readFileSync(list, 'utf8')) as { name: string; version: string }[]
  fs.writeFileSync(path.join(cache, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(lockedBom(root), bundled), null, 2)}\n`)
}
