import { yearOf } from '../../domain/calendar/civil-date'
import { queryCodeFrom } from '../../domain/requests/query-code'
import type { RequestId } from '../../domain/requests/request-facts'
import { formatRequestNo } from '../../domain/requests/request-number'
import { err, ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Desk } from '../desk'
import type { CheckedRegistration } from './registration'

type Ports = Pick<Desk, 'ledger' | 'series' | 'newId' | 'randomBytes' | 'placeCode' | 'workstation'>

const attempts = 3

/**
 * Registers a request handed in in person (art. 31(1)) and gives it its number. A number that was given out since the
 * view was read is refused by main, and the next one is drawn.
 */
export async function registerRequest(
  checked: CheckedRegistration,
  ports: Ports,
): Promise<Result<{ readonly requestId: RequestId; readonly requestNo: string }, Problem>> {
  const requestId = ports.newId() as RequestId
  const series = { placeCode: ports.placeCode, workstationCode: ports.workstation, year: yearOf(checked.receivedOn) }
  const queryCode = queryCodeFrom(ports.randomBytes(16))
  const first = await ports.series.nextRequestSerial(series)
  for (let serial = first; ; serial++) {
    const requestNo = formatRequestNo({ ...series, serial })
    const { applicant, description, ...open } = checked
    const written = await ports.ledger.append({
      requestId,
      role: 'clerk',
      facts: [
        {
          type: 'request.registered@1',
          open: { ...open, requestNo, channel: 'inPerson', applicantType: 'naturalPerson', originalSeen: true },
          personal: { applicant, description, queryCode },
        },
      ],
    })
    if (written.ok) return ok({ requestId, requestNo })
    if (!isNumberTaken(written.problem) || serial - first >= attempts) return err(written.problem)
  }
}

const isNumberTaken = (problem: Problem): boolean => problem.kind === 'refused' && problem.why.kind === 'requestNoTaken'
