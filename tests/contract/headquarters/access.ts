import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerNote } from '#shared/ledger/headquarters/answer-note'
import { buildServer } from '../../../headquarters/server/build-server'
import { craft, digestOf } from '../../../headquarters/server/craft'
import type { Call, TestMachine } from '../../support/headquarters/test-machine'
import { send, type EnrolledMachine, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { askers, blob, matrix, type Asker } from './access-matrix'

const none = Buffer.alloc(0)

export function accessTests(of: () => TestHeadquarters): void {
  const ask = async (who: Asker, machine: TestMachine, { method, path, body = none }: Call): Promise<number> => {
    if (who === 'operator' || who === 'nobody') {
      const authorization = who === 'operator' ? { authorization: `Bearer ${'token-of-the-tests-0123456789'}` } : {}
      const headers = { ...authorization, ...(body.length > 0 ? { 'content-type': 'application/json' } : {}) }
      const options = { method: method as 'GET', url: path, headers, ...(body.length > 0 ? { payload: body } : {}) }
      return (await of().server.inject(options)).statusCode
    }
    return (await of().call(machine, { method, path, ...(body.length > 0 ? { body } : {}) })).status
  }

  test('offices, roles and routes: each cell is as the matrix says, and no route is missing', async () => {
    expect([...of().routes].sort()).toEqual(Object.keys(matrix).sort())
    const own = await of().enrolled()
    const inOffice = { officeId: own.officeId, office: own.office }
    const closed = await of().enrolled(inOffice)
    await of().operator('POST', `/v1/console/offices/${own.officeId}/machines/${closed.chain}/closing`, {})
    const machines: Readonly<Record<Asker, TestMachine>> = {
      ...{ nobody: own, desk: own, operator: own, closed, otherOffice: await of().enrolled() },
      observer: await of().enrolled({ ...inOffice, role: 'observer' }),
    }
    const place = { own, digest: digestOf(blob) }
    await of().call(own, { method: 'PUT', path: `/v1/blobs/${place.digest}`, body: blob })
    let cells = 0
    for (const [route, { path, body, answers }] of Object.entries(matrix)) {
      for (const [at, who] of askers.entries()) {
        const call = { method: route.split(' ')[0]!, path: path(place), ...(body ? { body: body(place) } : {}) }
        const status = await ask(who, machines[who], call)
        expect([route, who, status]).toEqual([route, who, answers[at]])
        cells++
      }
    }
    console.log(
      `headquarters: ${cells} cells of offices x roles x routes asserted, ${Object.keys(matrix).length} routes`,
    )
  })

  test('a route that nobody was named for is answered as if it were not there', async () => {
    for (const path of ['/', '/v1', '/v1/console', '/v1/chains', '/health/..%2fmetrics', '/v2/heads'])
      expect([path, (await of().server.inject({ url: path })).statusCode]).toEqual([path, 404])
  })

  test('the pages of the console are files of their folder and nothing beside it, under a policy of their own', async () => {
    const get = (url: string) => of().server.inject({ url })
    const [first, second] = [await get('/console/'), await get('/console/index.html')]
    const nonceOf = ({ body }: { body: string }) => /nonce="([^"]+)"/.exec(body)![1]!
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonceOf(first)}'`)
    expect(nonceOf(second)).not.toBe(nonceOf(first))
    expect((await get('/console/assets/main.js')).headers['content-type']).toContain('text/javascript')
    for (const path of [
      '../headquarters.key',
      '..%2fheadquarters.key',
      'assets',
      'assets/../../operator.token',
      'x.js',
    ])
      expect([path, (await get(`/console/${path}`)).statusCode]).toEqual([path, 404])
  })

  describe('a signed request', () => {
    test('is refused when anything of it was changed, or when it comes twice', async () => {
      const machine = await of().enrolled()
      const stranger = await of().enrolled()
      const call: Call = { method: 'GET', path: `/v1/chains/${machine.chain}/acts?after=0` }
      const headers = machine.signedHeaders(call)
      const inject = async (change: object) =>
        (await of().server.inject({ method: 'GET', url: call.path, headers, ...change })).statusCode
      expect(await inject({ url: `/v1/chains/${machine.chain}/acts?after=1` })).toBe(401)
      expect(await inject({ url: '/v1/heads' })).toBe(401)
      expect(await inject({ headers: { ...headers, 'records-desk-chain': stranger.chain } })).toBe(401)
      expect(await inject({ headers: { ...headers, 'records-desk-nonce': 'ab'.repeat(16) } })).toBe(401)
      expect(await inject({ headers: { ...headers, 'records-desk-chain': 'ab'.repeat(16) } })).toBe(404)
      expect(await inject({})).toBe(200)
      const again = await of().server.inject({ method: 'GET', url: call.path, headers })
      expect([again.statusCode, again.json()]).toEqual([401, { kind: 'repeated' }])
    })

    test('with a body that is not the signed one is refused', async () => {
      const machine = await of().enrolled()
      machine.visit()
      const call = send(machine, 1)
      const headers = machine.signedHeaders(call)
      const other = { method: 'POST' as const, url: call.path, headers, payload: machine.segment(1, 3) }
      expect((await of().server.inject(other)).statusCode).toBe(401)
    })

    test('of a machine whose clock is wrong is told the time, and heard when it signs by that', async () => {
      const machine = await of().enrolled()
      const call: Call = { method: 'GET', path: '/v1/heads' }
      const years = 10 * 365 * 86_400_000
      const refused = await of().call(machine, { ...call, sentAt: Date.now() - years })
      expect([refused.status, refused.json['kind']]).toEqual([401, 'clockApart'])
      const offset = Date.parse(String(refused.headers['records-desk-time'])) - (Date.now() - years)
      expect((await of().call(machine, { ...call, sentAt: Date.now() - years + offset })).status).toBe(200)
    })

    test('is answered with headquarters’ signature over what was said', async () => {
      const machine = await of().enrolled()
      const nonce = randomBytes(16).toString('hex')
      const { status, headers, bytes } = await of().call(machine, { method: 'GET', path: '/v1/heads', nonce })
      const at = String(headers['records-desk-time'])
      const note = answerNote({ nonce, status, bodyDigest: digestOf(bytes), at })
      const signature = String(headers['records-desk-answer'])
      expect(craft.verifyNote(of().parts.key.publicKey, note, signature)).toBe(true)
      expect(craft.verifyNote(of().parts.key.publicKey, note.replace('200', '409'), signature)).toBe(false)
    })
  })

  test('a body that is longer than it may be, deep, or poisoned is refused as what it is', async () => {
    const headers = { 'content-type': 'application/json' }
    const post = async (payload: string | Buffer) =>
      (await of().server.inject({ method: 'POST', url: '/v1/enrolments', payload, headers })).statusCode
    expect(await post(Buffer.alloc(4 * 1024 * 1024, 32))).toBe(413)
    expect(await post('['.repeat(100_000) + ']'.repeat(100_000))).toBe(400)
    expect(await post('{"__proto__": {"code": "1"}}')).toBe(400)
    expect(await post('x')).toBe(400)
  })

  test('the log holds ids and counts; what identifies a person is nowhere in it, whatever goes wrong', async () => {
    const canary = '110101190001010014'
    const name = 'Canary Wang'
    const machine = await of().enrolled()
    const marked = { requestNo: `${name} ${canary}`, agencyId: canary, channel: 'inPerson', receivedOn: canary }
    machine.write(`request:${randomUUID()}`, { type: 'request.registered@1', open: marked })
    const before = of().log.length
    expect((await of().call(machine, send(machine, 1))).status).toBe(200)
    const wild = [`/v1/blobs/${canary}`, `/v1/heads?name=${canary}`, `/${canary}`, `/v1/chains/${canary}/acts`]
    for (const path of wild) await of().call(machine, { method: 'GET', path })
    await of().operator('POST', '/v1/console/offices', { placeCode: canary, name })
    of().server.log.error(new Error(`${name} ${canary}`))
    of().server.log.error({ applicant: name, err: new Error(canary), req: { url: canary } }, `a request of ${canary}`)
    const written = of().log.slice(before).join('')
    expect(written.split('\n').length).toBeGreaterThan(6)
    expect(written).not.toContain(canary)
    expect(written).not.toContain(name)
    expect(of().parts.metrics.text(Date.now())).not.toContain(canary)
  })

  test('the console sees how offices stand', async () => {
    const machine = await of().enrolled()
    machine.visit('2026-03-02')
    machine.write(`request:${randomUUID()}`, {
      type: 'request.registered@1',
      open: {
        ...{ requestNo: 'YX-A-2026-0002', agencyId: '0a0a0a0a-0000-4000-8000-000000000001', channel: 'inPerson' },
        ...{ receivedOn: '2026-03-02', applicantType: 'naturalPerson', medium: 'paper', route: 'collect' },
        originalSeen: true,
      },
    })
    await of().call(machine, send(machine, 1))
    await of().call(machine, { method: 'GET', path: '/v1/heads' })
    const seen = await of().operator('GET', '/v1/console/offices')
    expect(standingOf(seen.json, machine)).toMatchObject({ lastContactAt: expect.any(String), programs: [] })
    const said = { program: '0.1.0', backlog: 4, machineAt: new Date().toISOString() }
    const body = Buffer.from(JSON.stringify(said))
    await of().call(machine, { method: 'POST', path: '/v1/contact', body })
    const { json } = await of().operator('GET', '/v1/console/offices')
    const counted = { acts: 15, backlog: 4, open: 1, overdue: 1, dueSoon: 0, conflicts: 0, poison: 0, machines: 1 }
    expect(standingOf(json, machine)).toMatchObject({ ...counted, name: '云溪县档案馆', programs: ['0.1.0'] })
  })

  test('whoever asks too often is told to wait, and nobody else is', async () => {
    const { parts } = of()
    const config = { ...parts.config, requestsAMinute: 4, enrolmentsAMinute: 2 }
    const server = await buildServer({ ...parts, config: { ...config, logLevel: 'silent' } })
    const [machine, other] = [await of().enrolled(), await of().enrolled()]
    const call: Call = { method: 'GET', path: '/v1/heads' }
    const ask = async (by: TestMachine) =>
      (await server.inject({ method: 'GET', url: call.path, headers: by.signedHeaders(call) })).statusCode
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push(await ask(machine))
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
    expect(await ask(other)).toBe(200)
    const enrol = async () => {
      const headers = { 'records-desk-chain': randomBytes(16).toString('hex') } // no way round it
      return (await server.inject({ method: 'POST', url: '/v1/enrolments', payload: {}, headers })).statusCode
    }
    expect([await enrol(), await enrol(), await enrol()]).toEqual([400, 400, 429])
    await server.close()
  })

  test('metrics are for the operator, and say what was done', async () => {
    const { bytes } = await of().operator('GET', '/metrics')
    expect(bytes.toString()).toMatch(/records_desk_segments_total\{kind="taken"\} [1-9]/)
    expect(bytes.toString()).toMatch(/records_desk_requests_total\{route="\/v1\/segments",status="200"\} [1-9]/)
  })
}

const standingOf = (json: Record<string, unknown>, { officeId }: EnrolledMachine) =>
  (json['offices'] as { officeId: number }[]).find(one => one.officeId === officeId)
