/**
 * Fills a share of the offices of the headquarters bench through headquarters' own store, one transaction an office:
 * node --import tsx fill-worker.ts '{"url", "from", "to"}'. Says how many acts were written after every twenty offices.
 */
import { craft } from '../../../headquarters/server/craft'
import { boundTo, inBoundOffice } from '../../../headquarters/store/bound-office'
import { inOffice, openDatabase } from '../../../headquarters/store/database'
import { keepMachine } from '../../../headquarters/store/machines'
import { addOffice, bindLedger } from '../../../headquarters/store/offices'
import { readCalendars } from '../../../headquarters/store/projection/calendar-book'
import { chainFactsOf } from '../../../shared/ledger/exchange/chain-facts'
import { readRun } from '../../../shared/ledger/exchange/run'
import { valueOf } from '../../support/workstation/test-workstation'
import { yearOfOffice } from './office-acts'

const { url, from, to } = JSON.parse(process.argv[2]!) as { url: string; from: number; to: number }
const officesOfPlace = 3
const calendars = readCalendars('resources/calendars')
const db = valueOf(await openDatabase(url, 2))
let next = from
let acts = 0
await Promise.all([fillOn(), fillOn()]) // one writes while the other is made
console.log(`filled ${acts}`)
await db.destroy()

async function fillOn(): Promise<void> {
  while (next < to) {
    const nth = next++
    const written = await fillOffice(nth)
    acts += written
    if (nth % 20 === 0) console.log(`acts ${acts}`)
  }
}

async function fillOffice(nth: number): Promise<number> {
  const at = new Date()
  const placeCode = String(110_100 + Math.floor(nth / officesOfPlace))
  const name = `第${nth}号档案馆`
  const officeId = await addOffice(db, { placeCode, name, at })
  const machine = yearOfOffice(nth)
  const { chain, publicKey } = machine
  await inOffice(db, officeId, async rows => {
    await bindLedger(rows, officeId, machine.office)
    await keepMachine(rows, { officeId, chain, publicKey, cameBy: 'founding', role: 'desk', machine: null, at })
    await rows.updateTable('health').set({ projection: calendars.version }).where('office_id', '=', officeId).execute()
  })
  const run = valueOf(readRun(machine.acts, craft))
  const parts = { db, calendar: calendars.calendar, now: Date.now }
  await inBoundOffice(parts, boundTo({ officeId, name, ledger: null }, machine.office), async transaction => {
    await transaction.lockHead(chain)
    const facts = run.acts.flatMap(({ signed }) => chainFactsOf(signed.body))
    await transaction.append(run.acts, facts, at.toISOString())
    await transaction.project(run.acts, facts)
  })
  return run.acts.length
}
