import { FuseV1Options } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { fuses } from '../../../../build/pack/fuses'
import { read } from './of-the-product'

const expectedFuses = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
] as const

describe('the 20 points of the checklist of Electron', () => {
  test('16 Electron is one exact version, locked with its digest', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version: string; integrity?: string }>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    const locked = packages['node_modules/electron']
    expect(locked?.version).toBe(devDependencies['electron'])
    expect(locked?.integrity).toMatch(/^sha512-/)
    expect(read('docs/hardening.md')).toContain(`Electron ${locked!.version}`)
  })

  test.each([...expectedFuses])('19 fuse %s is set to %s', (name, value) => {
    expect(fuses[FuseV1Options[name]]).toBe(value)
  })

  test('19 there is a row for every fuse, and packing fails where Electron has grown another', () => {
    const known = Object.keys(FuseV1Options).filter(name => /^[A-Z]/.test(name))
    expect(expectedFuses.map(([name]) => name as string).sort()).toEqual(known.sort())
    expect(expectedFuses).toHaveLength(9)
    expect(fuses.strictlyRequireAllFuses).toBe(true)
  })
})
