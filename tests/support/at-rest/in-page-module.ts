import path from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'

/**
 * A TypeScript module of the tests, bundled with what it imports, to be run inside a page of the program. The product
 * carries no hook for it: the bundle goes in through DevTools, as a function body that ends with the page.
 */
export interface InPageModule {
  call<Result>(page: Page, name: string, argument?: unknown): Promise<Result>
}

export async function bundleForPage(file: string): Promise<InPageModule> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve(import.meta.dirname, '../../..'),
    publicDir: false,
    build: {
      write: false,
      target: 'chrome138',
      minify: false,
      lib: { entry: file, formats: ['iife'], name: 'inPageModule' },
    },
  })
  const [{ output }] = [made].flat() as unknown as [{ output: readonly { readonly code: string }[] }]
  const { code } = output[0]!
  return {
    call: (page, name, argument) =>
      page.evaluate(
        `(() => { ${code}\nreturn inPageModule[${JSON.stringify(name)}](${JSON.stringify(argument) ?? ''}) })()`,
      ),
  }
}
