import { idleWork } from '../../renderer/ui/states/idle-work'
import { findRequests, prepareFind } from '../../shared/application/find/find-requests'
import type { RequestRecord } from '../../shared/application/ports'
import type { CivilDate } from '../../shared/domain/calendar/civil-date'
import {
  keysOf,
  likelyRepeats,
  monthlyCount,
  rememberRequest,
  type GrowingIndex,
} from '../../shared/domain/requests/likely-repeat'
import type { RequestId } from '../../shared/domain/requests/request-facts'
import { requestIn } from '../unit/shared/domain/requests/acts-of-a-request'
import { dice, oneOf, syntheticPerson } from '../support/workstation/synthetic-people'
import { median, percentile } from './figures'

export interface PeopleFigures {
  readonly people: number
  /** Reception: what one person asked for before, each time the form changes, ms. */
  readonly earlier: Spread
  /** Once a form, when the first document is whole, in the window's idle time. */
  readonly index: Pieces
  /** The palette: the six nearest for a name, ms. */
  readonly palette: Spread
  /** Once a record, while the palette is open and the window idles. */
  readonly paletteWords: Pieces
  /** People who were not found by their own document or name. */
  readonly missed: number
}

/** Work done in pieces, ms. */
interface Pieces {
  readonly longestMs: number
  readonly allMs: number
}

interface Spread {
  readonly p50: number
  readonly p95: number
  readonly n: number
}

const today = '2026-03-02' as CivilDate

/** Look-ups among `people` applicants, by the functions that reception and palette call. */
export async function benchPeople(people: number): Promise<PeopleFigures> {
  const records = recordsOf(people)
  const byPerson: GrowingIndex = new Map()
  const index = await inPieces(records, record => rememberRequest(byPerson, record))
  const paletteWords = await inPieces(records, prepareFind)
  const asked = records.filter((_each, at) => at % Math.ceil(people / 200) === 0)
  let missed = 0
  const earlier = asked.map(({ requestId, request }) =>
    timed(() => {
      const { applicant, description } = request.personal!
      const question = { keys: keysOf([applicant]), description, on: today }
      monthlyCount(byPerson, question)
      if (!likelyRepeats(byPerson, question).some(each => each.earlier.requestId === requestId)) missed++
    }),
  )
  const palette = asked.map(({ request }) =>
    timed(() => {
      const { name } = request.personal!.applicant
      if (!findRequests(records, name, 6).nearest.some(each => each.request.personal?.applicant.name === name)) missed++
    }),
  )
  return { people, missed, index, paletteWords, earlier: spreadOf(earlier), palette: spreadOf(palette) }
}

/** Idle time as a window has it between two frames: half of one, then the next. */
const idleMs = 8

function inPieces(records: readonly RequestRecord[], work: (record: RequestRecord) => void): Promise<Pieces> {
  const pieces: number[] = []
  const idle = (piece: (deadline: IdleDeadline) => void): number => {
    setImmediate(() => {
      const startedAt = performance.now()
      piece({ didTimeout: false, timeRemaining: () => Math.max(0, idleMs - (performance.now() - startedAt)) })
      pieces.push(performance.now() - startedAt)
    })
    return 0
  }
  Object.assign(globalThis, { requestIdleCallback: idle })
  return new Promise(resolve =>
    idleWork(records, work, () =>
      setImmediate(() =>
        resolve({ longestMs: Math.max(...pieces), allMs: pieces.reduce((sum, each) => sum + each, 0) }),
      ),
    ),
  )
}

function recordsOf(people: number): readonly RequestRecord[] {
  const random = dice(20_260_302)
  const template = requestIn('registered')
  return Array.from({ length: people }, (_each, at) => {
    const { name, ...rest } = syntheticPerson(random)
    const applicant = { ...rest, name: `${name.slice(0, 1)}${oneOf(second, random)}${oneOf(third, random)}` }
    const description = `青石镇白鹭村第${at + 1}号宗地征地补偿安置方案及补偿费发放表`
    const requestNo = `YX-A-2026-${String(at + 1).padStart(6, '0')}`
    const request = {
      ...template,
      requestNo,
      arrivedOn: today,
      personal: { ...template.personal!, applicant, description },
    }
    return { requestId: `request-${at}` as RequestId, request, needsNewerVersion: false, actsLeftOut: 0 }
  })
}

const second = [...'文德志建国秀玉春凤长淑有明光永福桂海云青学思']
const third = [...'英兰华军平珍强梅财贞顺山林江河安宁远达兴业成']

const timed = (work: () => void): number => {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

const spreadOf = (times: readonly number[]): Spread => ({
  p50: median(times),
  p95: percentile(times, 0.95),
  n: times.length,
})
