import { spawn } from 'node:child_process'
import path from 'node:path'
import type { PeerFigures } from './peers-corpus'

export const peerNames = ['SQLite FTS5 (native)', 'MiniSearch', 'FlexSearch', 'Orama'] as const
export type PeerName = (typeof peerNames)[number]

/** Each peer in a process of its own, which is stopped when its time is up. */
export async function benchSearchPeers(
  count: number,
  { say, peerMinutes }: { readonly say: (line: string) => void; readonly peerMinutes: number },
): Promise<PeerFigures[]> {
  const all: PeerFigures[] = []
  for (const name of peerNames) {
    say(`peer: ${name}`)
    all.push(await inOwnProcess(name, count, peerMinutes))
  }
  return all
}

function inOwnProcess(name: PeerName, count: number, minutes: number): Promise<PeerFigures> {
  const entry = path.join(import.meta.dirname, 'peer-process.ts')
  return new Promise(resolve => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=4096', '--import', 'tsx', entry, name, String(count)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let told = ''
    let complaint = ''
    let isStopped = false
    child.stdout.on('data', chunk => (told += String(chunk)))
    child.stderr.on('data', chunk => (complaint = (complaint + String(chunk)).slice(-2_000)))
    const timer = setTimeout(() => {
      isStopped = true
      child.kill('SIGKILL')
    }, minutes * 60_000)
    child.once('exit', code => {
      clearTimeout(timer)
      const lines = told.trim().split('\n')
      const built = lines.map(line => /^built (\d+)$/.exec(line)?.[1]).findLast(each => each !== undefined)
      if (code === 0)
        resolve({ name, ...(JSON.parse(lines.at(-1) ?? '{}') as Omit<PeerFigures, 'name'>) } as PeerFigures)
      // Out of memory is not finished either.
      else if (isStopped || /heap out of memory|heap limit/i.test(complaint))
        resolve({ name, state: 'not finished', built: built ? Number(built) : null })
      else resolve({ name, state: 'missing', why: complaint.trim().split('\n').at(-1) ?? `exit ${code}` })
    })
  })
}
