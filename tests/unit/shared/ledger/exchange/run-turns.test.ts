import { describe, expect, it } from 'vitest'
import type { Run } from '#shared/ledger/exchange/run'
import { RunTurns, type TakeRun } from '#shared/ledger/exchange/run-turns'
import type { TakenSegment } from '#shared/ledger/exchange/take-segment'

const [chain, none] = ['a'.repeat(32), new Set<string>()]
const hashOf = (seq: number): string => String(seq).padStart(64, '0')

/** Acts `from` to `to`, as far as turns look at them. */
function runOf(from: number, to = from + 9, of = chain, office = 'yunhe'): Run {
  const acts = Array.from({ length: to - from + 1 }, (_, at) => ({
    ...{ office, chain: of, seq: from + at, prev: hashOf(from + at - 1), hash: hashOf(from + at) },
    signed: { body: '', signature: '' },
  }))
  return { office, chain: of, acts, last: { chain: of, seq: to, hash: hashOf(to) } } as unknown as Run // has an act
}

const settled = () => new Promise(resolve => setImmediate(resolve))
const gap: TakenSegment = { kind: 'gap', head: { chain, seq: 0, hash: hashOf(0) } }

/** A store that takes what follows its head, and tells what it was asked. */
function store({ head = 0, refusesFrom = Infinity } = {}) {
  const asked: string[] = []
  const take: TakeRun<TakenSegment> = async ({ acts, last }, _good, isJoined) => {
    asked.push(`${acts[0].seq}-${last.seq}${isJoined ? ' joined' : ''}`)
    await settled()
    const isTaken = acts[0].seq === head + 1 && last.seq < refusesFrom
    if (!isTaken) return isJoined ? null : gap
    const [first, clockAhead] = [head + 1, { fromSeq: last.seq, toSeq: last.seq, byMs: 1 }]
    head = last.seq
    const notes = [first, last.seq].map(seq => ({ seq, kind: 'pending' as const }))
    return { kind: 'taken', head: last, added: last.seq - first + 1, notes, clockAhead }
  }
  return { asked, take }
}

async function taken(
  turns: RunTurns,
  run: Run,
  { take, by = run.office }: ReturnType<typeof store> & { readonly by?: string },
): Promise<TakenSegment> {
  const turn = turns.enter(run, by)
  try {
    await settled() // verified
    return await turn.take(none, take)
  } finally {
    turn.leave()
  }
}

describe('runs of one chain that are here at once', () => {
  it('are taken in the order of the chain, whichever came first; those that are ready go together', async () => {
    const [turns, one] = [new RunTurns(), store()]
    const answers = await Promise.all([21, 1, 11].map(seq => taken(turns, runOf(seq), one)))
    expect(one.asked).toEqual(['1-10', '11-30 joined'])
    const [third, first, second] = answers
    expect(first).toMatchObject({ kind: 'taken', head: { seq: 10 }, added: 10 })
    // Each is told the head of both, and of its own acts what is to be told.
    expect(second).toMatchObject({ head: { seq: 30 }, added: 10, notes: [{ seq: 11 }], clockAhead: null })
    expect(third).toMatchObject({ head: { seq: 30 }, added: 10, notes: [{ seq: 30 }], clockAhead: { fromSeq: 30 } })
  })

  it('that are not all taken are looked at one by one', async () => {
    const [turns, one] = [new RunTurns(), store({ refusesFrom: 25 })]
    const answers = await Promise.all([1, 11, 21].map(seq => taken(turns, runOf(seq), one)))
    expect(one.asked).toEqual(['1-10', '11-30 joined', '11-20', '21-30'])
    expect(answers.map(({ kind }) => kind)).toEqual(['taken', 'taken', 'gap'])
  })

  it('are joined only where one follows the other, and never to more than a segment may hold', async () => {
    const [turns, one] = [new RunTurns(), store()]
    const other = runOf(21)
    const parted = { ...other, acts: [{ ...other.acts[0], prev: hashOf(7) }, ...other.acts.slice(1)] } as unknown as Run // has an act
    await Promise.all([runOf(1), runOf(11), parted].map(run => taken(turns, run, one)))
    expect(one.asked).toEqual(['1-10', '11-20', '21-30'])
    const long = store()
    await Promise.all([runOf(1, 10), runOf(11, 610), runOf(611, 1_011)].map(run => taken(turns, run, long)))
    expect(long.asked).toEqual(['1-10', '11-610', '611-1011'])
  })

  it('wait for no other chain and no other office, and nobody waits for one that was given up', async () => {
    const [turns, one] = [new RunTurns(), store()]
    const first = turns.enter(runOf(1), runOf(1).office)
    expect(await taken(turns, runOf(1, 3, 'b'.repeat(32)), store())).toMatchObject({ kind: 'taken' })
    expect(await taken(turns, runOf(1, 3, chain, 'other'), store())).toMatchObject({ kind: 'taken' })
    // What a run says it is of is not believed: who sends it decides.
    expect(await taken(turns, runOf(2), { ...store({ head: 1 }), by: 'other' })).toMatchObject({ kind: 'taken' })
    let answer: TakenSegment | null = null
    const waiting = taken(turns, runOf(11), one).then(given => (answer = given))
    await settled()
    await settled()
    expect(answer).toBeNull()
    first.leave()
    expect(await waiting).toEqual(gap)
  })

  it('a store that fails with several fails whoever asked it; the others ask for themselves', async () => {
    const [turns, one] = [new RunTurns(), store()]
    const failing: TakeRun<TakenSegment> = async (run, good, isJoined) => {
      if (isJoined) throw new Error('away')
      return one.take(run, good, isJoined)
    }
    const all = [1, 11, 21].map(seq => taken(turns, runOf(seq), { ...one, take: failing }))
    const [first, second, third] = await Promise.allSettled(all)
    expect([first!.status, second!.status]).toEqual(['fulfilled', 'rejected'])
    expect(third).toMatchObject({ status: 'fulfilled', value: { kind: 'gap' } })
  })
})
