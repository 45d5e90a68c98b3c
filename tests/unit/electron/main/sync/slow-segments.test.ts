import { afterEach, describe, expect, it, vi } from 'vitest'
import { err, ok, type Result } from '#shared/kernel/result'
import { openSegment } from '#shared/ledger/exchange/segment'
import { exchangeOnce } from '../../../../../electron/main/sync/exchange-once'
import type { HeadquartersLink, LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import { httpLink } from '../../../../../electron/main/sync/http-link'
import { actsPerRun } from '../../../../../electron/main/sync/live/live-exchange'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../../../electron/main/sync/receipt-book'
import { RunSize } from '../../../../../electron/main/sync/run-size'
import { nextTurn } from '../../../../../electron/main/sync/turns'
import { fuse } from '../../../../simulation/fuse'
import { MemoryHeadquarters } from '../../../../simulation/memory-headquarters'
import { keyOfChain, MemoryLedger } from '../../../../simulation/memory-ledger'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

const office = 'yunhe'
const [founding, second] = ['1', '2'].map(n => n.repeat(32)) as [string, string]
const key = toyKey('headquarters')
const [kib, mib] = [1024, 1024 * 1024]
/** As `open-exchange.ts` and `http-link.ts` give a call. */
const timeoutMs = { usual: 60_000, long: 280_000 }

const noteOf = (bytes: number) => ({
  facts: [{ type: 'case.noted@1', open: { text: '案'.repeat(bytes / 3) } }],
  subject: 'request:1',
})

interface Call {
  readonly acts: number
  readonly bytes: number
  readonly time: 'usual' | 'long'
  readonly isThrough: boolean
}

/**
 * Headquarters at the end of a line of so many bytes a second, which carries one call after the other; what comes later than its
 * call may take was for nothing. Time passes only by what is under way.
 */
function lineOf(bytesPerSecond: number) {
  const now = () => Date.UTC(2026, 10, 26)
  const headquarters = new MemoryHeadquarters({ key, now, fuse: fuse(), bugs: new Set(), onTaken: () => {} })
  headquarters.enrol(office, [{ chain: founding, publicKey: keyOfChain(founding).publicKey }])
  const line = {
    runs: new RunSize(),
    bytesPerSecond,
    now: 0,
    calls: [] as Call[],
    mostAtOnce: 0,
    problem: null as LinkProblem | null,
  }
  let before: Promise<unknown> = Promise.resolve()
  let underWay = 0
  const through = async <T>(segment: Uint8Array, work: () => T): Promise<Result<Awaited<T>, LinkProblem>> => {
    const opened = openSegment(segment, toyCraft)
    const time = line.runs.isLeast ? 'long' : 'usual'
    const begunAt = line.now
    line.mostAtOnce = Math.max(line.mostAtOnce, ++underWay)
    const turn = before.then(async () => {
      for (let turns = 20; turns > 0; turns--) await nextTurn() // whoever sends another meanwhile has read it by then
      const endsAt = begunAt + timeoutMs[time]
      const isThrough = line.now + (segment.length / line.bytesPerSecond) * 1_000 <= endsAt
      line.now = isThrough ? line.now + (segment.length / line.bytesPerSecond) * 1_000 : Math.max(line.now, endsAt)
      line.calls.push({ acts: opened.ok ? opened.value.length : 0, bytes: segment.length, time, isThrough })
      return isThrough
    })
    before = turn
    const isThrough = await turn
    underWay--
    if (line.problem) return err(line.problem)
    return isThrough ? ok(await work()) : err({ kind: 'away' })
  }
  const link: HeadquartersLink = {
    heads: async () => ok(headquarters.heads(office)),
    send: segment => through(segment, () => headquarters.take(office, segment)),
    fetch: async (chain, after, limit) => {
      const segment = headquarters.acts(office, chain, { after, limit })
      return segment ? through(segment, () => segment) : ok(null)
    },
  }
  return { headquarters, line, link }
}

type Line = ReturnType<typeof lineOf>

function deskOn({ line, link }: Line, ownChain = founding) {
  const roots = [{ chain: founding, publicKey: keyOfChain(founding).publicKey }]
  const ledger = new MemoryLedger(
    {
      office,
      roots,
      now: () => line.now,
      fuse: fuse(),
      bugs: new Set(),
      onCut: () => {},
      nextChain: () => 'f'.repeat(32),
    },
    { ownChain, chains: new Map() },
  )
  const runs = (line.runs = new RunSize(() => line.now))
  const book = new ReceiptBook(
    { office, headquartersKey: key.publicKey },
    { load: () => [], save: () => undefined },
    toyCraft,
  )
  const pass = async (): Promise<string> => {
    const done = await exchangeOnce({
      ...{ ledger, link, craft: toyCraft, book, actsPerRun, runs, tell: () => undefined },
    })
    return done.ok ? 'level' : done.problem.kind
  }
  /** One after the other as the runner would, until it is level; each as it ended. */
  const passes = async (most: number): Promise<string[]> => {
    const ended: string[] = []
    while (ended.length < most && ended.at(-1) !== 'level') ended.push(await pass())
    return ended
  }
  return { ledger, runs, pass, passes }
}

/** An office of years: a document's text among every fifty acts, and in the middle the longest that there can be. */
function years(ledger: MemoryLedger, longest: number): void {
  const sizes = Array.from({ length: 1_200 }, (_, at) => (at === 700 ? longest : at % 50 === 49 ? 30 * kib : 600))
  ledger.append(sizes.map(noteOf))
}

/** A text of 400,000 characters that is sealed, which no packing makes smaller; and what two kibibytes a second carry in time. */
const [largest, large] = [1_230_000, 540_000]

describe.each([
  [2 * kib, large],
  [5 * kib, largest],
])('segments on a line of %i bytes a second', (pace, longest) => {
  it('go whole: first ever fewer acts in one, then as many as ten seconds carry, the largest act alone and with more time', async () => {
    const at = lineOf(pace)
    const desk = deskOn(at)
    years(desk.ledger, longest)
    const ended = await desk.passes(40)
    expect(ended.at(-1)).toBe('level')
    expect(at.headquarters.vector(office)).toEqual(desk.ledger.heads())
    const lost = at.line.calls.filter(({ isThrough }) => !isThrough)
    expect(ended.filter(end => end === 'away')).toHaveLength(ended.length - 1)
    expect(lost.length).toBeLessThan(20)
    const long = at.line.calls.filter(({ time, isThrough }) => time === 'long' && isThrough)
    expect(long.some(({ acts, bytes }) => acts === 1 && bytes > longest)).toBe(true)
    // What all of it costs beside its own bytes: what timed out, and no more.
    const sent = at.line.calls.reduce((sum, { bytes, isThrough }) => sum + (isThrough ? bytes : 0), 0)
    const lostMs = lost.reduce((sum, { time }) => sum + timeoutMs[time], 0)
    expect(at.line.now).toBeLessThanOrEqual((sent / pace) * 1_000 + lostMs + 1)
  })

  it('come whole to a machine of the same office', async () => {
    const at = lineOf(100 * mib)
    const first = deskOn(at)
    years(first.ledger, longest)
    expect(await first.passes(2)).toEqual(['level'])
    at.line.bytesPerSecond = pace
    at.line.calls = []
    const other = deskOn(at, second)
    const ended = await other.passes(40)
    expect(ended.at(-1)).toBe('level')
    expect(other.ledger.heads()).toEqual(at.headquarters.vector(office))
    expect(at.line.calls[0]).toMatchObject({ acts: actsPerRun, isThrough: false })
    expect(at.line.calls.filter(({ isThrough }) => !isThrough).length).toBeLessThan(20)
  })
})

describe('segments on a line of 2 KiB a second', () => {
  it('wait with the act that does not get through in the longest time either; what came before it went', async () => {
    const at = lineOf(2 * kib)
    const desk = deskOn(at)
    years(desk.ledger, 2 * mib)
    const ended = await desk.passes(40)
    expect(new Set(ended)).toEqual(new Set(['away']))
    expect(at.headquarters.vector(office)).toMatchObject([{ chain: founding, seq: 700 }])
    expect(at.line.calls.at(-1)).toMatchObject({ acts: 1, time: 'long', isThrough: false })
    at.line.bytesPerSecond = mib // a better line: it goes on by itself
    expect(await desk.passes(2)).toEqual(['level'])
  })

  it('are one at a time as long as less than a whole one gets through', async () => {
    const at = lineOf(2 * kib)
    const desk = deskOn(at)
    years(desk.ledger, 600)
    expect(await desk.pass()).toBe('away')
    expect(at.line.mostAtOnce).toBe(2)
    at.line.mostAtOnce = 0
    await desk.passes(20)
    expect(at.line.mostAtOnce).toBe(1)
  })
})

describe('a call over HTTP', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('has a minute, and nearly five where less cannot be asked for', async () => {
    const given = vi.spyOn(AbortSignal, 'timeout')
    let isLeast = false
    const link = httpLink({
      isLeast: () => isLeast,
      ...{ url: 'https://hq', headquartersKey: '', proof: nodeCraft, timeoutMs: timeoutMs.usual, now: () => 0 },
      callers: () => [{ chain: founding, signNote: () => 'signed' }],
      transport: () => Promise.reject(new Error('no line')),
    })
    const segment = new Uint8Array(1)
    for (isLeast of [false, true]) {
      expect(await link.send(segment)).toEqual(err({ kind: 'away' }))
      expect(await link.fetch(founding, 0, 1)).toEqual(err({ kind: 'away' }))
    }
    const { usual, long } = timeoutMs
    expect(given.mock.calls.flat()).toEqual([usual, usual, long, long])
  })
})

describe('the acts of one call', () => {
  it('are all it may hold, and several calls at once, where the line is quick', async () => {
    const at = lineOf(10 * mib)
    const desk = deskOn(at)
    years(desk.ledger, 600)
    expect(await desk.passes(2)).toEqual(['level'])
    expect(at.line.calls.map(({ acts }) => acts)).toEqual([actsPerRun, actsPerRun, 1_200 - 2 * actsPerRun])
    expect(at.line.mostAtOnce).toBeGreaterThan(1)
    expect(at.line.calls.map(({ time }) => time)).toEqual(['usual', 'usual', 'usual'])
  })

  it('become no fewer because headquarters wants a moment, or refuses', async () => {
    const at = lineOf(10 * mib)
    const desk = deskOn(at)
    years(desk.ledger, 600)
    for (const problem of [{ kind: 'tooOften', waitMs: 1_000 }, { kind: 'refused' }, { kind: 'stopped' }] as const) {
      at.line.problem = problem
      expect(await desk.pass()).toBe(problem.kind)
    }
    expect(desk.runs.of(actsPerRun)).toBe(actsPerRun)
    at.line.problem = { kind: 'away' }
    expect(await desk.pass()).toBe('away')
    expect(desk.runs.of(actsPerRun)).toBe(actsPerRun / 2) // once, however many were under way
  })

  it('are halved from what was under way, down to one, and grow again with what is quick', async () => {
    const runs = new RunSize(() => 0)
    runs.failed(30, { kind: 'away' })
    expect(runs.of(actsPerRun)).toBe(15)
    for (const left of [8, 4, 2, 1, 1]) {
      expect(runs.isLeast).toBe(false)
      runs.failed(1_000, { kind: 'away' })
      expect(runs.of(actsPerRun)).toBe(left)
      if (left === 1) break
    }
    expect(runs.isLeast).toBe(true)
    for (const next of [2, 4, 8]) {
      const asked = runs.of(actsPerRun)
      await runs.heard(asked, Promise.resolve(ok(null)), () => asked)
      expect(runs.of(actsPerRun)).toBe(next)
    }
  })
})
