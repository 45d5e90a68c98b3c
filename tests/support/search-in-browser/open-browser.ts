import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { youngGenerationFlag } from '../../../electron/main/windows/young-generation'
import { findBrowser, type FoundBrowser } from '../browser/find-browser'
import type { Backend, Place } from './layout-on-disk'
import type { SearchInPage } from './page/page'

export interface SearchSite {
  /** Starts a browser of its own on a profile; the same profile again finds what the one before has left. */
  open(profile: string, backend: Backend, place: Place): Promise<OpenBrowser>
  close(): Promise<void>
  readonly browser: FoundBrowser
}

export interface OpenBrowser {
  readonly page: Page
  /** Calls a function of the page. */
  call<Name extends keyof SearchInPage>(
    name: Name,
    ...args: Parameters<SearchInPage[Name]>
  ): Promise<Awaited<ReturnType<SearchInPage[Name]>>>
  /** kill -9 of the browser and everything that it started. */
  kill(): Promise<void>
  readonly processId: number
}

/**
 * The page with the program's own search worker, built as the windows are and served on the loopback. `port`: a profile
 * that is kept finds what is its own again on the same port only.
 */
export async function openSite(outDir = path.resolve('.cache/search-in-browser'), port = 0): Promise<SearchSite> {
  const root = path.join(import.meta.dirname, 'page')
  const made = { root, configFile: false, logLevel: 'warn', worker: { format: 'es' } } as const
  const own = path.join(outDir, String(process.pid))
  await build({
    ...made,
    build: { outDir: own, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 4_000 },
  })
  const served = { host: '127.0.0.1', port, strictPort: true }
  const server = await preview({ ...made, build: { outDir: own }, preview: served })
  const browser = await findBrowser()
  return {
    browser,
    open: (profile, backend, place) =>
      openBrowser(browser, { profile, backend, address: `${server.resolvedUrls!.local[0]!}?${place}` }),
    async close() {
      await server.close()
      fs.rmSync(own, { recursive: true, force: true })
    },
  }
}

/** Chromium moves IndexedDB to SQLite step by step: which backend a new profile gets is a switch. */
const switches: Readonly<Record<Backend, string>> = {
  leveldb: '--disable-features=IdbSqliteOnDiskRollout,IdbSqliteBackingStore',
  sqlite: '--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores,IdbSqliteBackingStore',
}

async function openBrowser(
  browser: FoundBrowser,
  { profile, backend, address }: { profile: string; backend: Backend; address: string },
): Promise<OpenBrowser> {
  fs.mkdirSync(profile, { recursive: true })
  // What a killed browser leaves behind.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort'])
    fs.rmSync(path.join(profile, name), { force: true })
  const child = spawn(
    browser.executable,
    [
      ...browser.args,
      ...[`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--headless', '--no-first-run'],
      ...['--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...[switches[backend], `--js-flags=${youngGenerationFlag}`],
      'about:blank',
    ],
    { stdio: 'ignore', env: { ...process.env, ...browser.env }, detached: process.platform !== 'win32' },
  )
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const driven = await chromium.connectOverCDP(await debuggingAddress(profile, child))
  const page = driven.contexts()[0]?.pages()[0] ?? (await driven.contexts()[0]!.newPage())
  await page.goto(address)
  return {
    page,
    processId: child.pid!,
    call: (name, ...args) =>
      page.evaluate(
        ([asked, given]) =>
          (window as unknown as { searchInPage: Record<string, (...all: unknown[]) => unknown> }).searchInPage[asked]!(
            ...given,
          ),
        [name, args] as const,
      ) as never,
    async kill() {
      killAll(child)
      await exited
      await closeQuietly(driven)
    },
  }
}

async function debuggingAddress(profile: string, child: ChildProcess): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort')
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 20) {
    const [port] = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n') : []
    if (port) return `http://127.0.0.1:${port}`
    await wait(20)
  }
  throw new Error('the browser did not start')
}

function killAll(child: ChildProcess): void {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid!, 'SIGKILL')
  } catch {
    // It is dead already.
  }
}

const closeQuietly = (driven: Browser): Promise<void> => driven.close().catch(() => undefined)
