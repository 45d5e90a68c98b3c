/**
 * node --import tsx serve.ts RUNS_AHEAD_MS [COMMAND ARGUMENTS…]: headquarters or one of its commands, as npm run hq, by the
 * rehearsal's clock: a machine whose clock is months away would be told so on every screen.
 */
import { commands, startServer } from '../../../headquarters/server/commands'
import { readConfig } from '../../../headquarters/server/config'
import { openHeadquarters } from '../../../headquarters/server/start'
import { valueOf } from '../../support/workstation/test-workstation'

const [runsAheadMs, command, ...args] = process.argv.slice(2)
const headquarters = valueOf(
  await openHeadquarters(valueOf(readConfig(process.env)), { now: () => Date.now() + Number(runsAheadMs) }),
)
if (command === undefined) await startServer(headquarters)
else {
  const done = await commands[command as keyof typeof commands](headquarters, args)
  await headquarters.close()
  process.stdout.write(`${done?.says ?? ''}\n`)
  process.exitCode = done?.ok ? 0 : 1
}
