import type { ProposedAct } from '../../../electron/main/ledger/make-acts'
import { foundLedger } from './founded-ledger'
import { valueOf } from './test-workstation'
import { visitActs } from './visit-acts'

export interface FilledOffice {
  readonly acts: number
  readonly requests: number
  /** Id of the last request that was filled in whole. */
  readonly lastRequestId: string
  /** Ids of the last fifty. */
  readonly requestIds: readonly string[]
}

/** A clerk writes one act a frame; a few visits keep the filling of a large office from being bound by the disk. */
const visitsInFrame = 2

/**
 * An office with at least `acts` acts in its journal, every visit complete; real passwords, keys and signatures.
 * `today` is `YYYY-MM-DD`. Every `openEvery`-th request stops after its search, so that it still runs; none where 0.
 */
export async function fillOffice(folder: string, acts: number, today: string, openEvery = 0): Promise<FilledOffice> {
  const startsAt = Date.parse(`${today}T09:00:00+08:00`) - performance.now()
  const { ledger, founder, agencyId, close } = await foundLedger(folder, () => Math.floor(startsAt + performance.now()))
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
  let requestIds: string[] = []
  while (ledger.head.seq < acts) {
    const batch: ProposedAct[] = []
    for (let i = 0; i < visitsInFrame && ledger.head.seq + batch.length < acts; i++) {
      const steps = visitActs({ agencyId, today, requestSerial: ++requests, letterSerial: requests })
      const searched = steps.findIndex(({ facts }) => facts[0]!.type === 'search.recorded@1')
      requestIds = [...requestIds, steps[0]!.subject.slice('request:'.length)].slice(-50)
      for (const step of openEvery > 0 && requests % openEvery === 0 ? steps.slice(0, searched + 1) : steps) {
        const actor = step.by === 'reviewer' ? reviewer : founder
        batch.push({ actor, role: step.role, subject: step.subject, facts: step.facts })
      }
    }
    valueOf(ledger.append(batch))
  }
  const filled = { acts: ledger.head.seq, requests, requestIds, lastRequestId: requestIds.at(-1) ?? '' }
  close()
  return filled
}
