import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'

/** A program of the tests as one file that Node starts by itself: a run that starts it a thousand times reads it once. */
export async function bundleForNode(entry: string): Promise<{ readonly file: string; drop(): void }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bundled-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve(import.meta.dirname, '../../..'),
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ...{ ssr: entry, outDir: folder, emptyOutDir: false, target: 'node20', minify: false },
      rolldownOptions: { output: { entryFileNames: 'program.mjs', codeSplitting: false } },
    },
  })
  return { file: path.join(folder, 'program.mjs'), drop: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
