import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingActs,
  mostSegmentBytes,
  openSegment,
  packSegment,
  readSegmentPath,
  segmentPath,
} from '#shared/ledger/exchange/segment'
import { readLine, writeLine, type SignedAct } from '#shared/ledger/exchange/signed-act'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { chainNamed, chainWriter } from '../../../../support/exchange/chain-writer'
import { toyKey } from '../../../../support/exchange/toy-craft'

const chain = chainNamed('segment')
const by = chainWriter({ office: 'yunhe', chain, key: toyKey('segment') })
const acts = Array.from({ length: 20 }, (_, at) =>
  by.write({ facts: [{ type: 'note.added@1', open: { text: `第${at}件\n换行\u2028😀` } }] }),
)

describe('a segment', () => {
  it('gives back the exact bodies', () => {
    expect(openSegment(packSegment(acts, nodeCraft), nodeCraft)).toEqual({ ok: true, value: acts })
  })

  it('gives back any text of JSON on one line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 5 }), texts => {
        const any = texts.map(text => ({ body: JSON.stringify({ text }), signature: acts[0]!.signature }))
        expect(openSegment(packSegment(any, nodeCraft), nodeCraft)).toEqual({ ok: true, value: any })
      }),
      { numRuns: 40, seed: 12 },
    )
  })

  it.each([
    ['bytes that are no gzip', Buffer.from('no gzip'), null],
    ['a cut one', packSegment(acts, nodeCraft).slice(0, -20), null],
    ['a last line without its end', nodeCraft.pack(acts.map(writeLine).join('').slice(0, -1)), null],
    ['an empty line', nodeCraft.pack(`${writeLine(acts[0]!)}\n${writeLine(acts[1]!)}`), 2],
    ['a short signature', nodeCraft.pack(`AAAA ${acts[0]!.body}\n`), 1],
    ['nothing', nodeCraft.pack(''), null],
  ])('is refused: %s', (_name, bytes, line) => {
    expect(openSegment(bytes, nodeCraft)).toEqual({ ok: false, problem: { kind: 'notASegment', line } })
  })

  it('is refused where its bytes are not UTF-8', () => {
    expect(nodeCraft.unpack(gzipSync(Buffer.from([0x7b, 0xff, 0x7d, 0x0a])), mostSegmentBytes)).toBeNull()
  })

  it('is refused where it holds more acts or more bytes than one may', () => {
    const many = nodeCraft.pack(writeLine(acts[0]!).repeat(1_001))
    expect(openSegment(many, nodeCraft)).toMatchObject({ ok: false, problem: { kind: 'tooLarge' } })
    const bomb = nodeCraft.pack(`${acts[0]!.signature} {${' '.repeat(mostSegmentBytes)}}\n`)
    expect(bomb.length).toBeLessThan(100_000)
    expect(openSegment(bomb, nodeCraft)).toMatchObject({ ok: false, problem: { kind: 'notASegment' } })
  })
})

describe('what fits', () => {
  const long = (length: number): SignedAct => ({ body: `{"${'x'.repeat(length)}"}`, signature: acts[0]!.signature })
  it('is at most a thousand acts and sixteen MiB, and never none', () => {
    expect(fittingActs(Array.from({ length: 1_200 }, () => long(10)))).toBe(1_000)
    expect(fittingActs(Array.from({ length: 20 }, () => long(1_000_000)))).toBe(5)
    expect(fittingActs([long(6_000_000), long(10)])).toBe(1)
  })
})

describe('its name', () => {
  it('says chain and acts, and can be read again', () => {
    const place = { chain, from: 1_001, to: 2_000 }
    expect(segmentPath(place)).toBe(`acts/${chain}/0000001001-0000002000.ndjson.gz`)
    expect(readSegmentPath(segmentPath(place))).toEqual(place)
  })

  it.each([
    `acts/${chain}/0000000000-0000000001.ndjson.gz`,
    `acts/${chain}/0000000002-0000000001.ndjson.gz`,
    `acts/${chain}/0000000001-0000001001.ndjson.gz`,
    `acts/${chain}/1-2.ndjson.gz`,
    'acts/../0000000001-0000000002.ndjson.gz',
  ])('is no other: %s', path => {
    expect(readSegmentPath(path)).toBeNull()
  })
})

describe('a line', () => {
  it('has one spelling of its signature', () => {
    const line = writeLine(acts[0]!).slice(0, -1)
    expect(readLine(line)).toEqual(acts[0])
    expect(readLine(line.replace('==', '=='.toLowerCase()))).toEqual(acts[0])
    expect(readLine(`${line.slice(0, 85)}B${line.slice(86)}`)).toBeNull() // bits that nobody would read
    expect(readLine(line.replace(' {', '  {'))).toBeNull()
  })
})
