import { randomUUID } from 'node:crypto'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { valueOf } from '../../support/workstation/test-workstation'
import { visitActs, type VisitStep } from '../../support/workstation/visit-acts'
import { signInAs, workstationOn, type Signer } from '../support/without-screen'

export interface Hired {
  readonly clerk: Signer
  readonly reviewer: Signer
}

/** The morning on which the five of them stand as their names say. */
export const morningOfWarnings = '2026-12-11T09:00:00+08:00'

/** Numbers of what `oneOfEach` leaves in the office. */
export const requestNos = {
  late: 'YX-A-2026-0001',
  soon: 'YX-A-2026-0002',
  unserved: 'YX-A-2026-0003',
  undated: 'YX-A-2026-0004',
  unconfirmed: 'YX-A-2026-0005',
} as const

/** An office whose program is not running gets a request of each kind that the board warns of. */
export async function oneOfEach(userData: string, { clerk, reviewer }: Hired): Promise<void> {
  const doOn = async (day: string, work: (at: Workstation, agencyId: string) => Promise<void>) => {
    const workstation = workstationOn(userData, `${day}T09:05:00+08:00`)
    await signInAs(workstation, clerk)
    const [founding] = workstation.ledger!.actsOf('office')
    const { agencyId } = founding!.facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
    await work(workstation, agencyId)
    workstation.lock()
  }
  const registered = (day: string, serial: number) =>
    doOn(day, async (workstation, agencyId) => {
      const numbers = { agencyId, today: day, requestSerial: serial, letterSerial: serial }
      write(workstation, visitActs(numbers).slice(0, 1))
    })
  await registered('2026-10-12', 1) // due 9 November
  await registered('2026-11-17', 2) // due 15 December
  await doOn('2026-12-01', async (workstation, agencyId) => {
    const steps = visitActs({ agencyId, today: '2026-12-01', requestSerial: 3, letterSerial: 1 })
    const issuedAt = steps.findIndex(({ facts }) => facts[0]!.type === 'reply.issued@1')
    for (const step of steps.slice(0, issuedAt + 1)) {
      await signInAs(workstation, step.by === 'reviewer' ? reviewer : clerk)
      write(workstation, [step])
    }
  })
  await registered('2026-12-10', 4) // runs into 2027, whose holidays are not published
  await doOn('2026-12-10', async (workstation, agencyId) => write(workstation, [byPost(agencyId)]))
}

function write(workstation: Workstation, steps: readonly VisitStep[]): void {
  for (const { subject, role, facts } of steps) valueOf(workstation.append({ subject, role, facts }))
}

/** An ordinary letter that came on 10 December; nobody has reached the sender yet. */
function byPost(agencyId: string): VisitStep {
  const open = {
    ...{ requestNo: requestNos.unconfirmed, agencyId, channel: 'ordinaryPost', arrivedOn: '2026-12-10' },
    ...{ applicantType: 'naturalPerson', medium: 'paper', route: 'post', originalSeen: false },
  }
  const personal = {
    applicant: {
      name: '张㛃䶮',
      idNumber: '110101190001010014',
      phone: '13900000182',
      postalAddress: '青石镇白鹭村1号',
    },
    ...{ description: '白鹭村小学用地批准文件', queryCode: '2345-6789-ACDF' },
  }
  const subject = `request:${randomUUID()}`
  return { by: 'administrator', role: 'clerk', subject, facts: [{ type: 'request.registered@1', open, personal }] }
}
