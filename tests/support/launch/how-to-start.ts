import type { FoundBrowser } from '../browser/find-browser'
import { builtStandIn } from './stand-in-command'

export interface Machine {
  readonly projectFolder: string
  /** The built main file, or undefined where nothing was built. */
  readonly main: string | undefined
  readonly electron: string | undefined
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
  /** Tries to get the binary, for a short while; asked only where a window can be opened and there is none yet. */
  readonly fetchElectron: () => Promise<FetchedElectron>
  /** Rejects, with everything that was tried, where no browser can open a window. */
  readonly findBrowser: () => Promise<FoundBrowser>
}

export type FetchedElectron =
  | { readonly ok: true; readonly electron: string }
  | { readonly ok: false; readonly why: string }

export type Start =
  | {
      readonly kind: 'run'
      readonly command: string
      readonly args: readonly string[]
      readonly env: Readonly<Record<string, string>>
      /** For the terminal; empty on Electron itself. */
      readonly says: string
    }
  | { readonly kind: 'explain'; readonly lines: readonly string[] }

/** Electron where its binary is, else a Chromium window through the stand-in; without either, or a display, what to do. */
export async function howToStart(machine: Machine, args: readonly string[]): Promise<Start> {
  const { main, electron } = machine
  if (main === undefined) return explain('The program is not built yet. Run `npm run build` first.')
  if (!hasDisplay(machine)) return explain(...noDisplay)
  if (electron !== undefined) return onElectron(electron, machine, args)
  const fetched = await machine.fetchElectron()
  if (fetched.ok) return onElectron(fetched.electron, machine, args)
  try {
    return inBrowser(await machine.findBrowser(), { ...machine, main, args, why: fetched.why })
  } catch (error) {
    return explain(
      `There is no Electron binary (${fetched.why}) and no browser that can open a window.`,
      'Install the binary (`npx install-electron`), or point ELECTRON_EXE at one, or CHROMIUM_PATH at Chrome or Chromium.',
      error instanceof Error ? error.message : String(error),
    )
  }
}

function onElectron(command: string, { platform, isRoot, projectFolder }: Machine, args: readonly string[]): Start {
  // Electron, like Chromium, refuses to start its sandbox as root on Linux.
  const root = platform === 'linux' && isRoot ? ['--no-sandbox'] : []
  // The folder, not its main file: only then Electron reads package.json and with it the program's name.
  return { kind: 'run', command, args: [...root, projectFolder, ...args], env: {}, says: '' }
}

/** Exit code of the stand-in where its browser did not start. */
const browserDidNotStart = 71

/** What to add to the program's own words after it ended; empty where there is nothing to say. */
export function afterwards(exitCode: number, env: Machine['env']): readonly string[] {
  if (exitCode !== browserDidNotStart) return []
  const display = env.DISPLAY || env.WAYLAND_DISPLAY || 'none'
  return [
    `The browser could not open a window. Does the display (${display}) answer?`,
    'Set DISPLAY to one that does, or see the program at work without one: `npm run demo`.',
  ]
}

const noDisplay = [
  'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can be opened.',
  'Set DISPLAY, or see the program at work without one: `npm run demo`, or the tests: `npm test`.',
]

function hasDisplay({ platform, env }: Machine): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

function inBrowser(
  browser: FoundBrowser,
  what: { projectFolder: string; main: string; args: readonly string[]; why: string },
): Start {
  return {
    kind: 'run',
    command: process.execPath,
    args: [...builtStandIn(), what.main, ...what.args],
    env: { STANDIN_HEADED: '1', CHROMIUM_PATH: browser.executable },
    says: [
      `No Electron binary (${what.why}). \`npx install-electron\` fetches it without haste; ELECTRON_MIRROR names another server.`,
      `Opening in ${browser.source} (${browser.version}) through the Electron stand-in.`,
    ].join('\n'),
  }
}

const explain = (...lines: string[]): Start => ({ kind: 'explain', lines })
