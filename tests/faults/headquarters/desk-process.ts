import { spawn } from 'node:child_process'
import type { WriterOrder } from './desk-writer'

/** An act that the desk said it keeps. */
export interface Kept {
  readonly seq: number
  readonly hash: string
}

/** One life of the desk. */
export interface DeskProcess {
  readonly kept: readonly Kept[]
  /** Last act of which the desk knows that headquarters has it. */
  readonly told: number
  /** Where it said that both sides are level. */
  readonly level: { readonly chain: string; readonly seq: number } | null
  /** Returns when that is so. Throws where it ends before by itself, or within a minute, or so long, it is not. */
  until(isSo: () => boolean, withinMs?: number): Promise<void>
  /** kill -9; returns when it is gone. */
  kill(): Promise<void>
  /** It ends by itself. */
  ended(): Promise<void>
}

const aMinute = 60_000

/** `script`: desk-writer.ts, built. */
export function startDesk(script: string, order: WriterOrder): DeskProcess {
  const child = spawn(process.execPath, [script, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const kept: Kept[] = []
  const known: { told: number; level: DeskProcess['level'] } = { told: 0, level: null }
  let [half, errors, isOver] = ['', '', false]
  const looking = new Set<() => void>()
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()))
  child.stdout.on('data', (part: Buffer) => {
    const [...lines] = (half + part.toString()).split('\n')
    half = lines.pop() ?? '' // what was not ended by a line feed was not acknowledged
    for (const [what, first, second] of lines.map(line => line.split(' '))) {
      if (what === 'act') kept.push({ seq: Number(first), hash: second! })
      if (what === 'told') known.told = Number(first)
      if (what === 'level') known.level = { chain: first!, seq: Number(second) }
    }
    looking.forEach(look => look())
  })
  const gone = new Promise<number | null>(resolve =>
    child.once('close', code => {
      isOver = true
      looking.forEach(look => look())
      resolve(code)
    }),
  )
  const until = (isSo: () => boolean, withinMs = aMinute) =>
    new Promise<void>((resolve, reject) => {
      const settle = (end: () => void) => {
        looking.delete(look)
        clearTimeout(timer)
        end()
      }
      const look = () => {
        if (isSo()) settle(resolve)
        else if (isOver) settle(() => reject(new Error(`the desk stopped by itself: ${errors}`)))
      }
      const timer = setTimeout(
        () => settle(() => reject(new Error(`the desk came no further: ${JSON.stringify(known)} ${errors}`))),
        withinMs,
      )
      looking.add(look)
      look()
    })
  return {
    kept,
    get told() {
      return known.told
    },
    get level() {
      return known.level
    },
    until,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    ended: async () => {
      const code = await gone
      if (code !== 0) throw new Error(`the desk ended with ${code}: ${errors}`)
    },
  }
}
