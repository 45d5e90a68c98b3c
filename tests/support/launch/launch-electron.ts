import path from 'node:path'
import { _electron } from '@playwright/test'
import { isProgramPage, pageWait, type LaunchOptions, type RunningProgram } from './launch'
import { projectFolder } from './launch-stand-in'

/** The same tests on a real Electron binary. */
export async function launchElectron(executablePath: string, options: LaunchOptions): Promise<RunningProgram> {
  const main = options.main ?? path.join(projectFolder, 'out/main/index.js')
  const root = process.platform === 'linux' && process.getuid?.() === 0
  const application = await _electron.launch({
    executablePath,
    args: [...(root ? ['--no-sandbox'] : []), main, `--user-data-dir=${options.userData}`, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...options.env },
    timeout: pageWait,
  })
  let log = ''
  const external: string[] = []
  const child = application.process()
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (log += String(chunk)))
  application.context().on('request', request => {
    if (!/^(app|data|blob|devtools|chrome|file):/.test(request.url())) external.push(request.url())
  })
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve))
  return {
    kind: 'electron',
    pid: child.pid!,
    exited,
    evaluate: ((work: never, argument: unknown) => application.evaluate(work, argument)) as RunningProgram['evaluate'],
    pages: () => application.windows().filter(isProgramPage),
    external: async () => [...external],
    log: () => log,
    async close() {
      await application.close().catch(() => undefined)
      return exited
    },
    async kill9() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
