import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { notedFinding, type ExchangeFinding } from '#shared/contracts/exchange-finding'
import { foldRequest } from '#shared/domain/requests/request'
import { parseActBody } from '#shared/ledger/act'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { inOffice, type Database } from '../../../headquarters/store/database'
import type { StoredAct } from '../../../headquarters/store/projection/case-row'
import { openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'

/** An act as it lies on either side. */
export interface HeldAct extends StoredAct {
  readonly subject: string
  readonly signature: string
}

export interface DeskSide {
  readonly ownChain: string
  readonly acts: readonly HeldAct[]
  readonly readOnly: boolean
  /** Requests that the desk shows, and those whose acts contradict each other. */
  readonly requests: number
  readonly contradicting: number
  readonly findings: readonly ExchangeFinding[]
}

/** What a desk that nobody works at holds, of its own chain and of all others, read as the program reads it. */
export async function deskSide(folder: string): Promise<DeskSide> {
  const workstation = openTestWorkstation({ folder })
  const session = valueOf(await signInFirst(workstation))
  const exchange = workstation.exchangeWith(nodeCraft)!
  const acts = exchange.heads().flatMap(({ chain, seq }) =>
    readAll(exchange, chain, seq).map(({ body, signature }, at): HeldAct => {
      const { subject } = valueOf(parseActBody(body))
      return { chain, seq: at + 1, hash: nodeCraft.hashOf(body), subject, body, signature }
    }),
  )
  const ledger = workstation.ledger!
  const folded = [...ledger.subjects()]
    .filter(subject => subject.startsWith('request:'))
    .map(subject => foldRequest(ledger.actsOf(subject).map(act => ({ ...act, at: 0 })) as never))
  workstation.lock()
  return {
    ...{ ownChain: exchange.ownChain, acts, readOnly: Boolean(session.readOnly) },
    ...{ requests: folded.length, findings: findingsOf(folder) },
    contradicting: folded.filter(request => !request || request.conflicts.length > 0).length,
  }
}

/** However long the chain is: a ledger gives at most a segment's bytes at once. */
function readAll(ledger: Pick<ExchangeLedger, 'read'>, chain: string, upTo: number): readonly SignedAct[] {
  const acts: SignedAct[] = []
  while (acts.length < upTo) {
    const next = ledger.read(chain, acts.length, upTo - acts.length)
    if (next.length === 0) throw new Error(`${chain} ends after ${acts.length} acts, its head says ${upTo}`)
    acts.push(...next)
  }
  return acts
}

const record = z.object({ findings: z.array(notedFinding) })

/** As the screen shows them. */
function findingsOf(folder: string): readonly ExchangeFinding[] {
  const file = path.join(folder, 'exchange', 'record.json')
  if (!fs.existsSync(file)) return []
  return record.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).findings.map(({ finding }) => finding)
}

export interface HeadquartersSide {
  readonly acts: readonly HeldAct[]
  /** How many acts it counts. */
  readonly counted: number
  /** Cases and sums, as they stand: sorted, without the office. */
  readonly cases: readonly object[]
  readonly days: readonly object[]
}

export function headquartersSide(db: Database, officeId: number): Promise<HeadquartersSide> {
  return inOffice(db, officeId, async rows => {
    const acts = await rows.selectFrom('act').selectAll().orderBy('chain_id').orderBy('seq').execute()
    const health = await rows.selectFrom('health').select('acts').executeTakeFirst()
    const cases = await rows.selectFrom('case_fact').selectAll().orderBy('subject').execute()
    const days = await rows
      .selectFrom('stat_day')
      .selectAll()
      .orderBy('day')
      .orderBy('applicant_type')
      .orderBy('status')
      .orderBy('decision')
      .execute()
    return {
      acts: acts.map(({ chain_id, seq, hash, subject, body, signature }) => ({
        ...{ chain: chain_id.toString('hex'), seq, hash: hash.toString('hex'), subject, body },
        signature: signature.toString('base64'),
      })),
      counted: health?.acts ?? 0,
      cases: cases.map(withoutOffice),
      days: days.map(withoutOffice),
    }
  })
}

const withoutOffice = <R extends { readonly office_id: number }>({ office_id: _office, ...row }: R) => row
