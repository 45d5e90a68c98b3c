import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { electronCandidates } from './find-electron'
import { unpackSparticuz } from './unpack-sparticuz'

export interface FoundBrowser {
  readonly executable: string
  readonly source: string
  /** Can it open a window, or is it the headless shell only? */
  readonly headedCapable: boolean
  /** Flags that this build cannot start without. */
  readonly args: readonly string[]
  /** Variables that this build cannot start without, to lay over the environment. */
  readonly env: Readonly<Record<string, string>>
  readonly version: string
}

export interface BrowserCandidate {
  readonly source: string
  locate(): Promise<Omit<FoundBrowser, 'version' | 'source'>>
}

export interface FindBrowserOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly headed?: boolean
  readonly candidates?: readonly BrowserCandidate[]
}

const run = promisify(execFile)

/** The first Chromium that starts. Throws with every candidate and why it failed. */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<FoundBrowser> {
  const env = options.env ?? process.env
  // Whoever asks here has looked for Electron before.
  const failures = options.candidates ? [] : electronCandidates(env).map(file => `  - Electron ${file}: not there`)
  for (const candidate of options.candidates ?? browserCandidates(env)) {
    try {
      const located = await candidate.locate()
      if (options.headed && !located.headedCapable) throw new Error('has no windows (headless only)')
      const version = await startCheck(located.executable, located.env)
      return { ...located, source: candidate.source, version }
    } catch (error) {
      failures.push(`  - ${candidate.source}: ${firstLine(error)}`)
    }
  }
  throw new Error(
    `No Chromium could be started. Tried:\n${failures.join('\n')}\nSet CHROMIUM_PATH to a Chromium or Chrome.`,
  )
}

export function browserCandidates(env: NodeJS.ProcessEnv): BrowserCandidate[] {
  const named = env.CHROMIUM_PATH ? [installed('CHROMIUM_PATH', env.CHROMIUM_PATH)] : []
  const usual = usualPlaces(env).map(file => installed('installed', file))
  return [...named, ...usual, { source: '@sparticuz/chromium', locate: () => unpackSparticuz() }]
}

function installed(label: string, executable: string): BrowserCandidate {
  return {
    source: `${label} ${executable}`,
    async locate() {
      if (!existsSync(executable)) throw new Error('not there')
      const headlessOnly = /headless[-_]shell/.test(path.basename(executable))
      return { executable, headedCapable: !headlessOnly, args: isRoot() ? ['--no-sandbox'] : [], env: {} }
    },
  }
}

/** The real binaries come before Debian's wrapper scripts, which add flags of their own. */
function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(root => root !== undefined)
    const products = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge']
    return products.flatMap(product =>
      roots.map(root =>
        path.win32.join(root, product, 'Application', product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
      ),
    )
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  return [
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ]
}

/** `chrome.exe --version` opens a window on Windows, so there the file's presence has to do. */
async function startCheck(executable: string, env: Readonly<Record<string, string>>): Promise<string> {
  if (process.platform === 'win32') return 'unknown'
  const { stdout } = await run(executable, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 })
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim()
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return (lines.find(line => /error while loading|No such file/.test(line)) ?? lines[0] ?? 'failed').trim()
}
