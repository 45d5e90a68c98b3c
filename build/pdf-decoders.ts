import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

const decoders = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'] as const

/**
 * pdf.js asks for its picture decoders and for the tables of Chinese character codes (CMaps) by name, next to each other;
 * a bundler would give them names of its own.
 */
export function pdfDecoders(): Plugin {
  return {
    name: 'pdf-decoders',
    apply: 'build',
    generateBundle() {
      const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      const emit = (from: string, name: string) =>
        this.emitFile({
          type: 'asset',
          fileName: `pdf-decoders/${name}`,
          source: fs.readFileSync(path.join(folder, from, name)),
        })
      for (const name of decoders) emit('wasm', name)
      const maps = fs.readdirSync(path.join(folder, 'cmaps')).filter(name => name.endsWith('.bcmap'))
      for (const name of maps) emit('cmaps', name)
    },
  }
}
