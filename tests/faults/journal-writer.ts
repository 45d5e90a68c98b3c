/**
 * Appends acts to a journal until it is killed; prints "seq hash nanoseconds" (monotonic) after every acknowledgement.
 * Run by the power harness, bundled: node journal-writer.mjs FOLDER [forgetful]
 */
import fs from 'node:fs'
import path from 'node:path'
import { forgetfulDisk } from '../support/journal/recording-disk'
import { anAct, openTestLedger } from '../support/journal/test-ledger'

const [folder = '', isForgetful] = process.argv.slice(2)
const ledger = openTestLedger({
  ...{ folder: path.join(folder, 'journal'), now: () => Date.now() },
  ...(isForgetful ? { disk: forgetfulDisk } : {}),
})
const control = fs.openSync(path.join(folder, 'control'), 'a') // never flushed: it must not survive a power cut
for (let round = 0; ; round++) {
  const batch = Array.from({ length: 1 + (round % 3) }, (_, i) =>
    anAct(`request:${round}-${i}`, 'n'.repeat((round * 37) % 900)),
  )
  const written = ledger.append(batch)
  const at = process.hrtime.bigint()
  if (!written.ok) throw new Error(JSON.stringify(written.problem))
  const last = written.value.at(-1)!
  fs.writeSync(1, `${last.seq} ${last.hash} ${at}\n`)
  fs.writeSync(control, `${last.seq}\n`)
}
