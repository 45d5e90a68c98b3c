import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Main (ESM) and preload (one CommonJS file: a sandboxed preload cannot load a second). `--mode` chooses which. */
export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload'
  return {
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: isPreload ? 'out/preload' : 'out/main',
      emptyOutDir: true,
      minify: isPreload,
      rolldownOptions: {
        input: isPreload ? { 'desk-preload': at('electron/preload/desk-preload.ts') } : { index: at('electron/main/index.ts') },
        external: ['electron'],
        output: isPreload
          ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  }
})
