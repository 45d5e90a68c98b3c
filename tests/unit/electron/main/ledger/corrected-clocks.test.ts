import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Post } from '#shared/domain/people/person-facts'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { officeAuthority, recorded } from '../../../../../electron/main/authority/office-authority'
import { checkJournal } from '../../../../../electron/main/ledger/check-journal'
import { readCheckpoint } from '../../../../../electron/main/ledger/checkpoint'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import type { ProposedAct } from '../../../../../electron/main/ledger/make-acts'
import { ChainWriter, chainId } from '../../../../support/journal/chain-writer'
import { anAct, testSeal } from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { at, b, notesOf, open, own, useChainsHome } from './chains-home'

useChainsHome()

const [minuteMs, yearMs] = [60_000, 365 * 86_400_000]
const start = Date.UTC(2026, 2, 2)
const hq = chainId(2)

const inOffice = (type: string, said: object, role: string): ProposedAct => ({
  ...{ actor: role, role, subject: 'office' },
  facts: [{ type, open: said as never }],
})
const admission = (chain: string, publicKey: string) =>
  inOffice('chain.admitted@1', { chain, publicKey, suite: 1, workstation: '', windowName: '上级端' }, 'administrator')
const correction = (fromSeq: number, toSeq: number, chain = b) =>
  inOffice('clock.corrected@1', { chain, fromSeq, toSeq, byMs: yearMs }, 'headquarters')

const person = 'person:00000000-0000-4000-8000-000000000001'
const posts = (list: readonly Post[]): ProposedAct => ({
  ...{ actor: 'p', role: 'administrator', subject: person },
  facts: [{ type: 'person.postsChanged@1', open: { posts: [...list] } }],
})

/** This machine, one whose clock stands a year ahead, and headquarters. */
function cast() {
  let now = start
  const authority = { ...officeAuthority(() => ''), judge: () => null }
  const ledger = open({ now: () => now, authority })
  const fast = new ChainWriter(b, undefined, start + yearMs)
  const headquarters = new ChainWriter(hq)
  const later = (ms = minuteMs) => {
    now += ms
    fast.now += ms
    headquarters.now = now
  }
  valueOf(ledger.append([admission(hq, headquarters.publicKey)]))
  return { ledger, authority, fast, headquarters, later, now: () => now }
}

/** What the fast machine wrote first, and what was put right here after it. */
function putRight({ ledger, fast, later }: ReturnType<typeof cast>): void {
  later()
  valueOf(ledger.take(b, [fast.write(anAct('request:shared', 'wrong')), fast.write(posts(['clerk']))]))
  later()
  valueOf(ledger.append([anAct('request:shared', 'right'), posts(['head'])]))
}

const postsIn = ({ authority }: ReturnType<typeof cast>) => authority.postsOf('00000000-0000-4000-8000-000000000001')

test('what a clock a year ahead wrote loses to what was said after it, once headquarters has corrected the clock', () => {
  const all = cast()
  const { ledger, headquarters, later, now } = all
  putRight(all)
  expect([notesOf(ledger).at(-1), postsIn(all)]).toEqual(['wrong', ['clerk']])

  later()
  valueOf(ledger.take(hq, [headquarters.write(correction(1, 2))]))
  expect([notesOf(ledger).at(-1), postsIn(all)]).toEqual(['right', ['head']])
  const [wrong] = ledger.actsOf('request:shared')
  expect(hlcTime(wrong!.hlc as Hlc)).toBe(start + minuteMs)
  expect(recorded(wrong!).at).toBe(start + minuteMs + yearMs) // as it was signed, and as it is shown
  valueOf(ledger.append([anAct('request:other')]))
  expect(hlcTime(ledger.actsOf('request:other')[0]!.hlc as Hlc)).toBe(now())
  ledger.close()
})

test('it is the same where the correction came first, and after every start', () => {
  const first = cast()
  const { ledger, headquarters, fast, later } = first
  later()
  const written = [fast.write(anAct('request:shared', 'wrong')), fast.write(posts(['clerk']))]
  valueOf(ledger.take(hq, [headquarters.write(correction(1, 2))]))
  later()
  valueOf(ledger.append([anAct('request:shared', 'right'), posts(['head'])]))
  valueOf(ledger.take(b, written))
  expect([notesOf(ledger).at(-1), postsIn(first)]).toEqual(['right', ['head']])
  ledger.close()

  const authority = { ...officeAuthority(() => ''), judge: () => null }
  const again = open({ authority })
  expect([notesOf(again).at(-1), postsIn({ ...first, authority })]).toEqual(['right', ['head']])
  again.close()
})

test('a correction that an ordinary machine says changes nothing, here or in any chain', () => {
  const all = cast()
  const { ledger, fast, later } = all
  putRight(all)
  later()
  valueOf(ledger.append([correction(1, 2)]))
  valueOf(ledger.take(b, [fast.write(correction(1, 4, own))]))
  const other = new ChainWriter(chainId(3))
  valueOf(ledger.take(chainId(3), [other.write(correction(1, 2))]))
  expect([notesOf(ledger).at(-1), postsIn(all)]).toEqual(['wrong', ['clerk']])
  ledger.close()
})

test('whoever took the acts in before hears of all acts of the subject again, before what moved them', () => {
  const all = cast()
  const { ledger, headquarters, later } = all
  putRight(all)
  const reached = ledger.heads
  later()
  valueOf(ledger.take(hq, [headquarters.write(correction(1, 2)), headquarters.write(anAct('office'))]))
  const told = [...ledger.actsAfter(reached)].flat().map(({ chain, seq }) => `${chain.slice(-1)}${seq}`)
  const names = (chain: string, ...seqs: number[]) => seqs.map(seq => `${chain.slice(-1)}${seq}`)
  expect(told.slice(0, 4)).toEqual([...[...names(b, 1), ...names(own, 2)], ...[...names(b, 2), ...names(own, 3)]])
  expect(told.slice(4)).toEqual(names(hq, 1, 2))
  expect([...ledger.actsAfter(ledger.heads)]).toEqual([])
  expect([...ledger.actsAfter()].flat()).toHaveLength(7)
  // A stream that has begun tells nothing that came meanwhile, and nothing of what that moves.
  const stream = ledger.actsAfter(reached)
  const begun = [...stream.next().value!]
  valueOf(ledger.take(hq, [headquarters.write(correction(1, 2)), headquarters.write(anAct('office'))]))
  expect([begun, ...stream].flat().filter(({ chain }) => chain === hq)).toHaveLength(2)
  ledger.close()
})

test('a whole check concludes the same, and the start from its checkpoint brings no old order back', () => {
  const all = cast()
  const { ledger, headquarters, fast, later } = all
  const key = createHash('sha256').update('key of snapshots of the tests').digest()
  const check = (from: number) => {
    const [head, ...others] = ledger.heads
    return checkJournal(
      {
        ...{
          folder: at('own'),
          chain: own,
          journalKey: new Uint8Array(testSeal.key),
          checkpointKey: key,
          head: head!,
          from,
        },
        others: others.map(other => ({ ...other, folder: at('chains', other.chain) })),
      },
      { openDisk: openJournalDisk, onlookers: [officeAuthority(() => '')] },
    )
  }
  putRight(all)
  expect(check(0)).toMatchObject({ kind: 'sound' })
  const before = readCheckpoint(at('own'), { key, chain: own })!
  later()
  valueOf(ledger.take(hq, [headquarters.write(correction(1, 2))]))
  expect(check(before.seq)).toMatchObject({ kind: 'sound' })
  const after = readCheckpoint(at('own'), { key, chain: own })!
  expect(check(after.seq)).toMatchObject({ kind: 'sound' })
  later()
  valueOf(ledger.take(b, [fast.write(posts(['reviewer']))]))
  ledger.close()

  const authority = { ...officeAuthority(() => ''), judge: () => null }
  const fromBefore = open({ authority, checkpoint: before })
  expect(fromBefore.uncheckedUpTo).toBe(3)
  expect(notesOf(fromBefore).at(-1)).toBe('right')
  expect(postsIn({ ...all, authority })).toEqual(['reviewer']) // the correction does not go that far
  fromBefore.close()
  const fromAfter = open({ authority, checkpoint: after })
  expect([fromAfter.uncheckedUpTo, notesOf(fromAfter).at(-1)]).toEqual([3, 'right'])
  valueOf(fromAfter.take(hq, [headquarters.write(correction(3, 3))]))
  expect(postsIn({ ...all, authority })).toEqual(['reviewer']) // now because it was said last
  expect(hlcTime(fromAfter.actsOf(person).at(-1)!.hlc as Hlc)).toBe(fast.now - yearMs)
  fromAfter.close()
})
