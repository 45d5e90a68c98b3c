import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lockStream } from '../../../../../electron/main/bundles/age-files'
import { quarantineParts } from '../../../../../electron/main/bundles/quarantine'
import { err } from '../../../../../shared/kernel/result'

let folder = ''
let quarantine = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'own-disk-'))
  quarantine = path.join(folder, 'quarantine')
  fs.mkdirSync(quarantine)
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true, force: true })
})

const spare = 16 * 1_048_576
const plain = Buffer.alloc(300_000, 7)
const passphrase = '云河 2026'

function onStick(): string {
  const file = path.join(folder, 'records.rdbundle')
  fs.writeFileSync(file, plain)
  return file
}

async function lockedOnStick(): Promise<string> {
  const file = path.join(folder, 'records.age.rdbundle')
  const lock = { kind: 'passphrase', passphrase, workFactor: 2 } as const
  await pipeline(await lockStream(Readable.from([plain]), lock), fs.createWriteStream(file))
  return file
}

const take = (file: string, passphrases = [passphrase]) =>
  quarantineParts([file], quarantine, { identities: [], passphrases })

type Done = (cause: Error | null, descriptor?: number) => void
const failure = (code: string) => Object.assign(new Error(code), { code })

/** As the disk under one file would: whatever is read elsewhere goes on. */
function failing(target: string, what: 'open' | 'write' | 'read', code: string): void {
  const descriptors = new Set<number>()
  const open = fs.open as unknown as (...args: unknown[]) => void // by name: the overloads have other arguments
  vi.spyOn(fs, 'open').mockImplementation(((name: string, ...rest: unknown[]) => {
    const done = rest.pop() as Done
    if (name === target && what === 'open') return done(failure(code))
    return open(name, ...rest, (cause: Error | null, descriptor: number) => {
      if (name === target && !cause) descriptors.add(descriptor)
      done(cause, descriptor)
    })
  }) as never)
  if (what === 'open') return
  const real = fs[what] as unknown as (...args: unknown[]) => void // as above
  vi.spyOn(fs, what).mockImplementation(((descriptor: number, ...rest: unknown[]) =>
    descriptors.has(descriptor) ? (rest.at(-1) as Done)(failure(code)) : real(descriptor, ...rest)) as never)
}

describe('a disk of this machine that does not take a bundle', () => {
  it.each([
    ['write', 'ENOSPC', 'full'],
    ['write', 'EDQUOT', 'full'],
    ['open', 'EROFS', 'readOnly'],
    ['write', 'EIO', 'failed'],
  ] as const)('is told from the stick while it is copied: %s %s', async (what, code, why) => {
    const file = onStick()
    failing(path.join(quarantine, 'part-1.in'), what, code)
    const neededBytes = plain.length + spare
    expect(await take(file)).toEqual({ ok: false, problem: { kind: 'bundleOwnDisk', why, neededBytes } })
    expect(fs.readdirSync(quarantine)).toEqual([])
    expect(fs.readFileSync(file).equals(plain)).toBe(true)
  })

  it.each([
    ['part-1.zip', 'write', 'ENOSPC', 'full'],
    ['part-1.zip', 'open', 'EROFS', 'readOnly'],
    ['part-1.in', 'read', 'EIO', 'failed'],
  ] as const)('is told from a wrong passphrase while it is opened: %s %s %s', async (name, what, code, why) => {
    const file = await lockedOnStick()
    failing(path.join(quarantine, name), what, code)
    const neededBytes = 2 * fs.statSync(file).size + spare
    expect(await take(file)).toEqual({ ok: false, problem: { kind: 'bundleOwnDisk', why, neededBytes } })
    expect(fs.readdirSync(quarantine)).toEqual([])
  })

  it.skipIf(!fs.existsSync('/dev/full'))('is met as the system tells it', async () => {
    fs.symlinkSync('/dev/full', path.join(quarantine, 'part-1.zip'))
    expect(await take(await lockedOnStick())).toMatchObject({ problem: { kind: 'bundleOwnDisk', why: 'full' } })
    fs.symlinkSync('/dev/full', path.join(quarantine, 'part-1.in'))
    expect(await take(onStick())).toMatchObject({ problem: { kind: 'bundleOwnDisk', why: 'full' } })
  })

  it('is asked before, and may fail even there: told as that', async () => {
    const file = onStick()
    vi.spyOn(fs, 'statfsSync').mockImplementation(() => {
      throw failure('EIO')
    })
    const neededBytes = plain.length + spare
    expect(await take(file)).toEqual(err({ kind: 'bundleOwnDisk', why: 'failed', neededBytes }))
    expect(fs.readdirSync(quarantine)).toEqual([])
  })

  it('is asked before: where there is no room nothing is begun', async () => {
    const [open, locked] = [onStick(), await lockedOnStick()]
    const lockedBytes = fs.statSync(locked).size
    const real = fs.statfsSync(folder)
    const asked = vi.spyOn(fs, 'statfsSync')
    const opened = vi.spyOn(fs, 'createWriteStream')
    for (const [file, bytes] of [
      [open, plain.length + spare],
      [locked, 2 * lockedBytes + spare],
    ] as const) {
      asked.mockReturnValue({ ...real, bsize: 1, bavail: bytes - 1 })
      expect(await take(file)).toEqual({
        ok: false,
        problem: { kind: 'bundleOwnDisk', why: 'full', neededBytes: bytes },
      })
      expect(opened).not.toHaveBeenCalled()
      asked.mockReturnValue({ ...real, bsize: 1, bavail: bytes })
      expect(await take(file)).toMatchObject({ ok: true })
      opened.mockClear()
    }
  })
})

describe('what is not the disk of this machine', () => {
  it.each(['EIO', 'ENODEV', 'ENOSPC', 'EROFS'])('a stick that fails with %s is unreadable', async code => {
    const file = onStick()
    failing(file, 'read', code)
    expect(await take(file)).toMatchObject({ problem: { kind: 'bundlePart', why: 'unreadable' } })
    expect(fs.readdirSync(quarantine)).toEqual([])
  })

  it('a wrong passphrase, and a file that was cut short, are locked', async () => {
    const file = await lockedOnStick()
    expect(await take(file, ['another'])).toMatchObject({ problem: { kind: 'bundleLocked' } })
    fs.truncateSync(file, fs.statSync(file).size - 1)
    expect(await take(file)).toMatchObject({ problem: { kind: 'bundleLocked' } })
    expect(fs.readdirSync(quarantine)).toEqual([])
  })
})
