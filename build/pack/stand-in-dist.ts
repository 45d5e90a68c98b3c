import fs from 'node:fs'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

export type PackedPlatform = 'linux' | 'win32'

/**
 * A folder with the names of an Electron distribution and none of its code, for machines on which none can be had: what is
 * packed into it can be looked at, and nothing of it runs. Its binary carries a fuse wire, as a real one does.
 */
export function makeStandInDist(
  folder: string,
  { platform, version }: { platform: PackedPlatform; version: string },
): void {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(path.join(folder, 'locales'), { recursive: true })
  fs.mkdirSync(path.join(folder, 'resources'))
  for (const name of namesOf[platform]) fs.writeFileSync(path.join(folder, name), standInWords)
  for (const locale of ['en-US', 'zh-CN', 'zh-TW', 'de', 'fr'])
    fs.writeFileSync(path.join(folder, 'locales', `${locale}.pak`), standInWords)
  fs.writeFileSync(path.join(folder, 'version'), version)
  const binary = path.join(folder, platform === 'win32' ? 'electron.exe' : 'electron')
  fs.writeFileSync(binary, platform === 'win32' ? emptyWindowsProgram() : Buffer.concat([notAProgram, fuseWire]), {
    mode: 0o755,
  })
}

const standInWords = 'stand-in of an Electron distribution: nothing here runs\n'
const notAProgram = Buffer.from(`#!/bin/sh\necho '${standInWords.trim()}' >&2\nexit 70\n# `)

/** Sentinel, version 1, nine fuses as Electron ships them; the bytes are those that @electron/fuses looks for. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('101100011', 'latin1'),
])

const common = ['LICENSE', 'LICENSES.chromium.html', 'chrome_100_percent.pak', 'chrome_200_percent.pak', 'icudtl.dat']
const more = ['resources.pak', 'snapshot_blob.bin', 'v8_context_snapshot.bin', 'vk_swiftshader_icd.json']
const namesOf: Readonly<Record<PackedPlatform, readonly string[]>> = {
  linux: [...common, ...more, 'chrome-sandbox', 'chrome_crashpad_handler', 'libEGL.so', 'libGLESv2.so', 'libffmpeg.so'],
  win32: [...common, ...more, 'd3dcompiler_47.dll', 'ffmpeg.dll', 'libEGL.dll', 'libGLESv2.dll'],
}

/** Formally a program of Windows: its resources can be read and changed, and it holds no instruction. */
function emptyWindowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const info = Resource.VersionInfo.createEmpty()
  info.setFileVersion(0, 0, 0, 0, 0x0409)
  info.setStringValues({ lang: 0x0409, codepage: 1200 }, { ProductName: 'Stand-in' })
  info.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  program.setExtraData(new Uint8Array(fuseWire).buffer)
  return Buffer.from(program.generate())
}
