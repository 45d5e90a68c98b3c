import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import type { ControlMessage, EvaluateAnswer, EvaluateRequest, ReadyMessage } from '../electron-stand-in/test-control'
import { builtStandIn, standInOfNow } from './stand-in-command'
import { isProgramPage, pageWait, type ElectronMain, type LaunchOptions, type RunningProgram } from './launch'

export const projectFolder = path.resolve(import.meta.dirname, '../../..')

export async function standInCommand({ main, userData, args = [] }: LaunchOptions): Promise<string[]> {
  const runner = main === undefined ? builtStandIn() : await standInOfNow()
  return [...runner, main ?? path.join(projectFolder, 'out/main/index.js'), `--user-data-dir=${userData}`, ...args]
}

export async function launchStandIn(options: LaunchOptions): Promise<RunningProgram> {
  let log = ''
  const child = spawn(process.execPath, await standInCommand(options), {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (log += String(chunk)))
  const exited = new Promise<number | null>(resolve => child.once('close', resolve))
  const browsers: Browser[] = []
  const browserPids: number[] = []
  // From the start: where the program begins with a kiosk, its browser may be there before the first one is connected to.
  child.on('message', (message: ControlMessage) => {
    if (message.standIn !== 'further') return
    browserPids.push(message.browserPid)
    void chromium.connectOverCDP(message.endpoint, { timeout: pageWait }).then(
      further => browsers.push(further),
      (error: Error) => (log += `A partition's browser could not be reached: ${error.message}\n`),
    )
  })
  const ready = await readyMessage(child, exited, () => log)
  browserPids.push(ready.browserPid)
  const first = await chromium.connectOverCDP(ready.endpoint, { timeout: pageWait }).catch((error: Error) => {
    child.kill('SIGKILL')
    browserPids.forEach(killTree)
    throw new Error(`The program's browser could not be reached: ${error.message}\n${log}`)
  })
  browsers.unshift(first)
  const leaveBrowsers = () => Promise.all(browsers.map(each => each.close().catch(() => undefined)))
  const evaluate = evaluator(child, exited)
  return {
    kind: 'stand-in',
    pid: child.pid!,
    exited,
    evaluate,
    pages: () =>
      browsers
        .filter(each => each.isConnected())
        .flatMap(each => each.contexts().flatMap(context => context.pages().filter(isProgramPage))),
    external: () => evaluate(({ standin }) => standin?.external ?? []),
    log: () => log,
    async close() {
      if (child.connected) await evaluate(({ app }: ElectronMain) => app.quit()).catch(() => undefined)
      const code = await exited
      await leaveBrowsers()
      return code
    },
    async kill9() {
      child.kill('SIGKILL')
      browserPids.forEach(killTree)
      await exited
      await leaveBrowsers()
    },
  }
}

async function readyMessage(child: ChildProcess, exited: Promise<unknown>, log: () => string): Promise<ReadyMessage> {
  const ready = new Promise<ReadyMessage>(resolve =>
    child.on('message', (message: ControlMessage) => message.standIn === 'ready' && resolve(message)),
  )
  const ended = exited.then(() => {
    throw new Error(`The program ended with ${child.exitCode} before it was ready.\n${log()}`)
  })
  return Promise.race([ready, ended])
}

function evaluator(child: ChildProcess, exited: Promise<unknown>): RunningProgram['evaluate'] {
  let last = 0
  const waiting = new Map<number, (answer: EvaluateAnswer) => void>()
  child.on('message', (message: ControlMessage) => {
    if (message.standIn === 'answer') waiting.get(message.id)?.(message)
  })
  return async (work, argument) => {
    const request: EvaluateRequest = { standIn: 'evaluate', id: ++last, source: work.toString(), argument }
    const answered = new Promise<EvaluateAnswer>(resolve => waiting.set(request.id, resolve))
    if (!child.connected) throw new Error('The program has ended')
    child.send(request, () => undefined)
    const answer = await Promise.race([
      answered,
      exited.then(() => ({ error: 'The program has ended', value: undefined })),
    ])
    waiting.delete(request.id)
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.value as never
  }
}

/** The browser leads a process group of its own. */
function killTree(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // it has followed its pipe already
  }
}
