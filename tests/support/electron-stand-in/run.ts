/** `node …/electron-stand-in/run.mjs out/main/index.js [args]` (built: tests/support/launch/stand-in-command.ts) stands for `electron out/main/index.js`. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const main = path.resolve(process.argv[2] ?? 'out/main/index.js')
// As Electron shows it to main: argv[0] the program, argv[1] the main file.
process.argv.splice(1, 2, main)
process.env.ELECTRON_STANDIN = '1'
Object.assign(process, { resourcesPath: path.dirname(main), type: 'browser', defaultApp: true })
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '0.0.0-stand-in' } })

const { resolveElectronToStandIn } = await import('./resolve-electron')
const electron = await import('./electron-module')
resolveElectronToStandIn(electron)

const { startProgram } = await import('./start-program')
// Electron raises 'ready' only after the main module has been evaluated.
await import(pathToFileURL(main).href)
await startProgram(electron)
