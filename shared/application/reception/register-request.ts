import { yearOf, type CivilDate } from '../../domain/calendar/civil-date'
import { queryCodeFrom } from '../../domain/requests/query-code'
import type { RequestId } from '../../domain/requests/request-facts'
import { formatRequestNo } from '../../domain/requests/request-number'
import { err, ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Desk } from '../desk'
import { firstHeard } from '../first-heard'
import type { RequestBook } from '../ports'
import { mostDraws, serialExpected } from '../requests/out-of-turn'
import type { CheckedRegistration } from './registration'

type Ports = Pick<Desk, 'ledger' | 'series' | 'requests' | 'randomBytes' | 'placeCode' | 'workstation'>

export interface RegisteredRequest {
  readonly requestId: RequestId
  /** Null where it was registered before and the view has not seen it yet. */
  readonly requestNo: string | null
}

/**
 * Registers a request and gives it its number; a receipt that both sides confirmed already is part of the same act. The id is the form's own, so that
 * doing it again (a double press, a retry after an answer that was lost, a draft left over from a crash) is refused by
 * main as registered already and answered as done. A number that another request was given since the view was read is
 * refused too, and the next one is drawn.
 */
export async function registerRequest(
  requestId: RequestId,
  checked: CheckedRegistration,
  ports: Ports,
): Promise<Result<RegisteredRequest, Problem>> {
  const series = { placeCode: ports.placeCode, workstationCode: ports.workstation, year: yearOf(dayOf(checked)) }
  const queryCode = queryCodeFrom(ports.randomBytes(16))
  let serial = await ports.series.nextRequestSerial(series)
  for (let draws = 1; ; draws++) {
    const requestNo = formatRequestNo({ ...series, serial })
    const { open, personal, confirmation } = checked
    const written = await ports.ledger.append({
      requestId,
      role: 'clerk',
      facts: [
        {
          type: 'request.registered@1',
          open: { ...open, requestNo },
          personal: { ...personal, queryCode },
        },
        ...(confirmation ? [confirmation] : []),
      ],
    })
    if (written.ok) return ok({ requestId, requestNo })
    if (isRefused(written.problem, 'alreadyRegistered')) {
      return ok({ requestId, requestNo: await numberOf(ports.requests, requestId) })
    }
    const expected = serialExpected(written.problem)
    if (expected === null || draws >= mostDraws) return err(written.problem)
    serial = expected
  }
}

/** Numbers are of the year in which the request lay before the office. */
const dayOf = ({ open }: CheckedRegistration): CivilDate => (open.receivedOn ?? open.arrivedOn)!

const isRefused = (problem: Problem, why: string): boolean => problem.kind === 'refused' && problem.why.kind === why

/** As the view has it now. */
const numberOf = async (requests: RequestBook, requestId: RequestId): Promise<string | null> =>
  (await firstHeard(requests.watchOne(requestId)))?.request.requestNo ?? null
