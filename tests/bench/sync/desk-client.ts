/**
 * A desk with its real vault and journal, which sends what it holds by the program's own engine:
 * node --import tsx desk-client.ts '{"folder", "url", "code", "actsPerRun", "away"}'. Says what it took as one line of JSON.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import type { Enrolment } from '../../../shared/contracts/headquarters-api'
import { packSegment } from '../../../shared/ledger/exchange/segment'
import { enrolmentNote } from '../../../shared/ledger/headquarters/enrolment-note'
import { levelWith } from '../../support/headquarters/test-client'
import { testMachine } from '../../support/headquarters/test-machine'
import { openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'
import { enrolAt, levelOnce } from '../hq/enrolled-machine'
import { timed, type Sent } from './records'
import { writeVisits } from './write-visits'

export interface DeskSent extends Sent {
  /** After 30 days without a line: the desk's own acts, and another machine's. Null where it was not asked for. */
  readonly away: { readonly sent: Sent; readonly fetched: Sent } | null
}

interface Asked {
  readonly folder: string
  readonly url: string
  readonly code: string
  readonly actsPerRun: number
  /** Acts of 30 days; 0: not asked for. */
  readonly away: number
}

const asked = JSON.parse(process.argv[2]!) as Asked
const desk = openTestWorkstation({ folder: path.join(asked.folder, 'office') })
valueOf(await signInFirst(desk))
const headquarters = await enrolAt(asked.url, enrolmentOf(desk, asked.code))
const held = desk.ledger!.head.seq - actsOfEnrolment()
const sent = await timed(held, level)
console.log(JSON.stringify({ ...sent, away: asked.away > 0 ? await comeBack(asked.away) : null } satisfies DeskSent))
desk.lock()

function level(): Promise<void> {
  const ledger = desk.exchangeWith(nodeCraft)!
  const signNote = (note: string): string => desk.sign(Buffer.from(note)).toString('base64')
  return levelOnce({
    ...{ url: asked.url, headquartersKey: headquarters.publicKey, ledger, actsPerRun: asked.actsPerRun },
    callers: () => [{ chain: ledger.ownChain, signNote }],
  })
}

async function comeBack(acts: number): Promise<NonNullable<DeskSent['away']>> {
  desk.lock()
  const written = await writeVisits(asked.folder, acts)
  valueOf(await signInFirst(desk))
  const sent = await timed(written, level)
  const other = await besideDesk(acts)
  await level() // the act that admits it, and nothing of it yet
  const { url } = asked
  const far = { url, serverKey: headquarters.publicKey, atOnce: 1_000, until: Date.now() + 120_000 }
  await levelWith(other, far)
  const before = desk.ledger!.actCount
  const fetched = await timed(other.acts.length, level)
  if (desk.ledger!.actCount - before !== other.acts.length) throw new Error('the other machine’s acts did not come')
  return { sent, fetched }
}

/** The office's second machine, admitted by this one. */
async function besideDesk(acts: number) {
  const { office } = desk.exchangeWith(nodeCraft)!
  const other = testMachine({ office, isFounding: false })
  while (other.acts.length < acts) other.visit()
  const open = { chain: other.chain, publicKey: other.publicKey, suite: 1, workstation: 'B', windowName: '乙号窗口' }
  valueOf(desk.append({ subject: 'office', role: 'administrator', facts: [{ type: 'chain.admitted@1', open }] }))
  return other
}

function actsOfEnrolment(): number {
  return 10
}

function enrolmentOf(of: Workstation, code: string): Enrolment {
  const { office, ownChain: chain, keyOf, read } = of.exchangeWith(nodeCraft)!
  const { publicKey } = keyOf(chain)!
  const segment = packSegment(read(chain, 0, actsOfEnrolment()), nodeCraft)
  const machine = digestOf(chain)
  const said = { code, office, chain, publicKey, machine }
  const note = enrolmentNote({ ...said, segmentDigest: digestOf(segment) })
  const signature = of.sign(Buffer.from(note)).toString('base64')
  return { ...said, firstSegment: Buffer.from(segment).toString('base64'), signature }
}

function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
