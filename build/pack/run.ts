/**
 * npm run dist [-- --linux --win] [--stand-in] [--for-tests] [--without-update-key] [--out DIR]: the installers of this version,
 * into dist/. Where Electron cannot be downloaded it packs against a stand-in instead, says so, and makes no installer.
 * ELECTRON_OVERRIDE_DIST_PATH names a folder with an Electron to pack. `--for-tests` ends at the unpacked folder, with a binary
 * that the end-to-end tests can drive.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pinnedUpdateKeys } from '../../electron/main/updates/pinned-keys'
import { closingWords } from './closing-words'
import { fetchElectron, fetchSeconds } from './fetch-electron'
import { planPacking } from './packing-plan'

const root = path.resolve(import.meta.dirname, '../..')
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  args: process.argv.slice(2).filter(argument => argument !== '--'),
  options: {
    linux: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    'stand-in': { type: 'boolean', default: false },
    'for-tests': { type: 'boolean', default: false },
    'without-update-key': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
})
const output = path.resolve(values.out)
const isForTests = values['for-tests']
const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  devDependencies: { electron: string }
}

const plan = await planPacking(
  {
    ...{ linux: values.linux, win: values.win, isStandIn: values['stand-in'] },
    ...{ isForTests, isWithoutUpdateKey: values['without-update-key'] },
  },
  {
    ...{ env: process.env, host: process.platform },
    ...{ lockedVersion: devDependencies.electron, pinnedKeys: pinnedUpdateKeys },
    fetchElectron: () => {
      say(`Looking for Electron, ${fetchSeconds} s at most.`)
      return fetchElectron(process.env)
    },
  },
)
plan.says.forEach(say)
if (plan.kind === 'stop') process.exitCode = 1
else
  try {
    const { platforms, isStandIn, given } = plan
    const { pack } = await import('./pack') // with it all of electron-builder, and a reason to stop is told at once
    const made = await pack({ root, output, platforms, isStandIn, given, isForTests })
    closingWords({ output, isStandIn, isForTests, made, platforms, arch: given?.arch ?? 'x64' }).forEach(say)
  } catch (cause) {
    say(cause instanceof Error ? cause.message : String(cause))
    if (!plan.isStandIn)
      say('Electron was to be had, and one of the tools that make installers (makensis, fpm, AppImage) was not.')
    process.exitCode = 1
  }
