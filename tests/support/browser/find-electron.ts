import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The Electron binary, if this machine has one. Never downloads: `require('electron')` would try to. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return electronCandidates(env).find(file => existsSync(file))
}

export function electronCandidates(env: NodeJS.ProcessEnv): string[] {
  const name = executableName()
  const candidates: string[] = []
  if (env.ELECTRON_EXE) candidates.push(path.resolve(env.ELECTRON_EXE))
  if (env.ELECTRON_OVERRIDE_DIST_PATH) candidates.push(path.resolve(env.ELECTRON_OVERRIDE_DIST_PATH, name))
  const folder = packageFolder()
  if (folder) candidates.push(path.join(folder, 'dist', namedInPathTxt(folder) ?? name))
  return candidates
}

function packageFolder(): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

function namedInPathTxt(folder: string): string | undefined {
  const file = path.join(folder, 'path.txt')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return 'electron'
}
