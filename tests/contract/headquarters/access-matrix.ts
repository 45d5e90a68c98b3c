import { randomUUID } from 'node:crypto'
import type { EnrolledMachine } from '../../support/headquarters/test-headquarters'

export type Asker = 'nobody' | 'desk' | 'observer' | 'closed' | 'otherOffice' | 'operator'
export const askers: readonly Asker[] = ['nobody', 'desk', 'observer', 'closed', 'otherOffice', 'operator']

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

const json = (value: unknown) => () => Buffer.from(JSON.stringify(value))
/** What is not an operator's is no operator's business, and the other way round. */
const forMachines = (of: number, observer = of, otherOffice = of) => [401, of, observer, 403, otherOffice, 401] as const
const forOperators = (of: number) => [401, 401, 401, 401, 401, of] as const
const forAll = (of: number) => [of, of, of, of, of, of] as const

/**
 * One row a route. A route that is not here fails the test below; so does a row without a route. The other office asks
 * for what is this office's: it is told that there is no such thing.
 */
export const matrix: Readonly<Record<string, Row>> = {
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

/** Kept by this office before anybody asks. */
export const blob = Buffer.from('sealed bytes of a scan')
