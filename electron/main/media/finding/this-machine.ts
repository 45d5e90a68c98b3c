import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Medium, Space } from '../medium'
import { findLinuxMedia, type LinuxSystem } from './linux-media'
import { volumesScript, windowsMedia, type WindowsSystem } from './windows-media'

const run = promisify(execFile)

/** How this machine tells its removable media. Elsewhere than on Linux and Windows a folder has to be chosen by hand. */
export function mediaOfThisMachine(platform: NodeJS.Platform): () => Promise<readonly Medium[]> {
  if (platform === 'linux') return async () => findLinuxMedia(thisLinux)
  if (platform === 'win32') return windowsMedia(thisWindows, process.env['SystemDrive'])
  return async () => []
}

/** A folder that a person chose. It is called a folder, whatever it may be mounted on. */
export function chosenFolder(folder: string): Medium {
  const space = spaceOf(folder)
  const about = { label: null, fileSystem: null, serial: null, transport: null }
  return {
    ...{ id: `folder|${folder}`, kind: 'folder', root: folder, ...about, isReadOnly: !isWritable(folder) },
    ...{ bytes: space?.bytes ?? null, freeBytes: space?.freeBytes ?? null },
  }
}

const thisLinux: LinuxSystem = {
  readText: file => orNull(() => fs.readFileSync(file, 'utf8')),
  realPath: file => orNull(() => fs.realpathSync(file)),
  space: spaceOf,
}

const thisWindows: WindowsSystem = {
  volumeAt: root => orNull(() => fs.statSync(root).dev),
  space: spaceOf,
  askVolumes: async () => {
    // Where the system has it: a program of that name elsewhere on the path is not asked.
    const root = process.env['SystemRoot'] ?? 'C:\\Windows'
    const shell = path.win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
    const words = ['-NoProfile', '-NonInteractive', '-Command', volumesScript]
    const { stdout } = await run(shell, words, { windowsHide: true, timeout: 20_000, encoding: 'utf8' })
    return stdout
  },
}

function spaceOf(root: string): Space | null {
  return orNull(() => {
    const { blocks, bavail, bsize } = fs.statfsSync(root)
    return { bytes: blocks * bsize, freeBytes: bavail * bsize }
  })
}

function isWritable(folder: string): boolean {
  return orNull(() => fs.accessSync(folder, fs.constants.W_OK) === undefined) === true
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
