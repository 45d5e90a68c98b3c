import fs from 'node:fs'
import path from 'node:path'
import { sign } from 'node:crypto'
import type { UpdateFault } from '#shared/contracts/update-problem'
import type { MadeEntry } from '../documents/make-zip'
import {
  entry,
  fileOf,
  installer,
  installerName,
  packageOf,
  releaser,
  saying,
  soundManifest,
  stranger,
} from './signed-update'

export interface HostileUpdate {
  readonly name: string
  readonly fault: UpdateFault
  /** Bytes of the file, or where it lies. */
  readonly from: Buffer | string
}

/** Everything that somebody may put on a stick, or that may happen to it on the way. */
export function hostileUpdates(folder: string): readonly HostileUpdate[] {
  return [...files(folder), ...zips(), ...signatures(), ...statements(), ...contents(), ...suitability()]
}

const one = (name: string, fault: UpdateFault, from: Buffer | string): HostileUpdate => ({ name, fault, from })
const file = (name = installerName, data = installer): MadeEntry => entry(`files/${name}`, data)
const changed = (bytes: Buffer, at: number): Buffer<ArrayBuffer> => {
  const copy = Buffer.from(bytes)
  copy[at] = copy[at]! ^ 0x01
  return copy
}

function files(folder: string): HostileUpdate[] {
  const huge = path.join(folder, 'huge.rdupdate')
  fs.closeSync(fs.openSync(huge, 'w'))
  fs.truncateSync(huge, 700 * 2 ** 20)
  const real = path.join(folder, 'real.rdupdate')
  fs.writeFileSync(real, packageOf())
  const link = path.join(folder, 'link.rdupdate')
  fs.symlinkSync(real, link)
  return [
    one('a folder', 'unreadable', folder),
    one('a file that is gone', 'unreadable', path.join(folder, 'gone.rdupdate')),
    one('a link to a package', 'unreadable', link),
    one('an empty file', 'unreadable', Buffer.alloc(0)),
    one('700 MB', 'tooLarge', huge),
  ]
}

function zips(): HostileUpdate[] {
  const sound = packageOf()
  return [
    one('no zip', 'notAPackage', Buffer.from('no zip at all')),
    one('the installer itself', 'notAPackage', installer),
    one('cut off', 'notAPackage', sound.subarray(0, sound.length - 30)),
    one('zip slip', 'notAPackage', packageOf({ files: [file(), entry('../../slipped', installer)] })),
    one('absolute path', 'notAPackage', packageOf({ files: [file(), entry('/tmp/slipped', installer)] })),
    one('drive', 'notAPackage', packageOf({ files: [file(), entry('C:/slipped.exe', installer)] })),
    one('backslashes', 'notAPackage', packageOf({ files: [file(), entry('files\\..\\slipped', installer)] })),
    one('a symlink', 'notAPackage', packageOf({ files: [{ ...file(), mode: 0o120777 }] })),
    one('a bomb', 'notAPackage', packageOf({ files: [file(), entry('files/zeros', Buffer.alloc(4 * 2 ** 20))] })),
    one('one name twice', 'notAPackage', packageOf({ files: [file(), file()] })),
    one('a second manifest', 'notAPackage', packageOf({ files: [file(), entry('manifest.json', installer)] })),
    one('names that differ in case', 'notAPackage', packageOf({ files: [file(), file(installerName.toUpperCase())] })),
    one(
      'seven entries',
      'notAPackage',
      packageOf({ files: [file(), ...[1, 2, 3, 4].map(at => file(`more-${at}.deb`))] }),
    ),
    one('a manifest without end', 'notAPackage', packageOf({ text: `{"format":"${'a'.repeat(70_000)}"}` })),
  ]
}

function signatures(): HostileUpdate[] {
  const text = JSON.stringify(soundManifest())
  const bare = sign(null, Buffer.from(text), releaser.privateKey).toString('base64')
  return [
    one('no signature', 'notSigned', packageOf({ signature: null })),
    one('an empty signature', 'notSigned', packageOf({ signature: '' })),
    one('half a signature', 'notSigned', packageOf({ signature: bare.slice(0, 44) })),
    one('64 zeros', 'otherSignature', packageOf({ signature: Buffer.alloc(64).toString('base64') })),
    one('signed by a stranger', 'otherSignature', packageOf({ key: stranger })),
    one('signed as something else (no context)', 'otherSignature', packageOf({ text, signature: bare })),
    one(
      'an old signature under a new manifest',
      'otherSignature',
      packageOf({ text: text.replace('0.3.0', '0.4.0'), signature: signatureOfSound() }),
    ),
    one(
      'one space more in the manifest',
      'otherSignature',
      packageOf({ text: `${text} `, signature: signatureOfSound() }),
    ),
    one('a byte of the signature flipped', 'otherSignature', packageOf({ signature: flipped(signatureOfSound()) })),
  ]
}

const signatureOfSound = (): string =>
  sign(
    null,
    Buffer.concat([Buffer.from('records-desk-update/v1\n'), Buffer.from(JSON.stringify(soundManifest()))]),
    releaser.privateKey,
  ).toString('base64')

const flipped = (base64: string): string => changed(Buffer.from(base64, 'base64'), 5).toString('base64')

/** Signed by the right key, so that a mistake of whoever releases does no harm either. */
function statements(): HostileUpdate[] {
  const named = (name: string) => saying({ files: [fileOf(name, installer)] }, [file(name)])
  const text = JSON.stringify(soundManifest())
  return [
    one('no JSON', 'manifest', packageOf({ text: 'format: records-desk-update' })),
    one('no UTF-8', 'manifest', notUtf8()),
    one('another format', 'manifest', saying({ format: 'records-desk-bundle' })),
    one('a newer form', 'newerForm', saying({ form: 2 })),
    one('a field nobody knows', 'manifest', saying({ runBefore: 'rm -rf /' })),
    one('__proto__', 'manifest', packageOf({ text: text.replace('"form":1', '"form":1,"__proto__":{"form":1}') })),
    one('a version with words', 'manifest', saying({ version: '0.3.0-beta' })),
    one('a version with a zero before', 'manifest', saying({ version: '0.03.0' })),
    one(
      'two installers',
      'manifest',
      saying({ files: [fileOf(installerName, installer), fileOf('b.deb', installer)] }),
    ),
    one('no installer', 'manifest', saying({ files: [] })),
    one('a path as a name', 'manifest', saying({ files: [fileOf('../slipped.deb', installer)] })),
    one('a script', 'manifest', named('install.sh')),
    one('a shortcut', 'manifest', named('install.lnk')),
    one('an installer of another platform', 'manifest', named('setup.exe')),
    one('a device as a name', 'manifest', named('con.deb')),
    one('a name that reads backwards', 'manifest', named('a\u202ebed.deb')),
    one(
      'a digest in capitals',
      'manifest',
      saying({ files: [{ ...fileOf(installerName, installer), sha256: 'A'.repeat(64) }] }),
    ),
    one('a negative size', 'manifest', saying({ files: [{ ...fileOf(installerName, installer), bytes: -1 }] })),
  ]
}

/** A signature over bytes that are no text. */
function notUtf8(): Buffer {
  return packageOf({ text: Buffer.concat([Buffer.from('{"format":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]) })
}

function contents(): HostileUpdate[] {
  const longer = Buffer.concat([installer, Buffer.from('x')])
  return [
    one(
      'a byte of the installer changed',
      'changed',
      packageOf({ files: [file(installerName, changed(installer, 9))] }),
    ),
    one('an installer that is longer', 'changed', packageOf({ files: [file(installerName, longer)] })),
    one(
      'an installer that is cut short',
      'changed',
      packageOf({ files: [file(installerName, installer.subarray(1))] }),
    ),
    one(
      'an installer that says it is as long as it should be',
      'changed',
      packageOf({ files: [{ ...file(installerName, longer), saysBytes: installer.length }] }),
    ),
    one('no installer in it', 'otherContents', packageOf({ files: [] })),
    one('an installer under another name', 'otherContents', packageOf({ files: [file('other.deb')] })),
    one('a file that nobody signed', 'otherContents', packageOf({ files: [file(), file('evil.deb')] })),
  ]
}

function suitability(): HostileUpdate[] {
  return [
    one('another program', 'otherProduct', saying({ product: 'cn.gov.other-desk' })),
    one('another platform', 'otherPlatform', saying({ platform: 'win32', files: [fileOf('s.exe', installer)] })),
    one('another processor', 'otherPlatform', saying({ arch: 'arm64' })),
    one('another kind of installer', 'otherInstaller', saying({ files: [fileOf('s.appimage', installer)] })),
    one('the version that runs', 'sameVersion', saying({ version: '0.2.0' })),
    one('an older version', 'older', saying({ version: '0.1.9' })),
    one('an older version that sorts later as text', 'older', saying({ version: '0.1.10' })),
    one('too far apart', 'tooFarApart', saying({ version: '0.9.0', replaces: '0.8.0' })),
  ]
}
