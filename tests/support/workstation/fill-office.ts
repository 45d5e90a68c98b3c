import type { ProposedAct } from '../../../electron/main/ledger/ledger'
import { foundLedger } from './founded-ledger'
import { valueOf } from './test-workstation'
import { visitActs } from './visit-acts'

export interface FilledOffice {
  readonly acts: number
  readonly requests: number
  /** Id of the last request that was filled in whole. */
  readonly lastRequestId: string
}

/** A clerk writes one act a frame; a few visits keep the filling of a large office from being bound by the disk. */
const visitsInFrame = 2

/**
 * An office with at least `acts` acts in its journal, every visit complete; real passwords, keys and signatures.
 * `today` is `YYYY-MM-DD`.
 */
export async function fillOffice(folder: string, acts: number, today: string): Promise<FilledOffice> {
  const startsAt = Date.parse(`${today}T09:00:00+08:00`) - performance.now()
  const { ledger, founder, agencyId, close } = await foundLedger(folder, () => startsAt + performance.now())
  const reviewer = crypto.randomUUID()
  valueOf(
    ledger.append([
      {
        actor: founder,
        role: 'administrator',
        subject: `person:${reviewer}`,
        facts: [{ type: 'person.added@1', open: { posts: ['reviewer'] }, personal: { name: '何立群' } }],
      },
    ]),
  )
  let requests = 0
  let lastRequestId = ''
  while (ledger.head.seq < acts) {
    const batch: ProposedAct[] = []
    for (let i = 0; i < visitsInFrame && ledger.head.seq + batch.length < acts; i++) {
      for (const step of visitActs({ agencyId, today, requestSerial: ++requests, letterSerial: requests })) {
        const actor = step.by === 'reviewer' ? reviewer : founder
        lastRequestId = step.subject.slice('request:'.length)
        batch.push({ actor, role: step.role, subject: step.subject, facts: step.facts })
      }
    }
    valueOf(ledger.append(batch))
  }
  const filled = { acts: ledger.head.seq, requests, lastRequestId }
  close()
  return filled
}
