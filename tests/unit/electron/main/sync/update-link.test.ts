import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerNote, answerSignatureHeader, answerTimeHeader } from '#shared/ledger/headquarters/answer-note'
import { signedCalls } from '../../../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { httpUpdateLink } from '../../../../../electron/main/sync/update-link'

const headquarters = generateKeyPairSync('ed25519')
const publicKey = headquarters.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Said {
  readonly status: number
  readonly body: string
  readonly isSigned?: boolean
  /** As headquarters signs bytes: by their status alone. */
  readonly isBytes?: boolean
}

/** A line whose other end says that. */
function lineTo({ status, body, isSigned = true, isBytes = false }: Said) {
  const asked: string[] = []
  const transport: typeof fetch = async (url, init) => {
    asked.push(String(url))
    const nonce = new Headers(init?.headers).get('records-desk-nonce')!
    const at = '2026-11-26T12:00:00.000Z'
    const note = answerNote({ nonce, status, bodyDigest: digest(isBytes ? '' : body), at })
    const signature = sign(null, Buffer.from(note), headquarters.privateKey).toString('base64')
    return new Response(body, {
      status,
      headers: { [answerTimeHeader]: at, ...(isSigned ? { [answerSignatureHeader]: signature } : {}) },
    })
  }
  const callers = () => [{ chain: 'ab'.repeat(16), signNote: () => 'signed' }]
  const parts = { url: 'https://hq', headquartersKey: publicKey, proof: nodeCraft, callers, transport }
  return { asked, link: httpUpdateLink(signedCalls({ ...parts, now: () => 0, timeoutMs: 1_000 })) }
}

const machine = { platform: 'linux', arch: 'x64' }
const offered = { version: '0.3.0', replaces: '0.1.0', bytes: 5, sha256: 'cd'.repeat(32) }
const list = JSON.stringify({ packages: [offered] })

test('the list is asked for this system, and read where headquarters signed it', async () => {
  const { link, asked } = lineTo({ status: 200, body: list })
  expect(await link.list(machine)).toEqual({ ok: true, value: [offered] })
  expect(asked).toEqual(['https://hq/v1/updates?platform=linux&arch=x64'])
})

test('a headquarters that is older than this answers 404 without a signature: it has none', async () => {
  const unsigned = { status: 404, isSigned: false }
  expect(await lineTo({ ...unsigned, body: '{"kind":"notFound"}' }).link.list(machine)).toEqual({
    ok: true,
    value: null,
  })
  // Nothing of an unsigned answer is read, so that nobody on the line can move this machine's clock or its chain.
  const forged = lineTo({ ...unsigned, body: '{"kind":"clockApart"}' })
  expect(await forged.link.list(machine)).toEqual({ ok: true, value: null })
  expect(forged.asked).toHaveLength(1)
})

const notUnderstood = { ok: false, problem: { kind: 'notUnderstood' } }

test.each<[string, Said, object]>([
  ['a list that nobody signed', { status: 200, body: list, isSigned: false }, notUnderstood],
  ['a list of another shape', { status: 200, body: '{"packages":[{"version":"v1"}]}' }, notUnderstood],
  ['no JSON', { status: 200, body: '<html>' }, notUnderstood],
  ['a machine that is closed', { status: 403, body: '{"kind":"machineClosed"}' }, { problem: { kind: 'refused' } }],
  ['a machine that is unknown', { status: 404, body: '{"kind":"unknownCaller"}' }, { problem: { kind: 'refused' } }],
  ['too many requests', { status: 429, body: '', isSigned: false }, { problem: { kind: 'tooOften', waitMs: 60_000 } }],
  ['a proxy before nothing', { status: 502, body: '' }, { problem: { kind: 'away' } }],
])('%s is no list', async (_, said, answer) => {
  expect(await lineTo(said).link.list(machine)).toMatchObject(answer)
})

test('bytes come by their place; past the end and where there are none it says so; more than asked are refused', async () => {
  const bytes = { status: 200, body: 'bytes', isBytes: true }
  const { link, asked } = lineTo(bytes)
  expect(await link.get(offered.sha256, 10, 5)).toEqual({ ok: true, value: Buffer.from('bytes') })
  expect(asked).toEqual([`https://hq/v1/updates/${offered.sha256}?from=10&most=5`])
  expect(await link.get(offered.sha256, 10, 4)).toEqual(notUnderstood)
  for (const status of [404, 416])
    expect(await lineTo({ status, body: '{"kind":"x"}' }).link.get(offered.sha256, 0, 5)).toEqual({
      ok: true,
      value: null,
    })
  expect(await lineTo({ ...bytes, isSigned: false }).link.get(offered.sha256, 0, 5)).toEqual(notUnderstood)
  expect(await lineTo({ status: 404, body: '', isSigned: false }).link.get(offered.sha256, 0, 5)).toEqual(notUnderstood)
})
