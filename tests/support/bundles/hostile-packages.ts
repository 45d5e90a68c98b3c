import fs from 'node:fs'
import path from 'node:path'
import { writeBundle } from '../../../electron/main/bundles/write-bundle'
import { makeZip } from '../documents/make-zip'
import { mib, one, payload, type HostileBundle } from './hostile-bundle'
import { entriesOf, filledMachine, resealed, sha256, wishOf, zipOf, type PartContents } from './make-bundle'

const bag = (kind: string, more: object = {}) => ({ kind: 'bundleBag', bag: { kind, ...more } })
const hostile = (why: string) => bag('bagHostile', { why })
export function hostileNames(sound: PartContents): HostileBundle[] {
  const beside = (name: string): Buffer => zipOf(sound, [{ name, data: payload }])
  const inside = (name: string): Buffer => zipOf(resealed(sound, { files: all => (all[`data/${name}`] = payload) }))
  return [
    one('zip slip', hostile('outside'), beside('../../slipped')),
    one('zip slip within the bag', hostile('outside'), beside('bundle/data/../../../slipped')),
    one('absolute path', hostile('outside'), beside('/tmp/absolute')),
    one('drive', hostile('outside'), beside('C:/windows/evil.dll')),
    one('UNC path', hostile('outside'), beside('\\\\server\\share\\x')),
    one('backslashes', hostile('outside'), beside('bundle\\..\\..\\x')),
    one('a file beside the bag', hostile('outside'), beside('other/data/x')),
    one(
      'symlink',
      hostile('link'),
      zipOf(sound, [{ name: 'bundle/data/l', data: Buffer.from('/etc'), mode: 0o120777 }]),
    ),
    one('one name twice', hostile('outside'), beside('bundle/data/bundle.json')),
    one('names that differ in case', bag('bagTwins'), inside('Bundle.JSON')),
    one('names that differ in composition', bag('bagTwins'), zipOf(resealed(sound, { files: twoCompositions }))),
    one('control character', hostile('unusable'), inside('a\u0001b')),
    one('reserved device', hostile('unusable'), inside('NUL.txt')),
    one('point at the end', hostile('unusable'), inside('bundle.json.')),
    one('colon', hostile('unusable'), inside('x:stream')),
    one('endless name', hostile('unusable'), inside('a/'.repeat(600) + 'b')),
  ]
}

function twoCompositions(all: PartContents): void {
  all['data/é'] = payload
  all['data/e\u0301'] = payload
}

export function hostileZips(sound: PartContents, folder: string): HostileBundle[] {
  const bytes = zipOf(sound)
  const huge = path.join(folder, 'huge.zip')
  fs.closeSync(fs.openSync(huge, 'w'))
  fs.truncateSync(huge, 1024 * mib + 1)
  const link = path.join(folder, 'link.zip')
  fs.writeFileSync(path.join(folder, 'sound.zip'), bytes)
  fs.symlinkSync(path.join(folder, 'sound.zip'), link)
  const said = (saysBytes: number): Buffer =>
    makeZip(entriesOf(sound).map(entry => (entry.name.endsWith('bundle.json') ? { ...entry, saysBytes } : entry)))
  const bomb = { name: 'bundle/data/zeros', data: Buffer.alloc(4 * mib) }
  return [
    one('bomb', hostile('bomb'), zipOf(sound, [bomb])),
    one(
      'says that it unpacks to 1 GiB',
      hostile('bomb'),
      zipOf(sound, [{ name: 'bundle/data/b', data: payload, saysBytes: 1024 * mib }]),
    ),
    one('says it is smaller than it is', bag('bagFileMissing'), said(10)),
    one('says it is larger than it is', bag('bagFileMissing'), said(100_000)),
    one('locked entry', hostile('locked'), flagged(bytes)),
    one('50,001 entries', hostile('tooMany'), manyEntries(50_001)),
    one('says that it has 60,000 entries', hostile('tooMany'), sayingEntries(bytes, 60_000)),
    one('cut off', { kind: 'bundlePart', why: 'notAPackage' }, bytes.subarray(0, bytes.length - 30)),
    one('cut off at the front', { kind: 'bundlePart', why: 'notAPackage' }, bytes.subarray(5)),
    one(
      'a byte flipped in a file',
      bag('bagFileMissing'),
      flippedIn(bytes, bytes.indexOf('bundle/data/bundle.json') + 40),
    ),
    one('no zip', { kind: 'bundlePart', why: 'notAPackage' }, Buffer.from('no zip at all')),
    one('empty file', { kind: 'bundlePart', why: 'notAPackage' }, Buffer.alloc(0)),
    one(
      'zip of something else',
      { kind: 'bundlePart', why: 'notAPackage' },
      makeZip([{ name: 'a.txt', data: payload }]),
    ),
    one('more than 1 GiB', { kind: 'bundlePart', why: 'tooLarge' }, huge),
    one('a link to a bundle', { kind: 'bundlePart', why: 'unreadable' }, link),
    one('a folder', { kind: 'bundlePart', why: 'unreadable' }, folder),
    {
      name: '65 parts',
      problem: { kind: 'bundleTooManyParts', most: 64 },
      parts: Array.from({ length: 65 }, () => bytes),
    },
  ]
}

/** The directory says that its first entry is encrypted. */
function flagged(zip: Buffer): Buffer {
  const copy = Buffer.from(zip)
  const at = copy.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8)
  return copy
}

function manyEntries(count: number): Buffer {
  return makeZip(Array.from({ length: count }, (_, at) => ({ name: `bundle/data/${at}`, data: Buffer.alloc(0) })))
}

function sayingEntries(zip: Buffer, count: number): Buffer {
  const copy = Buffer.from(zip)
  const at = copy.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  copy.writeUInt16LE(count, at + 8)
  copy.writeUInt16LE(count, at + 10)
  return copy
}

const flippedIn = (zip: Buffer, at: number): Buffer => {
  const copy = Buffer.from(zip)
  copy[at] = copy[at]! ^ 0x55
  return copy
}

export function hostileBags(sound: PartContents): HostileBundle[] {
  const bagged = (change: (all: PartContents) => void): Buffer => {
    const all = { ...sound }
    change(all)
    return zipOf(all)
  }
  const tagged = (name: string, text: string): Buffer => zipOf(resealed(sound, { tags: tags => (tags[name] = text) }))
  const manifest = sound['manifest-sha256.txt']!.toString()
  return [
    one(
      'asks to fetch',
      bag('bagFetches'),
      bagged(all => (all['fetch.txt'] = Buffer.from('https://127.0.0.1/x 1 data/x\n'))),
    ),
    one(
      'asks to fetch in capitals',
      bag('bagFetches'),
      bagged(all => (all['Fetch.TXT'] = payload)),
    ),
    one(
      'another BagIt',
      bag('bagVersion'),
      bagged(all => (all['bagit.txt'] = Buffer.from('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'))),
    ),
    one(
      'no declaration of BagIt',
      { kind: 'bundlePart', why: 'notAPackage' },
      bagged(all => delete all['bagit.txt']),
    ),
    one(
      'no manifest',
      bag('bagManifestMissing'),
      bagged(all => delete all['manifest-sha256.txt']),
    ),
    one(
      'manifest that leads outside',
      hostile('outside'),
      tagged('manifest-sha256.txt', `${'a'.repeat(64)}  ../../etc/passwd\n`),
    ),
    one('manifest of nonsense', bag('bagManifestLine'), tagged('manifest-sha256.txt', 'nonsense\n')),
    one('manifest that names a file twice', bag('bagManifestLine'), tagged('manifest-sha256.txt', manifest + manifest)),
    one(
      'file that no manifest names',
      bag('bagFileUnnamed'),
      bagged(all => (all['data/more'] = payload)),
    ),
    one(
      'file that is missing',
      bag('bagFileMissing'),
      bagged(all => delete all[Object.keys(all).find(name => name.includes('acts'))!]),
    ),
    one(
      'file that was changed',
      bag('bagFileChanged'),
      bagged(all => (all['data/bundle.json'] = Buffer.concat([all['data/bundle.json']!, payload]))),
    ),
    one(
      'heads that the tag manifest does not know',
      bag('bagFileChanged'),
      bagged(all => (all['heads.note'] = payload)),
    ),
    one('count that does not fit', bag('bagCount'), zipOf(resealed(sound, { tags: wrongOxum }))),
  ]
}

function wrongOxum(tags: Record<string, string>): void {
  const before = tags['bag-info.txt']!
  const after = before.replace(/Payload-Oxum: .*/u, 'Payload-Oxum: 1.1')
  tags['bag-info.txt'] = after
  const digest = (text: string) => sha256(Buffer.from(text))
  tags['tagmanifest-sha256.txt'] = tags['tagmanifest-sha256.txt']!.replace(digest(before), digest(after))
}

export async function hostileLocks(folder: string): Promise<HostileBundle[]> {
  const target = fs.mkdtempSync(path.join(folder, 'locked-'))
  const lock = { kind: 'passphrase', passphrase: 'right', workFactor: 2 } as const
  const written = await writeBundle(wishOf(filledMachine(), target, { lock }))
  if (!written.ok) throw new Error(written.problem.kind)
  const bytes = fs.readFileSync(path.join(target, written.value[0]!.name))
  const locked = { kind: 'bundleLocked' }
  return [
    one('encrypted and cut off', locked, bytes.subarray(0, bytes.length - 10)),
    one('encrypted and cut off in its header', locked, bytes.subarray(0, 60)),
    one('encrypted and a byte flipped', locked, flippedIn(bytes, bytes.length - 100)),
    one(
      'encrypted with a header of nonsense',
      locked,
      Buffer.concat([bytes.subarray(0, 22), Buffer.from('-> nonsense\n')]),
    ),
  ]
}
