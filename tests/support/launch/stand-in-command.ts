import path from 'node:path'
import { builtScript } from './built-script'
import { bundleForNode, projectFolder } from './bundle-for-node'

const [run, electronModule] = ['run', 'electron-module'].map(name => `tests/support/electron-stand-in/${name}.ts`) as [
  string,
  string,
]
const bundle = path.join(projectFolder, '.cache/built/electron-stand-in')

/**
 * The stand-in as files that Node reads by itself. Compiling its sources and reading the source map of main cost each start
 * a second and a half of processor time, and the suite starts the program some hundred and fifty times.
 */
export const buildStandIn = (): Promise<void> => bundleForNode({ files: [run, electronModule], outDir: bundle })

/** Arguments for Node that stand for `electron out/main/index.js`, once `npm run build` has made both. */
export const builtStandIn = (): string[] => [path.join(bundle, 'run.mjs')]

/** The same for another main file: from the sources as they are now, whatever was built before. */
export const standInOfNow = async (): Promise<string[]> => [await builtScript(run, electronModule)]
