import fs from 'node:fs'
import path from 'node:path'
import type { PackedPlatform } from './stand-in-dist'

/** A folder with an Electron in it that somebody has brought, and what it can be packed for. */
export interface GivenElectron {
  readonly folder: string
  readonly platform: PackedPlatform
  readonly arch: 'x64' | 'arm64'
}

export type GivenOrNot =
  | { readonly ok: true; readonly value: GivenElectron }
  | { readonly ok: false; readonly why: string }

/**
 * What lies in the folder that ELECTRON_OVERRIDE_DIST_PATH names. One of another version than the locked one is refused: the
 * program was tried with that one, and the bill of materials would name it.
 */
export function givenElectron(folder: string, lockedVersion: string): GivenOrNot {
  const platform = platforms.find(([, binary]) => fs.existsSync(path.join(folder, binary)))
  if (!platform) return no(`${folder} holds neither electron nor electron.exe`)
  const version = textOf(path.join(folder, 'version'))?.trim().replace(/^v/, '')
  if (version !== lockedVersion)
    return no(`${folder} holds Electron ${version ?? 'of no known version'}, and ${lockedVersion} is locked`)
  const arch = archOf(startOf(path.join(folder, platform[1])))
  if (!arch) return no(`the binary in ${folder} is for no processor that is packed for (x64, arm64)`)
  return { ok: true, value: { folder, platform: platform[0], arch } }
}

const no = (why: string): GivenOrNot => ({ ok: false, why })

const platforms = [
  ['linux', 'electron'],
  ['win32', 'electron.exe'],
] as const

function textOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function startOf(file: string): Buffer {
  const start = Buffer.alloc(4_096)
  const handle = fs.openSync(file, 'r')
  try {
    return start.subarray(0, fs.readSync(handle, start))
  } finally {
    fs.closeSync(handle)
  }
}

/** The processor that a binary says it is for: in the head of an ELF, or behind the stub of a program of Windows. */
function archOf(start: Buffer): GivenElectron['arch'] | null {
  if (start.length >= 20 && start.readUInt32BE(0) === 0x7f454c46) return processors[start.readUInt16LE(18)] ?? null
  if (start.length < 0x40 || start.toString('latin1', 0, 2) !== 'MZ') return null
  const at = start.readUInt32LE(0x3c)
  if (at + 6 > start.length || start.toString('latin1', at, at + 4) !== 'PE\0\0') return null
  return processors[start.readUInt16LE(at + 4)] ?? null
}

/** `e_machine` of ELF, `Machine` of PE; no number of the one is taken by another processor in the other. */
const processors: Readonly<Record<number, GivenElectron['arch']>> = {
  0x3e: 'x64',
  0xb7: 'arm64',
  0x8664: 'x64',
  0xaa64: 'arm64',
}
