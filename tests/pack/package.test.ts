import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { Arch } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { configuration } from '../../build/pack/configuration'
import { drivableFuses, fuses } from '../../build/pack/fuses'
import { pack, targetsOf } from '../../build/pack/pack'
import { givenElectron } from '../../build/pack/given-electron'
import { makeStandInDist } from '../../build/pack/stand-in-dist'
import { bringElectron } from '../support/pack/named-electron'

const root = path.resolve(import.meta.dirname, '../..')
const output = fs.mkdtempSync(path.join(os.tmpdir(), 'pack-'))
const unpacked = { linux: path.join(output, 'linux-unpacked'), win: path.join(output, 'win-unpacked') } as const
const binaries = {
  linux: path.join(unpacked.linux, 'records-desk'),
  win: path.join(unpacked.win, 'Records Desk.exe'),
} as const

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production') // as whoever releases may have it, and as Vite leaves it: npm then forgets what is bundled
  await pack({ root, output, platforms: ['linux', 'win'], isStandIn: true })
})
afterAll(() => {
  vi.unstubAllEnvs()
  fs.rmSync(output, { recursive: true, force: true })
})

const asarOf = (platform: 'linux' | 'win') => path.join(unpacked[platform], 'resources/app.asar')
const inAsar = (platform: 'linux' | 'win') =>
  listPackage(asarOf(platform), { isPack: false }).map(name => name.replaceAll('\\', '/'))
const packed = (name: string): string => extractFile(asarOf('linux'), name).toString()

describe.each(['linux', 'win'] as const)('packed for %s', platform => {
  test('the asar holds the built program and nothing beside it', () => {
    const names = inAsar(platform)
    for (const needed of [
      ...['/package.json', '/out/main/index.js', '/out/preload/desk-preload.cjs', '/out/preload/kiosk-preload.cjs'],
      ...['/out/reader-thread/reader-thread.cjs', '/out/check-thread/check-thread.cjs'],
      ...['/out/renderer/desk/index.html', '/out/renderer/kiosk/index.html'],
    ])
      expect(names, needed).toContain(needed)
    const main = packed('out/main/index.js')
    const later = [...main.matchAll(/import\("\.\/(later\/[^"]+)"\)/g)].map(([, name]) => `/out/main/${name}`)
    expect(later.length).toBeGreaterThan(2)
    expect(names).toEqual(expect.arrayContaining(later)) // what main reads when it is called for
    const allowed = /^\/(package\.json|out(\/(main|preload|reader-thread|check-thread|renderer)(\/.*)?)?)$/
    expect(names.filter(name => !allowed.test(name))).toEqual([])
    expect(names.filter(name => /node_modules|\.map$|\.ts$|\.env|\.pem$/.test(name))).toEqual([])
  })

  test('all nine fuses are what build/pack/fuses.ts says', async () => {
    const wire = await getCurrentFuseWire(binaries[platform])
    const options = Object.values(FuseV1Options).filter(option => typeof option === 'number')
    expect(options).toHaveLength(9)
    for (const option of options)
      expect(wire[option], FuseV1Options[option]).toBe(fuses[option] ? FuseState.ENABLE : FuseState.DISABLE)
  })

  test('licences and the bill of materials lie beside it', () => {
    const folder = path.join(unpacked[platform], 'resources/licences')
    expect(fs.readdirSync(folder).sort()).toEqual(['LICENSE.txt', 'sbom.cdx.json', 'third-party.txt'])
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(fs.existsSync(path.join(unpacked[platform], name)), name).toBe(true)
    // The licence file sends its reader to that one.
    expect(fs.readFileSync(path.join(folder, 'third-party.txt'), 'utf8')).toContain('LICENSES.chromium.html')
  })

  test('only the two languages of the program are kept of Chromium’s', () => {
    expect(fs.readdirSync(path.join(unpacked[platform], 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })
})

test('package.json in the asar starts the program and has no dependencies', () => {
  const said = JSON.parse(packed('package.json')) as Record<string, unknown>
  const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  expect(said).toMatchObject({ name: 'records-desk', version: own.version, main: 'out/main/index.js' })
  expect(Object.keys(said)).not.toContain('dependencies')
  expect(Object.keys(said)).not.toContain('devDependencies')
  expect(Object.keys(said)).not.toContain('scripts')
})

test('the bill of materials names every bundled package with its checksum, and Electron', () => {
  const bom = JSON.parse(fs.readFileSync(path.join(unpacked.linux, 'resources/licences/sbom.cdx.json'), 'utf8')) as {
    bomFormat: string
    specVersion: string
    serialNumber?: string
    metadata: { component: { name: string; type: string } }
    components: { name: string; version: string; purl: string; hashes?: { alg: string; content: string }[] }[]
    dependencies: { ref: string; dependsOn: string[] }[]
  }
  const bundled = JSON.parse(fs.readFileSync(path.join(root, 'out/licences/bundled.json'), 'utf8')) as {
    name: string
  }[]
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'records-desk', type: 'application' } },
  })
  expect(bom.serialNumber).toBeUndefined() // the same tree, the same file
  const names = new Set(bom.components.map(({ name }) => name))
  expect([...bundled.map(({ name }) => name), 'electron'].filter(name => !names.has(name))).toEqual([])
  for (const wanted of ['antd', 'dexie', 'react', '@cantoo/pdf-lib', '@fontsource/noto-sans-sc', 'electron'])
    expect(names, wanted).toContain(wanted)
  for (const unwanted of ['eslint', 'vitest', 'kysely', 'pg']) expect(names, unwanted).not.toContain(unwanted)
  for (const { name, purl, hashes } of bom.components) {
    expect(purl, name).toMatch(/^pkg:npm\//)
    expect(hashes?.[0], name).toMatchObject({ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) })
  }
  console.log(`${bom.components.length} components in the bill of materials (CycloneDX ${bom.specVersion})`)
})

test('the licence file carries the text for every bundled package and both fonts', () => {
  const text = fs.readFileSync(path.join(unpacked.linux, 'resources/licences/third-party.txt'), 'utf8')
  const bundled = JSON.parse(fs.readFileSync(path.join(root, 'out/licences/bundled.json'), 'utf8')) as {
    name: string
    version: string
  }[]
  const [, ...texts] = text.split('='.repeat(100))
  for (const { name, version } of bundled)
    expect(
      texts.some(part => part.split('-'.repeat(100))[0]!.includes(`${name} ${version} (`)),
      name,
    ).toBe(true)
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1')
  expect(fs.readFileSync(path.join(unpacked.linux, 'resources/licences/LICENSE.txt'), 'utf8')).toContain(
    'Apache License',
  )
})

test('the desktop of Linux is told the name, the icons and both kinds of files, each once', () => {
  const folder = path.join(output, 'desktop-entry')
  const entry = fs.readFileSync(path.join(folder, 'records-desk.desktop'), 'utf8').split('\n')
  for (const line of ['Name=Records Desk', 'Name[zh_CN]=公开查阅台', 'Icon=records-desk', 'Categories=Office;'])
    expect(entry, line).toContain(line)
  expect(entry).toContain('MimeType=application/vnd.records-desk.bundle;application/vnd.records-desk.update;')
  expect(entry.find(line => line.startsWith('Exec='))).toMatch(/records-desk %U$/)
  const kinds = fs.readFileSync(path.join(folder, 'records-desk.mime.xml'), 'utf8')
  expect(kinds.match(/glob pattern="[^"]+"/g)).toEqual(['glob pattern="*.rdbundle"', 'glob pattern="*.rdupdate"'])
  expect(fs.readdirSync(path.join(folder, 'icons')).map(name => parseInt(name))).toEqual(
    expect.arrayContaining([16, 24, 32, 48, 64, 128, 256, 512]),
  )
})

test('the program of Windows has its name, its version, our icon and the seal of its asar', () => {
  const resources = NtExecutableResource.from(NtExecutable.from(fs.readFileSync(binaries.win)))
  const [info] = Resource.VersionInfo.fromEntries(resources.entries)
  const [language] = info!.getAllLanguagesForStringValues()
  expect(info!.getStringValues(language!)).toMatchObject({ ProductName: 'Records Desk' })
  const [icons] = Resource.IconGroupEntry.fromEntries(resources.entries)
  expect(icons!.icons.map(({ width }) => width || 256)).toEqual([16, 24, 32, 48, 64, 256])
  const seal = resources.entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  const [sealed] = JSON.parse(Buffer.from(seal!.bin).toString()) as { file: string; alg: string; value: string }[]
  expect(sealed).toMatchObject({
    file: 'resources\\app.asar',
    alg: 'SHA256',
    value: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('what the end-to-end tests drive differs in the name of its file and in one fuse', () => {
  const forTests = configuration({ root, output, isStandIn: false, isForTests: true })
  expect(forTests).toMatchObject({ linux: { executableName: 'electron' }, win: { executableName: 'electron' } })
  expect(configuration({ root, output, isStandIn: false })).not.toHaveProperty('linux')
  const changed = Object.entries(drivableFuses).filter(
    ([name, value]) => value !== fuses[Number(name) as FuseV1Options],
  )
  expect(changed.filter(([name]) => /^\d$/.test(name))).toEqual([
    [String(FuseV1Options.EnableNodeCliInspectArguments), true],
  ])
})

test('an Electron that was brought is packed in place of one that is downloaded, without its own program', async () => {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
  const folder = bringElectron(path.join(output, 'brought'), { version: devDependencies.electron, arch: 'arm64' })
  fs.writeFileSync(path.join(folder, 'LICENSES.chromium.html'), 'those of the Chromium that was brought')
  const given = givenElectron(folder, devDependencies.electron)
  if (!given.ok) throw new Error(given.why)
  const what = { root, output: path.join(output, 'of-brought'), platforms: ['linux'], given: given.value } as const
  await pack({ ...what, isStandIn: false, isForTests: true })
  const made = path.join(what.output, 'linux-arm64-unpacked')
  expect(fs.readFileSync(path.join(made, 'LICENSES.chromium.html'), 'utf8')).toContain('that was brought')
  expect(fs.readdirSync(path.join(made, 'resources')).sort()).toEqual(['app.asar', 'licences'])
  expect((await getCurrentFuseWire(path.join(made, 'electron')))[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
  // Handed out, it is made into every installer of its system, and for no other processor.
  const released = targetsOf('linux', { ...what, isStandIn: false })
  expect([...released.values()].map(byArch => [...byArch])).toEqual([[[Arch.arm64, ['AppImage', 'deb']]]])
})

test('planted: a binary whose wire has another number of fuses is refused, and so is one without a wire', async () => {
  const folder = path.join(output, 'planted')
  makeStandInDist(folder, { platform: 'linux', version: '45.4.1' })
  const binary = path.join(folder, 'electron')
  const bytes = fs.readFileSync(binary)
  const at = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const longer = Buffer.concat([bytes, Buffer.from('1')])
  longer[at + 33] = 10
  fs.writeFileSync(binary, longer)
  await expect(flipFuses(binary, fuses)).rejects.toThrow(/10 fuses/)
  fs.writeFileSync(binary, bytes.subarray(0, at))
  await expect(flipFuses(binary, fuses)).rejects.toThrow(/sentinel/)
})
