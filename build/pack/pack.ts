import fs from 'node:fs'
import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { configuration } from './configuration'
import { drawIcons } from './icons'
import { lockedBom, sbomOf } from './sbom'

export interface WhatToPack {
  readonly root: string
  readonly output: string
  readonly platforms: readonly ('linux' | 'win')[]
  readonly isStandIn: boolean
  /** The unpacked folder only, of which the end-to-end tests can drive the binary. */
  readonly isForTests?: boolean
}

/** Packs the built program. Against the stand-in it ends at the unpacked folder of each platform; else at the installers. */
export async function pack(what: WhatToPack): Promise<readonly string[]> {
  const { root, output, platforms, isStandIn, isForTests = false } = what
  const endsUnpacked = isStandIn || isForTests
  await prepare(root)
  const targets = new Map<Platform, Map<Arch, string[]>>()
  for (const platform of platforms)
    for (const [key, byArch] of (platform === 'win' ? Platform.WINDOWS : Platform.LINUX).createTarget(
      endsUnpacked ? 'dir' : null,
      ...(endsUnpacked || platform === 'win' ? [Arch.x64] : [Arch.x64, Arch.arm64]),
    ))
      targets.set(key, byArch)
  return build({
    targets,
    projectDir: root,
    publish: 'never',
    config: configuration({ root, output, isStandIn, isForTests }),
  })
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
