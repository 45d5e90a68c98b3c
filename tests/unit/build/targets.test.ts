import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Target {
  readonly target: string
  readonly arch: readonly string[]
}

test('installers are made for the systems that offices have, and a package on a stick needs no server', () => {
  const said = parse(fs.readFileSync('electron-builder.yml', 'utf8')) as {
    publish: null
    linux: { target: readonly Target[] }
    win: { target: readonly Target[] }
    nsis: { perMachine: boolean; deleteAppDataOnUninstall: boolean }
    fileAssociations: readonly { ext: string }[]
  }
  const named = (targets: readonly Target[]) =>
    targets.flatMap(({ target, arch }) => arch.map(one => `${target} ${one}`)).sort()
  expect(named(said.win.target)).toEqual(['nsis x64'])
  expect(named(said.linux.target)).toEqual(['AppImage arm64', 'AppImage x64', 'deb arm64', 'deb x64'])
  expect(said.fileAssociations.map(({ ext }) => ext)).toEqual(['rdbundle', 'rdupdate'])
  expect(said.nsis).toMatchObject({ perMachine: true, deleteAppDataOnUninstall: false })
  expect(said.publish).toBeNull()
})
