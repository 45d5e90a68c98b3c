import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageFolderOf } from '../../../build/pack/bundled-libraries'
import { gatherLicences, licenceFile } from '../../../build/pack/licences'

let root: string
beforeAll(() => (root = fs.mkdtempSync(path.join(os.tmpdir(), 'licences-'))))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

function packageWith(name: string, license: string | undefined, files: Readonly<Record<string, string>>): string {
  const folder = path.join(root, 'node_modules', name)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }))
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  return folder
}
const own = () => path.join(root, 'own')

test('texts are gathered from the package, its parts, its README, or beside the program, each once', () => {
  fs.mkdirSync(own(), { recursive: true })
  fs.writeFileSync(path.join(own(), '@d__forgot.txt'), 'MIT, kept by us')
  const found = gatherLicences(
    [
      packageWith('b', 'MIT', { LICENSE: 'the same text', 'wasm/LICENSE_JBIG2': 'of a decoder' }),
      packageWith('a', 'Apache-2.0', { 'LICENSE.md': 'the same text', 'LICENSES/Apache-2.0.txt': 'long' }),
      packageWith('c', 'MIT', { 'README.md': '# c\n## License\nPermission is hereby granted' }),
      packageWith('@d/forgot', 'MIT', {}),
    ],
    own(),
  )
  expect(found.map(({ name }) => name)).toEqual(['@d/forgot', 'a', 'b', 'c'])
  const text = licenceFile(found)
  expect(text.match(/the same text/g)).toHaveLength(1)
  for (const part of ['of a decoder', 'long', 'Permission is hereby granted', 'MIT, kept by us'])
    expect(text).toContain(part)
})

test.each([
  ['says no licence', undefined, { LICENSE: 'x' }, /says no licence/],
  ['is under one that nobody allowed', 'GPL-3.0', { LICENSE: 'x' }, /under GPL-3.0/],
  ['brings no text', 'MIT', { 'README.md': '## License\nMIT' }, /brings no text/],
])('a package that %s stops the build', (name, license, files, words) => {
  const folder = packageWith(name.replaceAll(' ', '-'), license, files)
  expect(() => gatherLicences([folder], own())).toThrow(words)
})

test.each([
  ['/x/node_modules/react/index.js', '/x/node_modules/react'],
  ['/x/node_modules/@a/b/c.css?used', '/x/node_modules/@a/b'],
  ['\0/x/node_modules/a/node_modules/b/i.js?commonjs', '/x/node_modules/a/node_modules/b'],
  ['/x/node_modules/.vite/deps/a.js', null],
  ['/x/shared/a.ts', null],
  ['\0rolldown/runtime.js', null],
])('%s belongs to %s', (id, folder) => expect(packageFolderOf(id)).toBe(folder))
