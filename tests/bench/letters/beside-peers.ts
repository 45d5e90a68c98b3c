import { median } from '../figures'
import { replies } from './letter-stock'
import { openPeers, plainLetter, type MissingPeer, type Peer } from './peers'

export interface PeerFigures {
  readonly name: string
  /** Processor time for a letter, ms. */
  readonly cpuMs: number
  readonly kb: number
  /** Times the figures of Records Desk. */
  readonly timesCpu: number
  readonly timesKb: number
}

/** The same letters through every program in turn, so that all of them meet the same machine. */
export async function benchPeers(
  count: number,
): Promise<{ letters: number; peers: PeerFigures[]; missing: readonly MissingPeer[] }> {
  const { peers, missing } = await openPeers()
  const letters = replies(count + WARM_UP).map(plainLetter)
  const sums = new Map(peers.map(peer => [peer, { cpu: [] as number[], bytes: 0 }]))
  for (const [round, letter] of letters.entries()) {
    for (const peer of peers) {
      const started = await cpuOf(peer)
      const bytes = await peer.make(letter)
      const used = (await cpuOf(peer)) - started
      if (String.fromCharCode(...bytes.subarray(0, 5)) !== '%PDF-') throw new Error(`${peer.name} made no PDF`)
      if (round < WARM_UP) continue // the compiler's own work is not what is measured
      const sum = sums.get(peer)!
      sum.cpu.push(used)
      sum.bytes += bytes.length
    }
  }
  for (const peer of peers) await peer.close?.()
  const figures = peers.map(peer => {
    const { cpu, bytes } = sums.get(peer)!
    // The clock of another process is coarse, so its mean counts; a collection of garbage falls on whoever runs then.
    const seconds = peer.cpu ? cpu.reduce((sum, each) => sum + each, 0) / cpu.length : median(cpu)
    return { name: peer.name, cpuMs: seconds * 1000, kb: bytes / 1024 / count }
  })
  const ours = figures.find(({ name }) => name === 'Records Desk')!
  return {
    letters: count,
    peers: figures.map(each => ({ ...each, timesCpu: each.cpuMs / ours.cpuMs, timesKb: each.kb / ours.kb })),
    missing,
  }
}

const WARM_UP = 5

async function cpuOf({ cpu }: Peer): Promise<number> {
  if (cpu) return cpu()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
