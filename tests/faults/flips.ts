import type { Witness } from '#shared/contracts/desk-channels'
import { openJournal, type Journal } from '../../electron/main/ledger/journal'
import { segmentHeaderBytes } from '../../electron/main/ledger/segment'
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

/** Every byte of the last frame cut, and one bit in every byte of `frames` frames flipped, with and without a witness. */
export function flipEveryByte(frames: number): FlipsReport {
  const disk = memoryDisk()
  const ledger = openLedgerOn(disk)
  for (let i = 0; i < frames; i++) ledger.append([anAct(`request:${i}`, `note ${i}`)])
  const head: Witness = ledger.head
  ledger.close()
  const sound = disk.segments.get(name)!
  const starts = frameStarts(sound)
  const end = starts.at(-1)! + frameLength(sound, starts.at(-1)!)
  const tally = { frames, cuts: 0, flips: 0, readOnly: 0, cutAndReported: 0, wrong: [] as string[] }
  const check = (what: string, bytes: Buffer, frame: number) => {
    const leavesBytes = bytes.subarray(starts[frame - 1]).some(byte => byte !== 0)
    for (const witnesses of [[], [head]]) judge({ what, bytes, frame, witnesses, leavesBytes }, { tally, frames })
  }
  for (let at = starts.at(-1)!; at < end; at++) {
    tally.cuts++
    check(`zeros from ${at}`, Buffer.concat([sound.subarray(0, at), Buffer.alloc(sound.length - at)]), frames)
    check(`file ends at ${at}`, sound.subarray(0, at), frames)
  }
  for (let at = segmentHeaderBytes; at < end; at++) {
    tally.flips++
    const bytes = Buffer.from(sound)
    bytes[at]! ^= 1 << (at % 8)
    check(`bit flipped at ${at}`, bytes, starts.findLastIndex(start => start <= at) + 1)
  }
  return tally
}

interface Damage {
  readonly what: string
  readonly bytes: Buffer
  /** 1-based number of the damaged frame; each holds one act, so also its seq. */
  readonly frame: number
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
  const isLast = damage.frame === frames
  const fail = (why: string) => tally.wrong.push(`${damage.what}, ${damage.witnesses.length} witness: ${why}`)
  if (journal.readOnly) tally.readOnly++
  else if (journal.tornTailBytes > 0 || journal.seq === frames - 1) tally.cutAndReported++
  if (!isLast) {
    const named = journal.readOnly?.kind === 'journalDamaged' && journal.readOnly.damage.firstBadSeq === damage.frame
    if (!named) fail(`frame ${damage.frame} answered ${JSON.stringify(journal.readOnly)}`)
  } else if (damage.witnesses.length > 0) {
    if (journal.readOnly?.kind !== 'journalCutShort') fail(`last frame answered ${JSON.stringify(journal.readOnly)}`)
  } else if (journal.readOnly || journal.seq !== frames - 1) {
    fail(`last frame left head ${journal.seq}`)
  } else if (damage.leavesBytes && journal.tornTailBytes === 0) {
    fail('cut without a word')
  }
  journal.close()
}

const reopen = ({ bytes, witnesses }: Damage): Journal =>
  openJournal({
    disk: memoryDisk(new Map([[name, Buffer.from(bytes)]])),
    seal: testSeal,
    witnesses,
    visit: () => undefined,
  })

function frameStarts(segment: Buffer): number[] {
  const starts: number[] = []
  for (let at = segmentHeaderBytes; segment.toString('latin1', at, at + 4) === 'FRAM'; at += frameLength(segment, at)) {
    starts.push(at)
  }
  return starts
}

const frameLength = (segment: Buffer, at: number): number => 24 + segment.readUInt32LE(at + 4)
