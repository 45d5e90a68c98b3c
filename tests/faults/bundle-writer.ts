/**
 * Takes a bundle in from a stick, or goes on with the one in quarantine, and says what it tells its window, until a number of
 * steps on the disk kills it. Run by the kill harness: node --import tsx bundle-writer.ts OFFICE STICK STEPS
 */
import fs from 'node:fs'
import { machineOn } from '../support/sticks/stick-machines'
import { openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'
import { takeIn } from './bundle-kill'
import { watchDiskSteps } from './disk-steps'

const [folder, stick, steps] = process.argv.slice(2) as [string, string, string]
const disk = watchDiskSteps({ streams: true })
const machine = machineOn(openTestWorkstation({ folder }), folder)
valueOf(await signInFirst(machine.workstation))
disk.killAfter(Number(steps))
await takeIn(machine, { stick, hasty: false, said: told => void fs.writeSync(1, `${told}\n`) })
machine.workstation.lock()
