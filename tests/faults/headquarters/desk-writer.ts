/**
 * A desk as it is, with its workstation, vault, journal and exchange, which writes and exchanges by itself until it is killed.
 * Run by the kill harness: node --import tsx desk-writer.ts '{"folder", "address", "enrol", "writes"}'. Says
 * "act SEQ HASH" after each act that the journal acknowledged, "told SEQ" when headquarters' receipt counts here, and, where
 * it is not to write, "level CHAIN SEQ" once both sides hold the same acts and scans.
 */
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { liveMachine } from '../../support/exchange/live-machine'
import { founding, signInFirst, valueOf } from '../../support/workstation/test-workstation'
import { visitActs } from '../../support/workstation/visit-acts'

export interface WriterOrder {
  readonly folder: string
  readonly address: string
  /** Of a desk that is enrolled nowhere yet; it founds its office first, where there is none. */
  readonly enrol?: { readonly code: string; readonly keyPrint: string; readonly isFounded?: boolean }
  /** False: it only exchanges, and ends when both sides are level. */
  readonly writes: boolean
  /** Its pauses are as long as on a desk, and it looks seldom whether it is level: of a large office that is work. */
  readonly isAtLength?: boolean
}

const order = JSON.parse(process.argv[2]!) as WriterOrder
const say = (line: string) => fs.writeSync(1, `${line}\n`)
const machine = liveMachine(order.folder, order.isAtLength ? 1 : 100)
const { workstation, desk } = machine
const startedAt = workstation.options.clock.now()

if (order.enrol) {
  const { code, keyPrint, isFounded = false } = order.enrol
  if (isFounded) valueOf(await signInFirst(workstation))
  else valueOf(await workstation.establish(founding))
  valueOf(await desk.enrol({ address: order.address, code }))
  valueOf(desk.confirmKey(keyPrint))
} else valueOf(await signInFirst(workstation))
acknowledge(workstation.ledger!.head)

let told = 0
await (order.writes ? writeOn() : untilLevel())

async function writeOn(): Promise<never> {
  for (;;) {
    const [first] = workstation.ledger!.actsOf('office')
    const { agencyId } = first!.facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }
    const serials = { requestSerial: requests() + 1, letterSerial: 1 }
    const visit = visitActs({ agencyId, today: workstation.options.clock.today(), ...serials })
    // As far as one person comes: the reviewer's step is the seventh.
    for (const { subject, role, facts } of visit.slice(0, 6)) {
      acknowledge(valueOf(workstation.append({ subject, role, facts })))
      tell()
      await pause(1) // the exchange goes on between two acts, as it does between two clicks
    }
  }
}

async function untilLevel(): Promise<void> {
  for (;;) {
    const { waiting, scans, levelAt, own } = desk.status()
    const areScansThere = scans.go.files + scans.come.files === 0
    tell()
    if (machine.faults.length > 0) throw machine.faults[0]
    if (waiting === 0 && areScansThere && levelAt !== null && levelAt > startedAt && own) {
      say(`level ${own.chain} ${own.confirmed}`)
      machine.end()
      return
    }
    await pause(order.isAtLength ? 500 : 10)
  }
}

function acknowledge({ seq, hash }: { seq: number; hash: string }): void {
  say(`act ${seq} ${hash}`)
}

function tell(): void {
  const { confirmed = 0 } = desk.status().own ?? {}
  if (confirmed > told) say(`told ${(told = confirmed)}`)
}

function requests(): number {
  return [...workstation.ledger!.subjects()].filter(subject => subject.startsWith('request:')).length
}
