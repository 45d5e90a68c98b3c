import { spawn, type ChildProcess } from 'node:child_process'

export interface BenchChild {
  readonly child: ChildProcess
  readonly pid: number
  /** The first line from now on, or that came before, which fits. Rejects where the process ends before. */
  line(fits: RegExp): Promise<RegExpExecArray>
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>
}

/** A TypeScript program in a process of its own, whose lines are waited for. */
export function startChild(entry: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): BenchChild {
  const child = spawn(process.execPath, ['--import', 'tsx', entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  let [half, complaint] = ['', '']
  let isOver = false
  const waiting = new Set<() => void>()
  const tellAll = (): void => waiting.forEach(look => look())
  child.stdout.on('data', (part: Buffer) => {
    const [...whole] = (half + part.toString()).split('\n')
    half = whole.pop() ?? ''
    lines.push(...whole)
    tellAll()
  })
  child.stderr.on('data', (part: Buffer) => (complaint = (complaint + part.toString()).slice(-4_000)))
  const ended = new Promise<void>(resolve =>
    child.once('close', () => {
      isOver = true
      tellAll()
      resolve()
    }),
  )
  let passed = 0
  return {
    ...{ child, pid: child.pid! },
    line: fits =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          for (; passed < lines.length; passed++) {
            const found = fits.exec(lines[passed]!)
            if (!found) continue
            waiting.delete(look)
            passed++
            return resolve(found)
          }
          if (isOver) reject(new Error(`${entry} ended before it said ${fits}: ${complaint}`))
        }
        waiting.add(look)
        look()
      }),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
