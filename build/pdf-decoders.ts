import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

const decoders = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'] as const

/** pdf.js asks for its picture decoders by name, next to each other; a bundler would give them names of its own. */
export function pdfDecoders(): Plugin {
  return {
    name: 'pdf-decoders',
    apply: 'build',
    generateBundle() {
      const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm')
      for (const name of decoders) {
        const source = fs.readFileSync(path.join(folder, name))
        this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}`, source })
      }
    },
  }
}
