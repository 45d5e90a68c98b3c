/** npm run hq: starts headquarters, or runs one command beside it. */
import { commands, startServer } from './commands'
import { readConfig } from './config'
import { openHeadquarters } from './start'
import { say, sentenceOf } from './words'

const [command, ...args] = process.argv.slice(2)
const config = readConfig(process.env)
if (!config.ok) quit(sentenceOf(config.problem))
const opened = await openHeadquarters(config.value)
if (!opened.ok) quit(sentenceOf(opened.problem))

if (command === undefined) {
  await startServer(opened.value)
} else {
  const run = Object.hasOwn(commands, command) ? commands[command as keyof typeof commands] : undefined
  const done = run ? await run(opened.value, args) : null
  await opened.value.close()
  if (!done) quit(say.usage)
  process.exitCode = done.ok ? 0 : 1
  process.stdout.write(`${done.says}\n`)
}

function quit(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
