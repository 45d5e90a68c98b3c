import { expect, test } from 'vitest'
import { signedCalls } from '../../../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'

/** What the desk makes of an answer that nobody signed: a limit is met before a signature is. */
const answered = (status: number, retryAfter: string | null) =>
  signedCalls({
    ...{ url: 'https://hq', headquartersKey: '', proof: nodeCraft, timeoutMs: 1_000, now: () => 0 },
    callers: () => [{ chain: 'ab'.repeat(16), signNote: () => 'signed' }],
    transport: async () =>
      new Response('', { status, headers: retryAfter === null ? {} : { 'retry-after': retryAfter } }),
  })({ method: 'GET', path: '/v1/heads' })

test.each([
  ['17', 17_000],
  ['0', 1_000],
  ['86400', 120_000], // it is not signed: nobody on the line keeps a machine waiting for a day
  ['9'.repeat(40), 60_000],
  ['Fri, 27 Nov 2026 00:00:00 GMT', 60_000],
  [null, 60_000],
])('asked too often, try again after %s: waits %i ms', async (retryAfter, waitMs) => {
  expect(await answered(429, retryAfter)).toEqual({ ok: false, problem: { kind: 'tooOften', waitMs } })
})

test('a proxy that reaches nobody is no wish to wait', async () => {
  expect(await answered(503, '17')).toEqual({ ok: false, problem: { kind: 'away' } })
})
