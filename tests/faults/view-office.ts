import fs from 'node:fs'
import path from 'node:path'
import { signIn } from '../demo/hands/front-door'
import { Desk } from '../e2e/support/desk'
import type { ViewDump } from '../e2e/durability/view-dump'
import { bundleForPage, type InPageModule } from '../support/at-rest/in-page-module'
import { fillOffice } from '../support/workstation/fill-office'
import { founding } from '../support/workstation/test-workstation'

/** The program with somebody signed in, and what its view says. */
export interface OpenView {
  readonly desk: Desk
  dump(): Promise<ViewDump>
}

export const viewModule = (): Promise<InPageModule> =>
  bundleForPage(path.join(import.meta.dirname, '../e2e/durability/view-dump.ts'))

export async function openView(
  userData: string,
  module: InPageModule,
  environment: Readonly<Record<string, string>> = {},
): Promise<OpenView> {
  const desk = new Desk(userData, environment)
  await desk.start()
  await desk.page.evaluate('globalThis.__name = named => named') // the compiler's marks on nested functions
  await signIn(desk.hands, founding.administrator)
  return { desk, dump: () => module.call<ViewDump>(desk.page, 'dumpView') }
}

/** An office of some hundred acts, in a folder as the program has it. Answers a request of it that was filled in whole. */
export async function makeOffice(userData: string, acts: number): Promise<string> {
  fs.mkdirSync(userData, { recursive: true })
  return `request:${(await fillOffice(userData, acts, '2026-09-07')).lastRequestId}`
}
