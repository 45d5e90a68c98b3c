import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { readReached, writeActStream } from '#shared/contracts/act-stream'
import { fetchActs } from '../../../../../renderer/data/projector/act-source'
import { CutStreamError, splitActs } from '../../../../../renderer/data/projector/split-acts'

const url = 'app://desk/ledger/acts'
const hash = 'a'.repeat(64)
const answering = (response: Response | Error) => {
  const fetchLike = vi.fn((_address: unknown) =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  )
  return { fetchLike, source: fetchActs(url, fetchLike as unknown as typeof fetch) }
}

it('asks after the last act of each chain by seq and hash, and for everything by none', async () => {
  const { fetchLike, source } = answering(new Response(''))
  await source([])
  const reached = [
    { chain: 'c', seq: 7, hash },
    { chain: 'd', seq: 9, hash },
  ]
  await source(reached)
  expect(fetchLike.mock.calls.map(([address]) => address)).toEqual([url, `${url}?after=c.7.${hash}&after=d.9.${hash}`])
  const [, asked] = fetchLike.mock.calls.map(([address]) => new URL(address as string).searchParams.getAll('after'))
  expect(readReached(asked!)).toEqual(reached)
  expect(readReached(['c.7.short'])).toBeNull()
})

it('streams the body and reads how many acts there are, and whose chain it is', async () => {
  const bytes = writeActStream([new Uint8Array([1]), new Uint8Array([2, 3])])
  const answer = await answering(new Response(bytes, { headers: { 'x-acts-held': '9', 'x-own-chain': 'c' } })).source(
    [],
  )
  if (answer.kind !== 'acts') throw new Error(answer.kind)
  expect([answer.actsHeld, answer.ownChain]).toEqual([9, 'c'])
  expect(await all(answer.pieces)).toEqual([[1], [2, 3]])
})

it.each([
  [new Response('', { status: 409 }), { kind: 'otherJournal' }],
  [new Response('', { status: 403 }), { kind: 'unavailable', why: 'locked' }],
  [new Response('', { status: 500 }), { kind: 'unavailable', why: 'unreachable' }],
  [new TypeError('Failed to fetch'), { kind: 'unavailable', why: 'unreachable' }],
])('reads what is not an answer (%#)', async (response, expected) => {
  expect(await answering(response).source([])).toEqual(expected)
})

it('a body that breaks off is a cut stream', async () => {
  const body = new ReadableStream<Uint8Array>({ start: controller => controller.error(new TypeError('network error')) })
  const answer = await answering(new Response(body)).source([])
  if (answer.kind !== 'acts') throw new Error(answer.kind)
  await expect(all(answer.pieces)).rejects.toBeInstanceOf(CutStreamError)
})

it('puts acts together again however the stream is cut, and refuses one that ends early', async () => {
  const acts = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(acts, fc.integer({ min: 1, max: 60 }), fc.nat(), async (bodies, size, cut) => {
      const bytes = writeActStream(bodies)
      expect(await all(pieces(bytes, size))).toEqual(bodies.map(body => [...body]))
      const whole = bodies.map((_, n) => writeActStream(bodies.slice(0, n)).length)
      const short = cut % bytes.length
      if (!whole.includes(short))
        await expect(all(pieces(bytes.subarray(0, short), size))).rejects.toThrow(CutStreamError)
    }),
  )
})

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function all(from: AsyncIterable<Uint8Array>): Promise<number[][]> {
  const acts: number[][] = []
  for await (const some of splitActs(from)) acts.push(...some.map(act => [...act]))
  return acts
}
