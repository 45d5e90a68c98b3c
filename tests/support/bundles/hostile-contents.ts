import { randomBytes } from 'node:crypto'
import type { BundleStatement } from '#shared/ledger/exchange/bundle-statement'
import { segmentPath } from '#shared/ledger/exchange/segment'
import { toyCraft } from '../exchange/toy-craft'
import { mib, one, payload, type HostileBundle } from './hostile-bundle'
import {
  founding,
  machineOf,
  note,
  packed,
  resealed,
  second,
  setId,
  sha256,
  zipOf,
  type PartContents,
  type Resealing,
} from './make-bundle'

export function hostileStatements(sound: PartContents): HostileBundle[] {
  const told = (said: Resealing['said']): Buffer => zipOf(resealed(sound, { said: said! }))
  const written = (text: string | Buffer): Buffer =>
    zipOf(resealed(sound, { files: all => (all['data/bundle.json'] = Buffer.from(text)) }))
  const text = sound['data/bundle.json']!.toString()
  const fault = (where: string) => ({ kind: 'bundleStatement', where })
  const more = (field: string): string => text.replace('{', `{"${field}": {"isAdmin": true},`)
  return [
    one('no statement', fault(''), zipOf(resealed(sound, { files: all => delete all['data/bundle.json'] }))),
    one('statement that is no JSON', fault('JSON'), written('{')),
    one('statement that is no UTF-8', fault('UTF-8'), written(Buffer.from([0x22, 0xff, 0x22]))),
    one('deep JSON', fault('depth'), written('['.repeat(200_000) + ']'.repeat(200_000))),
    one(
      'deep JSON in a field',
      fault('depth'),
      written(text.replace('{', `{"x": ${'{"a":'.repeat(40)}1${'}'.repeat(40)},`)),
    ),
    one('__proto__', fault('JSON'), written(more('__proto__'))),
    one('__proto__ in other spelling', fault('JSON'), written(more('\\u005f_proto__'))),
    one('constructor', fault('JSON'), written(more('constructor'))),
    one('field that nobody knows', fault(''), written(more('script'))),
    one('statement of 17 MiB', fault(''), written(text.replace('云', randomBytes(13 * mib).toString('base64')))),
    one(
      'another format',
      fault('format'),
      told(said => ({ ...said, format: 'something-else' })),
    ),
    one(
      'newer format',
      { kind: 'bundleNewer', version: 2 },
      told(said => ({ ...said, version: 2, novelty: true })),
    ),
    one(
      'another office',
      { kind: 'bundleOfAnotherOffice' },
      told(said => ({ ...said, office: 'qingshan' })),
    ),
    one(
      'part 3 of 2',
      fault('part'),
      told(said => ({ ...said, part: 3, parts: 2 })),
    ),
    one(
      'blob under a path',
      fault('blobs.0.digest'),
      told(said => ({ ...said, blobs: [{ ...said.blobs[0]!, digest: '../../x' }] })),
    ),
    one(
      'segment that ends before it begins',
      fault('segments'),
      told(said => ({ ...said, segments: [{ ...said.segments[0]!, from: 9, to: 1 }] })),
    ),
    one(
      'a blob nobody brought',
      { kind: 'bundleBlob', why: 'missing' },
      told(said => ({ ...said, blobs: [...said.blobs, { ...said.blobs[0]!, digest: 'ef'.repeat(32) }] })),
    ),
    one(
      'a blob that is not named',
      { kind: 'bundleBlob', why: 'unnamed' },
      told(said => ({ ...said, blobs: [] })),
    ),
    one(
      'a blob of another digest',
      { kind: 'bundleBlob', why: 'changed' },
      zipOf(resealed(sound, { files: otherBlob })),
    ),
    one(
      'a segment that is not named',
      { kind: 'bundleSegment', why: 'unnamed' },
      told(said => ({ ...said, segments: said.segments.slice(1) })),
    ),
    one(
      'a program among the payload',
      { kind: 'bundleSegment', why: 'unnamed' },
      zipOf(resealed(sound, { files: all => (all['data/setup.exe'] = payload) })),
    ),
  ]
}

function otherBlob(all: PartContents): void {
  const blob = Object.keys(all).find(name => name.startsWith('data/blobs/'))!
  all[blob] = Buffer.from('other bytes!')
}

export function hostileSets(sound: PartContents): HostileBundle[] {
  const part = (said: Partial<BundleStatement>): Buffer =>
    zipOf(resealed(sound, { said: all => ({ ...all, ...said }) }))
  const parts = (why: string) => ({ kind: 'bundleParts', why })
  const other = setId.replace('0', '9')
  return [
    {
      name: 'parts of two bundles',
      problem: parts('mixed'),
      parts: [part({ parts: 2 }), part({ part: 2, parts: 2, setId: other })],
    },
    { name: 'one part twice', problem: parts('twice'), parts: [part({ parts: 2 }), part({ parts: 2 })] },
    { name: 'a part missing', problem: parts('missing'), parts: [part({ parts: 2 })] },
    { name: 'no part at all', problem: parts('missing'), parts: [] },
  ]
}

export function hostileActs(sound: PartContents): HostileBundle[] {
  const place = (JSON.parse(sound['data/bundle.json']!.toString()) as BundleStatement).segments.find(
    ({ chain }) => chain === founding,
  )!
  const file = `data/${segmentPath(place)}`
  const lines = toyCraft.unpack(sound[file]!, mib)!.trimEnd().split('\n')
  const holding = (bytes: Buffer): Buffer => zipOf(resealed(sound, { files: all => (all[file] = bytes) }))
  const withLines = (changed: readonly string[]): Buffer => holding(packed(`${changed.join('\n')}\n`))
  const segment = (why: string) => ({ kind: 'bundleSegment', why, path: file })
  const stranger = machineOf({ ownChain: 'e'.repeat(32) })
  stranger.append(Array.from({ length: 6 }, () => note))
  const strangerLines = stranger.read('e'.repeat(32), 0, 6).map(({ body, signature }) => `${signature} ${body}`)
  return [
    one(
      'acts in another order',
      segment('brokenChain'),
      withLines([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)]),
    ),
    one('an act left out', segment('brokenChain'), withLines([...lines.slice(0, 2), ...lines.slice(3)])),
    one('an act at the end left out', segment('otherActs'), withLines(lines.slice(0, -1))),
    one('an act twice', segment('brokenChain'), withLines([lines[0]!, ...lines])),
    one(
      'a body altered',
      segment('brokenChain'),
      withLines(lines.map((line, at) => (at === 3 ? line.replace('clerk', 'Clerk') : line))),
    ),
    one(
      'the last body altered',
      segment('otherActs'),
      withLines(lines.map((line, at) => (at === 5 ? line.replace('clerk', 'Clerk') : line))),
    ),
    one(
      'signatures of other acts',
      segment('badSignature'),
      withLines(lines.map((line, at) => `${lines[(at + 1) % 6]!.slice(0, 88)}${line.slice(88)}`)),
    ),
    one('acts of another chain', segment('otherActs'), withLines(strangerLines)),
    one('acts cut off', segment('unreadable'), holding(packed(lines.join('\n').slice(0, -40)))),
    one('no segment', segment('unreadable'), holding(Buffer.from('nothing of ours'))),
    one('acts signed anew by a thief', { kind: 'bundleKey', chain: founding }, resigned(sound)),
    one(
      'a chain of which nobody says a key',
      { kind: 'bundleSegment', why: 'unknownChain' },
      zipOf(resealed(sound, { said: all => ({ ...all, chains: all.chains.filter(({ chain }) => chain !== second) }) })),
    ),
  ]
}

/** The thief says another key for the chain and signs everything with it. */
function resigned(sound: PartContents): Buffer {
  return zipOf(
    resealed(sound, {
      said: all => ({
        ...all,
        chains: all.chains.map(one => (one.chain === founding ? { ...one, publicKey: 'AAAA' } : one)),
      }),
    }),
  )
}

export function hostileHeads(sound: PartContents): HostileBundle[] {
  const heads = (why: string) => ({ kind: 'bundleHeads', why })
  const noted = (change: (text: string) => string): Buffer =>
    zipOf(resealed(sound, { tags: tags => sealedHeads(tags, change) }))
  const note = sound['heads.note']!.toString()
  return [
    one(
      'no signed heads',
      heads('missing'),
      noted(() => ''),
    ),
    one(
      'heads of nonsense',
      heads('missing'),
      noted(() => 'nonsense\n'),
    ),
    one('heads signed by another chain', heads('notSigned'), zipOf(resealed(sound, { signer: second }))),
    one(
      'heads that say less',
      heads('other'),
      noted(text => text.replace(/^2{32} .*\n/mu, '')),
    ),
    one(
      'heads of another bundle',
      heads('other'),
      noted(() => note.replace(/[0-9a-f]{64}\n/u, `${'a'.repeat(64)}\n`)),
    ),
    one(
      'heads with a number changed',
      heads('other'),
      noted(text => text.replace(`${founding} 6`, `${founding} 7`)),
    ),
    one(
      'written by nobody',
      heads('unknownWriter'),
      zipOf(resealed(sound, { said: all => ({ ...all, by: 'd'.repeat(32) }) })),
    ),
  ]
}

function sealedHeads(tags: Record<string, string>, change: (text: string) => string): void {
  const before = tags['heads.note']!
  tags['heads.note'] = change(before)
  const digest = (text: string) => sha256(Buffer.from(text))
  tags['tagmanifest-sha256.txt'] = tags['tagmanifest-sha256.txt']!.replace(digest(before), digest(tags['heads.note']))
}
