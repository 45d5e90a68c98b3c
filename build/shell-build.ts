import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { bundledLibraries } from './pack/bundled-libraries'
import { quiet } from './renderer-build'

const inRepository = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const entries = {
  main: { index: inRepository('electron/main/index.ts') },
  preload: { 'desk-preload': inRepository('electron/preload/desk-preload.ts') },
  'kiosk-preload': { 'kiosk-preload': inRepository('electron/preload/kiosk-preload.ts') },
  'reader-thread': { 'reader-thread': inRepository('electron/main/documents/reader-thread.ts') },
  'check-thread': { 'check-thread': inRepository('electron/main/ledger/check-thread.ts') },
} as const

/**
 * Main as an ES module, and beside it what few of its hours need (a server of its own, workbooks, the seal of bundles), read
 * when it is first called for; preload and each thread as one CommonJS file: a sandboxed preload cannot load a second, and
 * a thread is started from its text.
 */
export function shellBuild(part: keyof typeof entries): InlineConfig {
  const input = entries[part]
  return {
    configFile: false,
    logLevel: 'warn',
    root: inRepository('.'),
    publicDir: false,
    plugins: [bundledLibraries(`out/${part}`)],
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: inRepository(`out/${part === 'kiosk-preload' ? 'preload' : part}`),
      emptyOutDir: part !== 'kiosk-preload', // it lies beside the desk's
      minify: part === 'preload' || part === 'kiosk-preload',
      rolldownOptions: {
        checks: quiet,
        input,
        external: ['electron'],
        output:
          part === 'main'
            ? { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'later/[name].js' }
            : { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}
