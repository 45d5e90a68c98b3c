import fs from 'node:fs'
import path from 'node:path'
import { makeStandInDist, type PackedPlatform } from '../../../build/pack/stand-in-dist'

/** e_machine of ELF. */
export const processors = { x64: 0x3e, arm64: 0xb7, riscv64: 0xf3 } as const

/** A folder as somebody brings it: names and version of an Electron, a binary that says its processor, and nothing that runs. */
export function bringElectron(folder: string, { version, platform = 'linux', arch = 'x64' }: BroughtElectron): string {
  makeStandInDist(folder, { platform, version })
  fs.writeFileSync(path.join(folder, 'resources/default_app.asar'), 'the program that shows Electron itself')
  const binary = path.join(folder, platform === 'win32' ? 'electron.exe' : 'electron')
  if (platform === 'linux') {
    const head = Buffer.alloc(64)
    head.writeUInt32BE(0x7f454c46, 0)
    head.writeUInt16LE(processors[arch], 18)
    fs.writeFileSync(binary, Buffer.concat([head, fs.readFileSync(binary)]))
  } else if (arch === 'arm64') {
    const program = fs.readFileSync(binary)
    program.writeUInt16LE(0xaa64, program.readUInt32LE(0x3c) + 4)
    fs.writeFileSync(binary, program)
  }
  return folder
}

export interface BroughtElectron {
  readonly version: string
  readonly platform?: PackedPlatform
  readonly arch?: keyof typeof processors
}
