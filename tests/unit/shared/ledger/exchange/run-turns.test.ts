import { describe, expect, it } from 'vitest'
import type { Run } from '#shared/ledger/exchange/run'
import { RunTurns } from '#shared/ledger/exchange/run-turns'

const runFrom = (seq: number, chain = 'a'.repeat(32), office = 'yunhe') =>
  ({ office, chain, acts: [{ seq }] }) as unknown as Run // all that is asked of it
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('runs of one chain that are here at once', () => {
  it('are taken in the order of the chain, whichever came first', async () => {
    const turns = new RunTurns()
    const order: number[] = []
    const entered = [21, 1, 11].map(seq => ({ seq, turn: turns.enter(runFrom(seq)) }))
    const all = entered.map(async ({ seq, turn }) => {
      await turn.mine()
      order.push(seq)
      await settled()
      turn.leave()
    })
    await Promise.all(all)
    expect(order).toEqual([1, 11, 21])
  })

  it('wait for no other chain and no other office', async () => {
    const turns = new RunTurns()
    turns.enter(runFrom(1))
    await turns.enter(runFrom(11, 'b'.repeat(32))).mine()
    await turns.enter(runFrom(11, 'a'.repeat(32), 'other')).mine()
    let isMine = false
    void turns
      .enter(runFrom(11))
      .mine()
      .then(() => (isMine = true))
    await settled()
    expect(isMine).toBe(false)
  })

  it('that begin at the same act go in the order in which they came, and one that was given up holds nobody', async () => {
    const turns = new RunTurns()
    const [first, second] = [turns.enter(runFrom(1)), turns.enter(runFrom(1))]
    let isMine = false
    void second.mine().then(() => (isMine = true))
    await settled()
    expect(isMine).toBe(false)
    first.leave()
    await settled()
    expect(isMine).toBe(true)
    second.leave()
    await turns.enter(runFrom(11)).mine() // nobody is left
  })

  it('one that comes while another waits goes before it where it begins before it', async () => {
    const turns = new RunTurns()
    const first = turns.enter(runFrom(1))
    const order: number[] = []
    const wait = async (seq: number) => {
      const turn = turns.enter(runFrom(seq))
      await turn.mine()
      order.push(seq)
      turn.leave()
    }
    const waiting = [wait(21), wait(11)]
    first.leave()
    await Promise.all(waiting)
    expect(order).toEqual([11, 21])
  })
})
