import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'

const inRepository = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Main as one ES module, the preload as one CommonJS file: a sandboxed preload cannot load a second. */
export function shellBuild(part: 'main' | 'preload'): InlineConfig {
  const input =
    part === 'main'
      ? { index: inRepository('electron/main/index.ts') }
      : { 'desk-preload': inRepository('electron/preload/desk-preload.ts') }
  return {
    configFile: false,
    logLevel: 'warn',
    root: inRepository('.'),
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: inRepository(`out/${part}`),
      emptyOutDir: true,
      minify: part === 'preload',
      rolldownOptions: {
        input,
        external: ['electron'],
        output:
          part === 'main'
            ? { format: 'es', entryFileNames: '[name].js', codeSplitting: false }
            : { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}
