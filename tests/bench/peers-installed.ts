import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: true }>>
}

/** Peers have a lockfile of their own, so that npm ci of the product stays small. Ends the program where they cannot be had. */
export function installPeers(): void {
  const here = import.meta.dirname
  const wanted = lockfile(path.join(here, 'package-lock.json'))
  if (wanted && areThere(wanted, lockfile(path.join(here, 'node_modules/.package-lock.json')))) return
  console.log('installing the peers of the benches')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
  if (done.status !== 0) process.exit(1)
}

/** By what is installed, not by the age of a file, which every checkout renews. Optional ones may be missing. */
export function areThere({ packages }: Lockfile, installed: Lockfile | null): boolean {
  return Object.entries(packages)
    .filter(([name, { optional }]) => name !== '' && !optional)
    .every(([name, { version }]) => installed?.packages[name]?.version === version)
}

function lockfile(file: string): Lockfile | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Lockfile) : null
}
