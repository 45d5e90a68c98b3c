import { expect, test } from 'vitest'
import { bytesOf } from '../../../../../../renderer/windows/desk/papers/bytes-of'

/** A response as fetch gives it: its body is a stream of bytes, which arrive in pieces. */
function answer(pieces: readonly number[][], headers: Record<string, string>): Response {
  const body = new ReadableStream({
    type: 'bytes',
    start: content => {
      for (const piece of pieces) content.enqueue(new Uint8Array(piece))
      content.close()
    },
  })
  return new Response(body, { headers })
}

const pieces = [[1, 2, 3], [4], [5, 6]]
const whole = [1, 2, 3, 4, 5, 6]

test('pieces of any size become one array of the length that was told', async () => {
  const bytes = await bytesOf(answer(pieces, { 'content-length': '6' }))
  expect([...bytes]).toEqual(whole)
  expect(bytes.buffer.byteLength).toBe(6)
})

test('a body whose length nobody told is read as well', async () => {
  expect([...(await bytesOf(answer(pieces, {})))]).toEqual(whole)
})

test('a body that ends early is no font: it says after how many bytes', async () => {
  await expect(bytesOf(answer(pieces, { 'content-length': '7' }))).rejects.toThrow('after 6 of 7 bytes')
})
