/**
 * node --import tsx serve.ts RUNS_AHEAD_MS [COMMAND ARGUMENTS…]: headquarters or one of its commands, as npm run hq, by the
 * rehearsal's clock: a machine whose clock is months away would be told so on every screen.
 */
import { commands, startServer } from '../../../headquarters/server/commands'
import { readConfig } from '../../../headquarters/server/config'
import { openHeadquarters } from '../../../headquarters/server/start'
import type { Result } from '#shared/kernel/result'

const [runsAheadMs, command, ...args] = process.argv.slice(2)
const headquarters = opened(
  await openHeadquarters(opened(readConfig(process.env)), { now: () => Date.now() + Number(runsAheadMs) }),
)
if (command === undefined) await startServer(headquarters)
else {
  const done = await commands[command as keyof typeof commands](headquarters, args)
  await headquarters.close()
  process.stdout.write(`${done?.says ?? ''}\n`)
  process.exitCode = done?.ok ? 0 : 1
}

function opened<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.problem))
}
