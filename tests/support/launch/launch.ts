import type { Page } from '@playwright/test'
import type * as Electron from 'electron'
import { findElectron } from '../browser/find-electron'
import { launchElectron } from './launch-electron'
import { launchStandIn } from './launch-stand-in'
import { ScriptedDialogs } from './scripted-dialogs'
import { installPrinter } from './scripted-printer'

export interface LaunchOptions {
  /** Data folder; start again with the same one to see what a restart keeps. */
  readonly userData: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Built main file; out/main/index.js of the project when left out. */
  readonly main?: string
}

/** The electron module as main sees it. `standin` is there under the stand-in only. */
export type ElectronMain = typeof Electron & {
  readonly standin?: { readonly external: string[]; readonly opened: string[] }
}

export interface RunningProgram {
  readonly kind: 'stand-in' | 'electron'
  readonly pid: number
  /** Runs the function's source in main: no closures. The result must survive structured clone. */
  evaluate<Result, Argument = undefined>(
    work: (electron: ElectronMain, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>
  /** Every page of the program that shows an app:// document. */
  pages(): Page[]
  /** All addresses outside the program's own origin that anything tried to reach. */
  external(): Promise<string[]>
  log(): string
  /** Quits as a person would; resolves with the exit code. */
  close(): Promise<number | null>
  /** Main and browser at once, as a power cut would. */
  kill9(): Promise<void>
  /** Resolves when main has ended, however it ended. */
  readonly exited: Promise<number | null>
}

export interface LaunchedProgram extends RunningProgram {
  readonly page: Page
  readonly dialogs: ScriptedDialogs
}

/** The program on the Electron binary where there is one, else in Chromium through the stand-in. */
export async function launch(options: LaunchOptions): Promise<LaunchedProgram> {
  const program = await launchWithoutPage(options)
  const page = await firstPage(program)
  const dialogs = new ScriptedDialogs(program)
  await dialogs.install()
  if (program.kind === 'electron') await installPrinter(program)
  return Object.assign(program, { page, dialogs })
}

/** For scripts that watch the program come up themselves. */
export async function launchWithoutPage(options: LaunchOptions): Promise<RunningProgram> {
  const electron = findElectron()
  return electron ? launchElectron(electron, options) : launchStandIn(options)
}

export const pageWait = 60_000

async function firstPage(program: RunningProgram): Promise<Page> {
  const ended = program.exited.then(code => {
    throw new Error(`The program ended with ${code} before it showed a page.\n${program.log()}`)
  })
  ended.catch(() => undefined)
  const end = Date.now() + pageWait
  for (;;) {
    const page = program.pages()[0]
    if (page) {
      await Promise.race([page.waitForLoadState('domcontentloaded'), ended])
      return page
    }
    if (Date.now() > end) throw new Error(`The program showed no page.\n${program.log()}`)
    await Promise.race([new Promise(resolve => setTimeout(resolve, 10)), ended])
  }
}

export function isProgramPage(page: Page): boolean {
  return /^(app:\/\/|http:\/\/[^/]+\.localhost\/)/.test(page.url())
}
