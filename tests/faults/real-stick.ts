import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { MediaFiles } from '../../electron/main/media/exporting/media-files'
import { nodeMediaFiles } from '../../electron/main/media/exporting/node-media-files'
import { faultyMedium } from '../support/media/faulty-medium'

/** Why no real file system can be pulled here, or null. */
export function whyNoStick(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux for a loop device'
  if (!fs.existsSync('/dev/fuse')) return 'there is no /dev/fuse'
  const missing = ['mkfs.exfat', 'mount.exfat-fuse', 'losetup', 'fusermount'].find(name => !isThere(name))
  return missing ? `${missing} is not installed (exfatprogs, exfat-fuse, fuse)` : null
}

/** exFAT through FUSE on a loop device. */
export interface Stick {
  readonly mount: string
  readonly image: string
  /** kill -9 of the daemon: what it had not written is gone. */
  pull(): void
  plugIn(mode?: 'rw' | 'ro', from?: Stick): void
  isIn(): boolean
  /** Written full but for so many bytes. */
  fill(butBytes: number): void
  /** Unplugged properly and plugged in again: nothing of it is in memory. */
  forget(): void
}

export async function onStick<T>(megabytes: number, work: (stick: Stick) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stick-'))
  const image = path.join(folder, 'stick.img')
  const mount = path.join(folder, 'mount')
  fs.mkdirSync(mount)
  fs.closeSync(fs.openSync(image, 'w'))
  fs.truncateSync(image, megabytes << 20)
  execFileSync('mkfs.exfat', ['-L', 'USB', image], { stdio: 'ignore' })
  const loops: string[] = []
  const stick: Stick = {
    ...{ mount, image },
    pull: () => {
      for (const pid of daemonsOf(loops.at(-1) ?? '')) process.kill(pid, 'SIGKILL')
      execFileSync('fusermount', ['-uz', mount])
      // Else another loop device would read the image past what this one still holds.
      execFileSync('losetup', ['-d', loops.pop()!])
    },
    plugIn: (mode = 'rw', from = stick) => {
      loops.push(execFileSync('losetup', ['-f', '--show', from.image]).toString().trim())
      execFileSync('mount.exfat-fuse', ['-o', mode, loops.at(-1)!, mount], { stdio: 'pipe' })
      // Never onto this disk: a mount that failed would leave a plain folder.
      if (!stick.isIn()) throw new Error('the stick is not mounted')
    },
    isIn: () => fs.readFileSync('/proc/mounts', 'utf8').includes(mount),
    fill: butBytes => {
      const { bavail, bsize } = fs.statfsSync(mount)
      fs.writeFileSync(path.join(mount, 'film.bin'), Buffer.alloc(Math.max(0, bavail * bsize - butBytes)), {
        flush: true,
      })
    },
    forget: () => {
      execFileSync('fusermount', ['-u', mount])
      execFileSync('losetup', ['-d', loops.pop()!])
      stick.plugIn()
    },
  }
  try {
    stick.plugIn()
    return await work(stick)
  } finally {
    spawnSync('fusermount', ['-uz', mount]) // it may be unplugged already
    for (const loop of loops) execFileSync('losetup', ['-d', loop])
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Only the daemon of this very loop device. */
function daemonsOf(loop: string): readonly number[] {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/u.test(name))
    .filter(pid => {
      try {
        const words = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return words[0]?.endsWith('exfat-fuse') && words.includes(loop)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Something happens just before the n-th operation, and the medium behind stays the real one. */
export function hooked(at: number, happens: () => void): MediaFiles {
  return faultyMedium(nodeMediaFiles, { kind: 'cancel', at, other: nodeMediaFiles, onCancel: happens })
}

function isThere(program: string): boolean {
  return ['/sbin', '/usr/sbin', '/bin', '/usr/bin'].some(folder => fs.existsSync(path.join(folder, program)))
}
