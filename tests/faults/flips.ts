import type { Witness } from '#shared/contracts/desk-channels'
import { openJournal, type Journal } from '../../electron/main/ledger/journal'
import type { JournalDisk } from '../../electron/main/ledger/journal-disk'
import { Journals } from '../../electron/main/ledger/journals'
import type { OtherChains } from '../../electron/main/ledger/other-chains'
import { segmentHeaderBytes } from '../../electron/main/ledger/segment'
import { ChainWriter, chainId } from '../support/journal/chain-writer'
import { memoryDisk } from '../support/journal/memory-disk'
import { anAct, openLedgerOn, testSeal } from '../support/journal/test-ledger'

export interface FlipsReport {
  readonly frames: number
  readonly cuts: number
  readonly flips: number
  readonly readOnly: number
  readonly cutAndReported: number
  /** Anything that went unseen, was repaired in silence or named the wrong act. Must be empty. */
  readonly wrong: readonly string[]
}

const name = '000001.seg'

/** Whose journal is damaged: that of this machine, or one of another machine beside it. */
export type Owner = 'own' | 'other'

export interface FlipsOrder {
  readonly owner?: Owner
  /** Cut at every byte of every frame, not of the last one alone. */
  readonly cutsEverywhere?: boolean
  /** How many cuts and flips, in their order, an earlier run of the same length has judged already. */
  readonly from?: number
  /** A planted failure: a reader that sees the bytes as they were written, whatever became of them. */
  readonly planted?: boolean
  readonly progress?: (line: string) => void
}

/** Every byte of the last frame cut, and one bit in every byte of `frames` frames flipped, with and without a witness. */
export function flipEveryByte(frames: number, order: FlipsOrder = {}): FlipsReport {
  const { owner = 'own', cutsEverywhere = false, planted = false, from = 0, progress = () => undefined } = order
  const { sound, head } = owner === 'own' ? ownJournal(frames) : otherJournal(frames)
  const starts = frameStarts(sound)
  const end = starts.at(-1)! + frameLength(sound, starts.at(-1)!)
  const tally = { frames, cuts: 0, flips: 0, readOnly: 0, cutAndReported: 0, wrong: [] as string[] }
  const frameAt = (at: number): number => starts.findLastIndex(start => start <= at) + 1
  const check = (what: string, bytes: Buffer, damage: { frame: number; isCut: boolean }) => {
    const leavesBytes = bytes.subarray(starts[damage.frame - 1]).some(byte => byte !== 0)
    const seen = planted ? sound : bytes
    for (const witnesses of [[], [head]])
      judge({ owner, what, bytes: seen, ...damage, witnesses, leavesBytes }, { tally, frames })
  }
  const cut = (at: number): void => {
    tally.cuts++
    // Where zeros stood already, zeros change nothing: the damage begins with the first byte that was another.
    const changed = sound.subarray(at, end).findIndex(byte => byte !== 0)
    const zeroed = Buffer.concat([sound.subarray(0, at), Buffer.alloc(sound.length - at)])
    if (changed >= 0) check(`zeros from ${at}`, zeroed, { frame: frameAt(at + changed), isCut: true })
    check(`file ends at ${at}`, sound.subarray(0, at), { frame: frameAt(at), isCut: true })
  }
  const flip = (at: number): void => {
    tally.flips++
    const bytes = Buffer.from(sound)
    bytes[at]! ^= 1 << (at % 8)
    check(`bit flipped at ${at}`, bytes, { frame: frameAt(at), isCut: false })
  }
  const cuts = range(starts.at(cutsEverywhere ? 0 : -1)!, end).map(at => () => cut(at))
  const all = [...cuts, ...range(segmentHeaderBytes, end).map(at => () => flip(at))]
  for (const [nth, damage] of all.entries()) {
    if (nth >= from) damage()
    if ((nth + 1) % 10_000 === 0)
      progress(`${owner}: ${nth + 1} of ${all.length} cuts and flips, ${tally.wrong.length} wrong`)
  }
  return tally
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n)

interface Sound {
  readonly sound: Buffer
  readonly head: Witness
}

function ownJournal(frames: number): Sound {
  const disk = memoryDisk()
  const ledger = openLedgerOn(disk)
  for (let i = 0; i < frames; i++) ledger.append([anAct(`request:${i}`, `note ${i}`)])
  const { head } = ledger
  ledger.close()
  return { sound: disk.segments.get(name)!, head }
}

function otherJournal(frames: number): Sound {
  const disk = memoryDisk()
  const ledger = openLedgerOn(memoryDisk(), { others: besides(disk) })
  const writer = new ChainWriter(otherChain)
  for (let i = 0; i < frames; i++) ledger.take(otherChain, [writer.write(anAct(`request:${i}`, `note ${i}`))])
  const head = ledger.heads[1]!
  ledger.close()
  return { sound: disk.segments.get(name)!, head }
}

const otherChain = chainId(1)
const besides = (disk: JournalDisk): OtherChains => ({
  ...{ list: () => [otherChain], disk: () => disk, mirror: () => null, parted: () => [] },
})

interface Damage {
  readonly owner: Owner
  readonly what: string
  readonly bytes: Buffer
  /** 1-based number of the damaged frame; each holds one act, so also its seq. */
  readonly frame: number
  /** Nothing stands after the damage: as after a write that a power cut ended. */
  readonly isCut: boolean
  readonly witnesses: readonly Witness[]
  /** Something of the frame is left to be cut, and so to be reported. */
  readonly leavesBytes: boolean
}

function judge(
  damage: Damage,
  context: { tally: { readOnly: number; cutAndReported: number; wrong: string[] }; frames: number },
) {
  const { tally, frames } = context
  const journal = reopen(damage)
  const isTail = damage.isCut || damage.frame === frames
  if (journal.readOnly) tally.readOnly++
  else if (journal.tornTailBytes > 0 || journal.seq === damage.frame - 1) tally.cutAndReported++
  const wrong = isTail ? wrongAtTail(journal, damage) : wrongInside(journal, damage)
  if (wrong) tally.wrong.push(`${damage.what}, ${damage.witnesses.length} witness: ${wrong}`)
  journal.close()
}

function wrongInside({ readOnly }: Journal, { frame }: Damage): string | null {
  const isNamed = readOnly?.kind === 'journalDamaged' && readOnly.damage.firstBadSeq === frame
  return isNamed ? null : `frame ${frame} answered ${JSON.stringify(readOnly)}`
}

function wrongAtTail(journal: Journal, { frame, witnesses, leavesBytes }: Damage): string | null {
  const { readOnly, seq, tornTailBytes } = journal
  if (witnesses.length > 0)
    return readOnly?.kind === 'journalCutShort' ? null : `the tail answered ${JSON.stringify(readOnly)}`
  if (readOnly || seq !== frame - 1) return `the tail left head ${seq}`
  return leavesBytes && tornTailBytes === 0 ? 'cut without a word' : null
}

function reopen({ owner, bytes, witnesses }: Damage): Journal {
  const damaged = memoryDisk(new Map([[name, Buffer.from(bytes)]]))
  const visit = () => undefined
  if (owner === 'own') return openJournal({ disk: damaged, seal: testSeal, witnesses, visit })
  const ownHead = { chain: testSeal.chain.toString('hex'), seq: 0, hash: '0'.repeat(64) }
  const journals = new Journals({
    ...{ disk: memoryDisk(), seal: testSeal, others: besides(damaged), checkpoint: null, begin: visit, visit },
    witnesses: [ownHead, ...witnesses],
  })
  const journal = journals.of(otherChain)!
  // Where the journal of one chain may not be written, none may.
  if (journals.readOnly !== journal.readOnly) throw new Error('one journal is read-only, and the others are not')
  return journal
}

function frameStarts(segment: Buffer): number[] {
  const starts: number[] = []
  for (let at = segmentHeaderBytes; segment.toString('latin1', at, at + 4) === 'FRAM'; at += frameLength(segment, at)) {
    starts.push(at)
  }
  return starts
}

const frameLength = (segment: Buffer, at: number): number => 24 + segment.readUInt32LE(at + 4)
