import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { bundledLibraries } from './pack/bundled-libraries'
import { antdUnderStrictCsp } from './antd-under-strict-csp'
import { firstAndLater } from './first-and-later'
import { firstPageWithout } from './first-page-without'
import { guidePages } from './guide/guide-pages-plugin'
import { openedAtOnce } from './opened-at-once'
import { onlyWoff2 } from './only-woff2'
import { ownWords } from './own-words'
import { pdfDecoders } from './pdf-decoders'

/** The text in built pages that the server of the page replaces with a fresh nonce on every load. */
export const NONCE_PLACEHOLDER = '__NONCE__'

export interface RenderedPage {
  readonly root: string
  readonly outDir: string
  /** Features that may be in the page's first files; all of them where nothing is said. */
  readonly firstFeatures?: readonly string[]
  /** The module that draws the page, where its entry only starts what can be done before; its entry where nothing is said. */
  readonly opener?: RegExp
}

/** How long each plugin took is not what whoever builds the program came for. */
export const quiet = { pluginTimings: false } as const

/** One build recipe for every window page: desk, kiosk and the gallery. */
export function rendererBuild(page: RenderedPage): InlineConfig {
  return {
    root: inRepository(page.root),
    base: '/',
    configFile: false,
    html: { cspNonce: NONCE_PLACEHOLDER },
    plugins: [
      ...[react(), antdUnderStrictCsp(), onlyWoff2(), pdfDecoders(), guidePages(), bundledLibraries(page.outDir)],
      page.firstFeatures ? firstPageWithout(page.firstFeatures, page.opener) : null,
      page.opener ? openedAtOnce(page.opener) : null,
      ownWords(),
    ],
    worker: { format: 'es', plugins: () => [bundledLibraries(page.outDir)] },
    build: {
      outDir: inRepository(page.outDir),
      emptyOutDir: true,
      target: 'chrome138',
      minify: true,
      assetsInlineLimit: 0,
      // One sheet: which rule wins does not depend on which desk was opened first.
      cssCodeSplit: false,
      rolldownOptions: { checks: quiet, output: { codeSplitting: { groups: firstAndLater(page.opener) } } },
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 3_500, // kB: the workers that draw papers and read scans carry a library each
    },
  }
}

const inRepository = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
