import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Longer than this nobody waits for a program to open. */
export const fetchSeconds = 20

export type Fetched = { readonly ok: true } | { readonly ok: false; readonly why: string }

export interface Fetching {
  readonly seconds?: number
  /** Electron's own installer; it honours ELECTRON_MIRROR, the npm proxy settings and its cache. */
  readonly installer?: string | null
}

/** Has Electron's own installer fetch the binary that package.json names, and ends it after so many seconds. */
export async function fetchElectron(
  env: Readonly<Record<string, string | undefined>>,
  { seconds = fetchSeconds, installer = installerOfElectron() }: Fetching = {},
): Promise<Fetched> {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override)
    return hasBinary(override) ? { ok: true } : no(`ELECTRON_OVERRIDE_DIST_PATH (${override}) has no binary in it`)
  if (env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return no('ELECTRON_SKIP_BINARY_DOWNLOAD is set')
  if (!installer) return no('the electron package is not installed')
  const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'], env })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | null>(resolve => {
    child.once('error', () => resolve(1))
    child.once('close', resolve)
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>(resolve => (timer = setTimeout(() => resolve('late'), seconds * 1_000)))
  const outcome = await Promise.race([ended, late])
  clearTimeout(timer)
  if (outcome === 'late') {
    child.kill('SIGKILL')
    await ended
    return no(`the download did not end within ${seconds} s`)
  }
  return outcome === 0 ? { ok: true } : no(reasonIn(said))
}

const no = (why: string): Fetched => ({ ok: false, why })

/** The first line that says something; the rest is a stack. */
const reasonIn = (said: string): string =>
  said
    .split('\n')
    .map(line => line.trim())
    .find(line => line !== '' && !line.startsWith('at ')) ?? 'its installer failed'

const hasBinary = (folder: string): boolean =>
  ['electron', 'electron.exe', 'Electron.app'].some(name => existsSync(path.join(folder, name)))

function installerOfElectron(): string | null {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'install.js')
  } catch {
    return null
  }
}
