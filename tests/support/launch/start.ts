/** `npm start`: the built program on Electron if a binary is there, else in a Chromium window through the stand-in. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fetchElectron, fetchSeconds } from '../../../build/pack/fetch-electron'
import { findBrowser } from '../browser/find-browser'
import { findElectron } from '../browser/find-electron'
import { afterwards, howToStart, type FetchedElectron, type Start } from './how-to-start'

const projectFolder = path.resolve(import.meta.dirname, '../../..')
const main = path.join(projectFolder, 'out/main/index.js')

const start = await howToStart(
  {
    projectFolder,
    main: existsSync(main) ? main : undefined,
    electron: findElectron(),
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    fetchElectron: fetched,
    findBrowser: () => findBrowser({ headed: true }),
  },
  process.argv.slice(2),
)
process.exitCode = start.kind === 'run' ? await run(start) : complain(start.lines)

async function fetched(): Promise<FetchedElectron> {
  console.log(`No Electron binary yet: trying to download it, for ${fetchSeconds} s at most.`)
  const tried = await fetchElectron(process.env)
  const electron = tried.ok ? findElectron() : undefined
  if (electron !== undefined) return { ok: true, electron }
  return tried.ok ? { ok: false, why: 'its installer left none' } : tried
}

async function run({ command, args, env, says }: Extract<Start, { kind: 'run' }>): Promise<number> {
  if (says !== '') console.log(says)
  const child = spawn(command, args, { cwd: projectFolder, stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', ended => resolve(ended ?? 1))
  })
  complain(afterwards(code, process.env))
  return code
}

function complain(lines: readonly string[]): number {
  if (lines.length > 0) console.error(lines.join('\n'))
  return 1
}
