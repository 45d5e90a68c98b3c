import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { contentSecurityPolicy } from '../../../electron/main/security/content-security-policy'
import { launch, type LaunchedProgram } from '../../support/launch/launch'

export const fixtureMain = path.join(import.meta.dirname, 'fixture-app/main.mjs')

export function newDataFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'stand-in-contract-'))
}

/** Its pages come under the policy of the product's own, as main sends it. */
export const fixtureEnv = { FIXTURE_POLICY: contentSecurityPolicy('N0NCE') }

export async function startFixture(userData = newDataFolder()): Promise<LaunchedProgram> {
  const program = await launch({ userData, main: fixtureMain, env: fixtureEnv })
  await program.page.locator('h1[data-ready]').waitFor()
  return program
}

/** The fixture page's bridge, for functions that run in the page. */
export interface FixtureWindow {
  readonly bridge: {
    readonly nested: { readonly list: number[] }
    invoke(channel: string, value?: unknown): Promise<unknown>
    unhandled(): Promise<unknown>
  }
  readonly news: unknown[]
  stopNews(): void
  startWorker(): Worker
}

export interface Seen {
  readonly secondInstance: { readonly argv: string[]; readonly data: unknown }[]
  readonly navigations: string[]
  readonly opens: string[]
  readonly posts: { readonly origin: string | null; readonly cookie: string | null }[]
}

export function seen(program: LaunchedProgram): Promise<Seen> {
  return program.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
}
