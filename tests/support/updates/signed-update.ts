import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runningKind, type RunningVersion } from '../../../electron/main/updates/judge-update'
import { newUpdateKey, type UpdateKey } from '../../../build/update-package/new-key'
import { makeUpdatePackage, signatureOf } from '../../../build/update-package/make-update-package'
import { makeZip, type MadeEntry } from '../documents/make-zip'

/** Whoever releases, in tests. */
export const releaser: UpdateKey = newUpdateKey()
export const stranger: UpdateKey = newUpdateKey()

export const running: RunningVersion = {
  product: 'cn.gov.records-desk',
  version: '0.2.0',
  highest: '0.2.0',
  platform: 'linux',
  arch: 'x64',
  kind: 'deb',
}

export const installer = Buffer.from('an installer, as far as tests are concerned\n'.repeat(50))
export const installerName = 'records-desk-0.3.0-linux-x64.deb'

export type Said = Record<string, unknown>

export const soundManifest = (): Said => ({
  format: 'records-desk-update',
  form: 1,
  product: 'cn.gov.records-desk',
  version: '0.3.0',
  replaces: '0.1.0',
  platform: 'linux',
  arch: 'x64',
  madeAt: '2026-11-20T08:00:00.000Z',
  notes: { zh: '修正打印边距', en: 'Print margins mended' },
  files: [fileOf(installerName, installer)],
})

export const fileOf = (name: string, bytes: Buffer) => ({
  name,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

export interface Making {
  /** Text of the manifest; that of the sound one where nothing is said. */
  readonly text?: string | Buffer
  readonly key?: UpdateKey
  readonly signature?: string | null
  /** In place of the installer, or with it. */
  readonly files?: readonly MadeEntry[]
}

export const entry = (name: string, data: Buffer): MadeEntry => ({ name, data })

/** A package as a stick would bring it: sound unless something else is said. */
export function packageOf({
  text = JSON.stringify(soundManifest()),
  key = releaser,
  signature,
  files,
}: Making = {}): Buffer {
  const manifest = typeof text === 'string' ? Buffer.from(text) : text
  const signed = signature === undefined ? signatureOf(manifest, key.privateKey) : signature
  return makeZip([
    entry('manifest.json', manifest),
    ...(signed === null ? [] : [entry('manifest.sig', Buffer.from(signed))]),
    ...(files ?? [entry(`files/${installerName}`, installer)]),
  ])
}

/** Signed as it should be, and saying something else. */
export const saying = (part: Said, files?: readonly MadeEntry[]): Buffer =>
  packageOf({ text: JSON.stringify({ ...soundManifest(), ...part }), ...(files ? { files } : {}) })

/** As a release would make one, far ahead of the program that runs, for the system that the tests run on and of its kind. */
export function packageForThisMachine(folder: string, privateKey: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true })
  const made = path.join(folder, installerHere)
  fs.writeFileSync(made, 'an installer')
  return makeUpdatePackage({
    installer: made,
    about: {
      product: 'cn.gov.records-desk',
      ...{ version: '99.0.0', replaces: '0.0.0' },
      ...{
        platform: process.platform === 'win32' ? 'win32' : 'linux',
        arch: process.arch === 'arm64' ? 'arm64' : 'x64',
      },
      notes: { zh: '修正打印边距', en: 'Print margins mended' },
    },
    madeAt: new Date('2026-09-01T08:00:00Z'),
    privateKey,
    out: path.join(folder, 'stick'),
  })
}

/** A program that is no AppImage takes a deb, and on Windows an exe. */
export const installerHere = `setup-x64.${runningKind(process.platform, undefined)}`
