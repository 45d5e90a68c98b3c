/** `npm start`: the built program on Electron if a binary is there, else in a Chromium window through the stand-in. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from '../browser/find-browser'
import { findElectron } from '../browser/find-electron'

const projectFolder = path.resolve(import.meta.dirname, '../../..')
const main = path.join(projectFolder, 'out/main/index.js')
const args = process.argv.slice(2)

process.exitCode = await start()

async function start(): Promise<number> {
  if (!existsSync(main)) return explain('The program is not built yet. Run `npm run build` first.')
  const electron = findElectron()
  if (electron) return run(electron, [main, ...args])
  if (!hasDisplay()) {
    return explain(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can be opened.',
      'Set DISPLAY, or see the program at work without one: `npm run demo`, or the tests: `npm test`.',
    )
  }
  try {
    const browser = await findBrowser({ headed: true })
    console.log(`No Electron binary: opening in ${browser.source} (${browser.version}) through the Electron stand-in.`)
    const runner = path.join(projectFolder, 'tests/support/electron-stand-in/run.ts')
    const env = { STANDIN_HEADED: '1', CHROMIUM_PATH: browser.executable }
    return await run(process.execPath, ['--import', 'tsx', runner, main, ...args], env)
  } catch (error) {
    return explain(
      'There is no Electron binary and no browser that can open a window.',
      'Install the binary (`npx install-electron`), or point ELECTRON_EXE at one, or CHROMIUM_PATH at Chrome or Chromium.',
      error instanceof Error ? error.message : String(error),
    )
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function run(command: string, commandArgs: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(command, commandArgs, { cwd: projectFolder, stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

function explain(...lines: string[]): number {
  console.error(lines.join('\n'))
  return 1
}
