/**
 * Answers the command line and the two debugging ports as Electron does, with the stand-in behind them: so the path that
 * would start a real binary can be tried where there is none. Run by a script that stands for the binary.
 */
import inspector from 'node:inspector'
import path from 'node:path'

const given = process.argv.slice(2)
// As Electron reads it: the first word that is no switch is the program; what Playwright adds stands before it.
const program = given.find(word => !word.startsWith('-'))
if (program === undefined) throw new Error(`no program among ${given.join(' ')}`)
for (const needed of ['--inspect=0', '--remote-debugging-port=0']) {
  if (!given.slice(0, given.indexOf(program)).includes(needed))
    throw new Error(`${needed} is missing before the program`)
}
const main = /\.m?js$/.test(program) ? program : path.join(program, 'out/main/index.js')
inspector.open(0) // says "Debugger listening on ws://..." as Electron's --inspect=0 does

/** The stand-in tells its endpoint to a parent that it can talk to; Electron says it on the error stream. */
const tell = (message: { standIn: string; endpoint?: string }) => {
  if (message.standIn === 'ready') process.stderr.write(`\nDevTools listening on ${message.endpoint}\n`)
  return true
}
Object.defineProperty(process, 'connected', { value: true })
Object.assign(process, { send: tell, fakeElectronArguments: given })
process.argv.splice(2, Infinity, main, ...given)
await import('../../support/electron-stand-in/run')
