import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerNote } from '#shared/ledger/headquarters/answer-note'
import { buildServer } from '../../../headquarters/server/build-server'
import { craft, digestOf } from '../../../headquarters/server/craft'
import type { Call, TestMachine } from '../../support/headquarters/test-machine'
import { send, type EnrolledMachine, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

type Asker = 'nobody' | 'desk' | 'observer' | 'closed' | 'otherOffice' | 'operator'
const askers: readonly Asker[] = ['nobody', 'desk', 'observer', 'closed', 'otherOffice', 'operator']

interface Place {
  readonly own: EnrolledMachine
  readonly digest: string
}

interface Row {
  readonly path: (place: Place) => string
  readonly body?: (place: Place) => Buffer
  /** Status for each asker, in their order. */
  readonly answers: readonly [number, number, number, number, number, number]
}

const none = Buffer.alloc(0)
const json = (value: unknown) => () => Buffer.from(JSON.stringify(value))
/** What is not an operator's is no operator's business, and the other way round. */
const forMachines = (of: number, observer = of, otherOffice = of) => [401, of, observer, 403, otherOffice, 401] as const
const forOperators = (of: number) => [401, 401, 401, 401, 401, of] as const
const forAll = (of: number) => [of, of, of, of, of, of] as const

/**
 * One row a route. A route that is not here fails the test below; so does a row without a route. The other office asks
 * for what is this office's: it is told that there is no such thing.
 */
const matrix: Readonly<Record<string, Row>> = {
  'GET /health': { path: () => '/health', answers: forAll(200) },
  'GET /metrics': { path: () => '/metrics', answers: forOperators(200) },
  'POST /v1/enrolments': { path: () => '/v1/enrolments', body: json({}), answers: forAll(400) },
  'GET /v1/heads': { path: () => '/v1/heads', answers: forMachines(200) },
  'POST /v1/segments': {
    ...{ path: () => '/v1/segments', body: ({ own }: Place) => own.segment() },
    answers: forMachines(200, 403, 404),
  },
  'GET /v1/chains/:chain/acts': {
    path: ({ own }) => `/v1/chains/${own.chain}/acts?after=0`,
    answers: forMachines(200, 200, 404),
  },
  'POST /v1/contact': {
    ...{ path: () => '/v1/contact', answers: forMachines(204) },
    body: json({ program: '0.1.0', backlog: 3, scans: { files: 2, bytes: 70_000 }, machineAt: '2026-11-26T00:00:00Z' }),
  },
  'HEAD /v1/blobs/:digest': { path: ({ digest }) => `/v1/blobs/${digest}`, answers: forMachines(200, 200, 404) },
  'GET /v1/blobs/:digest': { path: ({ digest }) => `/v1/blobs/${digest}`, answers: forMachines(200, 200, 404) },
  'PUT /v1/blobs/:digest': {
    ...{ path: ({ digest }: Place) => `/v1/blobs/${digest}`, body: () => blob },
    answers: forMachines(201, 403, 201), // of its own: what another office keeps under the digest is another blob
  },
  // The same for every office, so another one asks for nothing of this one's; `digest` is of no package.
  'GET /v1/updates': { path: () => '/v1/updates?platform=linux&arch=x64', answers: forMachines(200) },
  'GET /v1/updates/:digest': { path: ({ digest }) => `/v1/updates/${digest}?most=1`, answers: forMachines(404) },
  'GET /v1/console/offices': { path: () => '/v1/console/offices', answers: forOperators(200) },
  'POST /v1/console/offices': {
    ...{ path: () => '/v1/console/offices', body: json({ placeCode: '530199', name: '白鹭县档案馆' }) },
    answers: forOperators(201),
  },
  'POST /v1/console/offices/:officeId/name': {
    ...{ path: ({ own }: Place) => `/v1/console/offices/${own.officeId}/name`, body: json({ name: '云溪县档案馆' }) },
    answers: forOperators(200),
  },
  'POST /v1/console/offices/:officeId/removal': {
    ...{ path: ({ own }: Place) => `/v1/console/offices/${own.officeId}/removal`, body: json({}) },
    answers: forOperators(409), // it has machines
  },
  'POST /v1/console/offices/:officeId/codes': {
    ...{ path: ({ own }: Place) => `/v1/console/offices/${own.officeId}/codes`, body: json({ role: 'desk' }) },
    answers: forOperators(201),
  },
  'GET /v1/console/offices/:officeId/machines': {
    path: ({ own }) => `/v1/console/offices/${own.officeId}/machines`,
    answers: forOperators(200),
  },
  'GET /v1/console/statistics': { path: () => '/v1/console/statistics?year=2026', answers: forOperators(200) },
  'GET /v1/console/offices/:officeId/statistics': {
    path: ({ own }) => `/v1/console/offices/${own.officeId}/statistics?month=2026-03`,
    answers: forOperators(200),
  },
  'GET /v1/console/sendings': { path: () => '/v1/console/sendings', answers: forOperators(200) },
  'POST /v1/console/sendings': {
    ...{ path: () => '/v1/console/sendings', answers: forOperators(201) },
    body: ({ own }: Place) => json(noticeTo(own.officeId))(),
  },
  'GET /v1/console/sendings/:sendingId': {
    path: () => `/v1/console/sendings/${noticeId}`,
    answers: forOperators(200), // of the row before
  },
  'GET /v1/console/offices/:officeId/documents': {
    path: ({ own }) => `/v1/console/offices/${own.officeId}/documents?words=${encodeURIComponent('公告')}`,
    answers: forOperators(200),
  },
  'GET /v1/console/offices/:officeId/quarantine': {
    path: ({ own }) => `/v1/console/offices/${own.officeId}/quarantine`,
    answers: forOperators(200),
  },
  'POST /v1/console/offices/:officeId/quarantine/:hash': {
    ...{ path: ({ own }: Place) => `/v1/console/offices/${own.officeId}/quarantine/${'ab'.repeat(32)}` },
    ...{ body: json({ decision: 'refused', by: '赵处长', reason: '不是本单位写的' }), answers: forOperators(404) },
  },
  'GET /console/*': { path: () => '/console/', answers: forAll(200) },
  'POST /v1/console/offices/:officeId/machines/:chain/closing': {
    ...{ path: ({ own }: Place) => `/v1/console/offices/${own.officeId}/machines/${'ab'.repeat(16)}/closing` },
    ...{ body: json({}), answers: forOperators(404) },
  },
}

const noticeId = randomUUID()
const noticeTo = (officeId: number) => ({
  ...{ sendingId: noticeId, offices: [officeId] },
  content: { kind: 'notice', title: '通知', text: '请报送。' },
})

const blob = Buffer.from('sealed bytes of a scan')

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
