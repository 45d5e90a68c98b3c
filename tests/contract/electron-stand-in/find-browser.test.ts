import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { browserCandidates, findBrowser } from '../../support/browser/find-browser'
import { electronCandidates, findElectron } from '../../support/browser/find-electron'
import { namesNotFound } from '../../support/browser/missing-libraries'
import { putInPlace, unpackSparticuz } from '../../support/browser/unpack-sparticuz'

const folder = mkdtempSync(path.join(tmpdir(), 'find-browser-'))

function script(name: string, lines: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}

const onPosix = test.skipIf(process.platform === 'win32')

onPosix('CHROMIUM_PATH comes first and is really started', async () => {
  const executable = script('good', 'echo "Chromium 150.1.2.3 built on Debian"')
  const found = await findBrowser({ env: { CHROMIUM_PATH: executable } })
  expect(found).toMatchObject({ executable, version: '150.1.2.3', headedCapable: true })
})

onPosix('when none starts, the message names each one and why', async () => {
  const noLibraries = script('no-libraries', 'echo "error while loading shared libraries: libnss3.so" >&2; exit 127')
  const candidates = browserCandidates({ CHROMIUM_PATH: noLibraries }).filter(each =>
    each.source.startsWith('CHROMIUM'),
  )
  const missing = browserCandidates({ CHROMIUM_PATH: '/nowhere/chrome' }).slice(0, 1)
  const attempt = findBrowser({ candidates: [...candidates, ...missing] })
  await expect(attempt).rejects.toThrow(
    /no-libraries: .*libnss3\.so[\s\S]*\/nowhere\/chrome: not there[\s\S]*Set CHROMIUM_PATH/,
  )
})

test('the last resort is the packaged headless Chromium, never with its own unsafe arguments', async () => {
  expect(browserCandidates({}).at(-1)?.source).toBe('@sparticuz/chromium')
  const unpacked = await unpackSparticuz()
  expect(unpacked.args).toEqual(['--no-sandbox', '--no-zygote'])
  expect(existsSync(unpacked.executable)).toBe(true)
  await expect(
    findBrowser({ headed: true, candidates: [{ source: 'packaged', locate: () => unpackSparticuz() }] }),
  ).rejects.toThrow(/headless only/)
})

test('of several that unpack at once the first one’s browser stays where it is, and half a browser gives way', async () => {
  const place = path.join(folder, 'unpacked')
  const unpackedBy = (name: string, files: readonly string[]) => {
    const partial = path.join(folder, `unpacked.${name}`)
    mkdirSync(partial)
    for (const file of files) writeFileSync(path.join(partial, file), name)
    return partial
  }
  await putInPlace(unpackedBy('killed', ['chromium']), place)
  for (const name of ['first', 'second']) {
    const partial = unpackedBy(name, ['chromium', 'complete'])
    await putInPlace(partial, place)
    expect(existsSync(partial)).toBe(false)
    expect(readFileSync(path.join(place, 'chromium'), 'utf8')).toBe('first')
  }
})

onPosix('a host without libnss3 gets the libraries from the package', async () => {
  expect(namesNotFound('\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual(['libnss3.so'])
  const before = process.env.PATH
  script('ldd', 'printf "\\tlibnss3.so => not found\\n"')
  process.env.PATH = `${folder}:${before}`
  try {
    const { env, executable } = await unpackSparticuz()
    const libraries = env.LD_LIBRARY_PATH?.split(':')[0] ?? ''
    expect(existsSync(path.join(libraries, 'libnss3.so'))).toBe(true)
    const found = await findBrowser({
      candidates: [{ source: 'packaged', locate: async () => ({ executable, env, args: [], headedCapable: false }) }],
    })
    expect(found.version).toMatch(/^\d+\./)
  } finally {
    process.env.PATH = before
  }
})

test('an Electron binary is looked for where a person may have put it', () => {
  const dist = path.join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  expect(electronCandidates({ ELECTRON_EXE: '/opt/e/electron' })[0]).toBe(path.resolve('/opt/e/electron'))
  const [override] = electronCandidates({ ELECTRON_OVERRIDE_DIST_PATH: dist })
  writeFileSync(override!, '')
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: dist })).toBe(override)
})
