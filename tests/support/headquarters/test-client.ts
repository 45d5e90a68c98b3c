import { setTimeout as pause } from 'node:timers/promises'
import { readReceipt, type Receipt } from '#shared/ledger/exchange/receipt'
import { craft } from '../../../headquarters/server/craft'
import type { Call, TestMachine } from './test-machine'

export interface Levelling {
  readonly url: string
  readonly serverKey: string
  /** Acts in one segment. */
  readonly atOnce: number
  readonly until: number
  /** Hears of every acknowledged act. */
  readonly onReceipt?: (seq: number) => void
}

export interface Levelled {
  readonly receipts: number
  /** Requests that came to no answer, or to one that says "later". */
  readonly failures: number
  /** Acknowledged once and then not there: must stay empty. */
  readonly lost: readonly number[]
}

/**
 * A machine's side of the exchange in its plainest form: ask for the heads, send what is missing, believe nothing but a
 * receipt whose hash is that of the own act, and begin again after every failure.
 */
export async function levelWith(machine: TestMachine, to: Levelling): Promise<Levelled> {
  let acknowledged = 0
  let receipts = 0
  let failures = 0
  const lost: number[] = []
  const weigh = (receipt: Receipt): number => {
    const words = readReceipt(receipt, to.serverKey, craft)
    if (words?.chain !== machine.chain) return 0
    const own = words.seq === 0 ? null : craft.hashOf(machine.acts[words.seq - 1]!.body)
    if (own !== words.hash) throw new Error(`a receipt for another act at ${words.seq}`)
    return words.seq
  }
  while (Date.now() < to.until) {
    try {
      const heads = await ask<{ receipts: Receipt[] }>(machine, to, { method: 'GET', path: '/v1/heads' })
      let held = Math.max(0, ...heads.receipts.map(weigh))
      if (held < acknowledged) lost.push(acknowledged)
      while (held < machine.acts.length) {
        const body = machine.segment(held, held + to.atOnce)
        const { receipt } = await ask<{ receipt: Receipt }>(machine, to, { method: 'POST', path: '/v1/segments', body })
        held = weigh(receipt)
        acknowledged = Math.max(acknowledged, held)
        receipts++
        to.onReceipt?.(held)
      }
      return { receipts, failures, lost }
    } catch (cause) {
      if (cause instanceof Error && cause.message.startsWith('a receipt for')) throw cause
      failures++
      await pause(30)
    }
  }
  throw new Error(`not level: ${acknowledged} of ${machine.acts.length}, ${failures} failures`)
}

async function ask<T>(machine: TestMachine, { url }: Levelling, call: Call): Promise<T> {
  const answer = await fetch(url + call.path, {
    ...{ method: call.method, headers: machine.signedHeaders(call) },
    ...(call.body ? { body: new Uint8Array(call.body) } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status}`)
  return JSON.parse(text) as T
}
