import path from 'node:path'
import { build } from 'vite'

const projectFolder = path.resolve(import.meta.dirname, '../../..')
const sources = path.join(projectFolder, 'tests/support/electron-stand-in')
/** As deep in the project as the sources, which look for packages from where they lie. */
const bundle = path.join(projectFolder, '.cache/built/electron-stand-in')

/**
 * The stand-in as files that Node reads by itself. Compiling its sources and reading the source map of main cost each start
 * a second and a half of processor time, and the suite starts the program some hundred and fifty times.
 */
export async function buildStandIn(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectFolder,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir: bundle, emptyOutDir: true, target: 'node20', minify: false, copyPublicDir: false },
      rolldownOptions: {
        input: ['run', 'electron-module'].map(name => path.join(sources, `${name}.ts`)),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}

/** Arguments for Node that stand for `electron out/main/index.js`, once `npm run build` has made both. */
export const builtStandIn = (): string[] => [path.join(bundle, 'run.mjs')]

/** The same from the sources, for a main file that is TypeScript itself. */
export const standInFromSources = (): string[] => ['--import', 'tsx', path.join(sources, 'run.ts')]
