import fs from 'node:fs'
import { verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { noPreviousHash } from '#shared/ledger/act'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { hashOfBody } from '../../../../../electron/main/ledger/frame'
import { ChainWriter, chainId, testChains } from '../../../../support/journal/chain-writer'
import { recordingDisk } from '../../../../support/journal/recording-disk'
import { anAct } from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { at, b, notes, notesOf, open, own, twoChains, useChainsHome } from './chains-home'

useChainsHome()

test('a run of another chain is one flushed frame, with exact bytes and signatures, and is there after a restart', () => {
  const calls: string[] = []
  const chains = testChains(at('chains'))
  const ledger = open({ others: { ...chains, disk: chain => recordingDisk(chains.disk(chain), calls) } })
  const writer = new ChainWriter(b)
  const acts = notes(writer, 40)
  expect(valueOf(ledger.take(b, acts))).toEqual({ chain: b, seq: 40, hash: writer.hash })
  expect(calls).toEqual(['create', 'write', 'datasync'])
  expect(ledger.heads).toEqual([
    { chain: own, seq: 0, hash: noPreviousHash },
    { chain: b, seq: 40, hash: writer.hash },
  ])
  ledger.close()

  const again = open()
  const read = again.signedAfter(b, 10, { acts: 7 })
  expect(read.map(({ body }) => body.toString())).toEqual(acts.slice(10, 17).map(({ body }) => body.toString()))
  const key = { key: Buffer.from(writer.publicKey, 'base64'), format: 'der', type: 'spki' } as const
  for (const { body, signature } of again.signedAfter(b, 0))
    expect(verify(null, hashOfBody(body), key, signature)).toBe(true)
  expect([again.hashAt(40, b), again.hashAt(41, b), again.hashAt(0, b), again.hashAt(1, chainId(7))]).toEqual([
    ...[writer.hash, null, noPreviousHash, null],
  ])
  expect(again.actsOf('request:shared').at(-1)!.facts[0]!.personal).toEqual({ name: '张三' })
  again.close()
})

test('acts of all chains are one history, in the order in which they are folded', () => {
  twoChains()
  const ledger = open()
  expect(notesOf(ledger).toSorted()).toEqual([...[1, 2, 3, 4, 5].map(n => `note ${n} of 1`), 'own 1', 'own 2'])
  const hlcs = ledger.actsOf('request:shared').map(({ hlc }) => hlc)
  expect(hlcs).toEqual(hlcs.toSorted())
  expect(ledger.actCount).toBe(8)
  expect([...ledger.subjects()].toSorted()).toEqual(['request:own', 'request:shared'])
  const all = [...ledger.actsAfter()].flat()
  expect(all.map(({ chain, seq }) => `${chain === own ? 'own' : 'b'}${seq}`).toSorted()).toEqual(
    [...[1, 2, 3, 4, 5].map(n => `b${n}`), 'own1', 'own2', 'own3'].toSorted(),
  )
  const news = [
    ...ledger.actsAfter([
      { chain: own, seq: 3 },
      { chain: b, seq: 4 },
    ]),
  ].flat()
  expect(news).toMatchObject([{ chain: b, seq: 5 }])
  // One more arrives: what was opened before is not read again, and the new one is among them.
  valueOf(ledger.append([anAct('request:shared', 'own 4')]))
  expect(notesOf(ledger)).toHaveLength(8)
  ledger.close()
})

test('what is out of place, of another chain or another office never reaches the journal', () => {
  const ledger = open()
  const writer = new ChainWriter(b)
  const [first, second, third] = notes(writer, 3)
  expect(() => ledger.take(b, [second!])).toThrow('does not follow')
  valueOf(ledger.take(b, [first!]))
  expect(() => ledger.take(b, [third!])).toThrow('does not follow')
  expect(() => ledger.take(b, [first!])).toThrow('does not follow')
  expect(() => ledger.take(chainId(2), [second!])).toThrow('another chain')
  expect(() => ledger.take(b, notes(new ChainWriter(b, 'another-office'), 1))).toThrow('another chain')
  expect(() => ledger.take(own, [])).toThrow('written')
  expect(valueOf(ledger.take(b, [])).seq).toBe(1)
  expect(valueOf(ledger.take(chainId(3), [])).seq).toBe(0)
  expect(fs.readdirSync(at('chains'))).toEqual([b])
  expect(ledger.heads.map(({ seq }) => seq)).toEqual([0, 1])
  ledger.close()
})

test('acts of a newer form are kept and passed on, and do not stop what comes after them', () => {
  const ledger = open()
  const writer = new ChainWriter(b)
  const acts = [...notes(writer, 1), writer.write(anAct('request:new'), { v: 2 as never }), ...notes(writer, 1)]
  valueOf(ledger.take(b, acts))
  ledger.close()
  const again = open()
  expect(again.readOnly).toBeNull()
  expect(again.signedAfter(b, 1)[0]!.body.toString()).toBe(acts[1]!.body.toString())
  expect(notesOf(again)).toEqual(['note 1 of 1', 'note 3 of 1'])
  expect([...again.actsAfter()].flat().map(act => act.v)).toEqual([1, 2, 1])
  again.close()
})

test('an act sorts after every act that was taken in before it, unless another clock is plainly wrong', () => {
  let now = Date.UTC(2026, 2, 2, 8)
  const ledger = open({ now: () => now })
  const minutesAhead = new ChainWriter(b)
  minutesAhead.now = now + 20 * 60_000
  valueOf(ledger.take(b, notes(minutesAhead, 1)))
  valueOf(ledger.append([anAct('request:shared', 'after it')]))
  expect(notesOf(ledger)).toEqual(['note 1 of 1', 'after it'])
  expect(ledger.trustedAt).toBeNull() // it counted on, and none before it says the time

  const years = new ChainWriter(chainId(2))
  years.now = Date.UTC(2062, 0, 1)
  valueOf(ledger.take(years.chain, notes(years, 1)))
  now += 3_600_000
  valueOf(ledger.append([anAct('request:own', 'today')]))
  const [act] = ledger.actsOf('request:own')
  expect(hlcTime(act!.hlc as Hlc)).toBe(now)
  expect(ledger.trustedAt).toBe(now) // of own acts, and not of the one that only counted on from a clock ahead
  ledger.close()
  const again = open({ now: () => now })
  expect(again.trustedAt).toBe(now)
  again.close()
})

test('an own act that only counts on from another machine says nothing of the time', () => {
  const now = Date.UTC(2026, 2, 2, 8)
  const ledger = open({ now: () => now })
  valueOf(ledger.append([anAct('request:own')]))
  const ahead = new ChainWriter(b)
  ahead.now = now + 20 * 60_000
  valueOf(ledger.take(b, notes(ahead, 1)))
  valueOf(ledger.append([anAct('request:shared')]))
  expect(ledger.trustedAt).toBe(now)
  ledger.close()
})
