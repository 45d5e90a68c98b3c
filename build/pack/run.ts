/**
 * npm run dist [-- --linux --win] [--stand-in] [--for-tests] [--out DIR]: the installers of this version, into dist/. Where
 * Electron cannot be downloaded it packs against a stand-in instead, says so, and makes no installer. `--for-tests` ends at the
 * unpacked folder, with a binary that the end-to-end tests can drive.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pinnedUpdateKeys } from '../../electron/main/updates/pinned-keys'
import { fetchElectron, fetchSeconds } from './fetch-electron'
import { pack } from './pack'

const root = path.resolve(import.meta.dirname, '../..')
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  args: process.argv.slice(2).filter(argument => argument !== '--'),
  options: {
    linux: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    'stand-in': { type: 'boolean', default: false },
    'for-tests': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
})
const asked = [...(values.linux ? (['linux'] as const) : []), ...(values.win ? (['win'] as const) : [])]
const platforms = asked.length > 0 ? asked : ([process.platform === 'win32' ? 'win' : 'linux'] as const)
const output = path.resolve(values.out)

if (pinnedUpdateKeys.length === 0)
  say(
    'No update key is pinned (electron/main/updates/pinned-keys.ts): what is packed now will take no update packages.',
  )

const isStandIn = values['stand-in'] || !(await canHaveElectron())
try {
  const made = await pack({ root, output, platforms, isStandIn, isForTests: values['for-tests'] })
  if (isStandIn) tellStandIn()
  else made.forEach(file => say(`made ${file}`))
} catch (cause) {
  say(cause instanceof Error ? cause.message : String(cause))
  if (!isStandIn)
    say('Electron was to be had, and one of the tools that make installers (makensis, fpm, AppImage) was not.')
  process.exitCode = 1
}

async function canHaveElectron(): Promise<boolean> {
  say(`Looking for Electron, ${fetchSeconds} s at most.`)
  const fetched = await fetchElectron(process.env)
  if (fetched.ok) return true
  say(`No Electron here: ${fetched.why}.`)
  return false
}

function tellStandIn(): void {
  say(`Packed against a stand-in of Electron into ${output}: folders to look at, and no program that runs.`)
  say('Not made, because Electron, makensis, appimagetool and fpm are downloads: the installers (nsis, AppImage, deb).')
  say('On a machine that reaches the download servers, or a mirror of them (ELECTRON_MIRROR,')
  say(
    'ELECTRON_BUILDER_BINARIES_MIRROR), the same command makes them; then ELECTRON_EXE=dist/… npm run e2e tries the result.',
  )
}
