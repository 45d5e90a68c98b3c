import path from 'node:path'
import { bundleForNode, projectFolder } from './bundle-for-node'

const sources = 'tests/support/electron-stand-in'
const bundle = path.join(projectFolder, '.cache/built/electron-stand-in')

/**
 * The stand-in as files that Node reads by itself. Compiling its sources and reading the source map of main cost each start
 * a second and a half of processor time, and the suite starts the program some hundred and fifty times.
 */
export const buildStandIn = (): Promise<void> =>
  bundleForNode({ files: ['run', 'electron-module'].map(name => `${sources}/${name}.ts`), outDir: bundle })

/** Arguments for Node that stand for `electron out/main/index.js`, once `npm run build` has made both. */
export const builtStandIn = (): string[] => [path.join(bundle, 'run.mjs')]

/** The same from the sources, for a main file that is TypeScript itself. */
export const standInFromSources = (): string[] => ['--import', 'tsx', path.join(projectFolder, sources, 'run.ts')]
