import path from 'node:path'
import { _electron } from '@playwright/test'
import { isProgramPage, pageWait, type LaunchOptions, type RunningProgram } from './launch'
import { projectFolder } from './launch-stand-in'

/** The same tests on a real Electron binary. */
export async function launchElectron(executablePath: string, options: LaunchOptions): Promise<RunningProgram> {
  // The folder, not its main file: only then Electron reads package.json and with it the program's name.
  const program = options.main ?? projectFolder
  const application = await _electron.launch({
    executablePath,
    args: [program, `--user-data-dir=${path.resolve(options.userData)}`, ...(options.args ?? [])],
    cwd: projectFolder,
    env: { ...environment(), ...options.env },
    // Playwright leaves the sandbox out unless asked, and the program is to be tried in its own; root cannot have it.
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: pageWait,
  })
  let log = ''
  const external: string[] = []
  const child = application.process()
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (log += String(chunk)))
  application.context().on('request', request => {
    if (!/^(app|data|blob|devtools|chrome):/.test(request.url())) external.push(request.url())
  })
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve))
  // The helper that the compiler's keepNames leaves in function sources has to exist in main.
  await application.evaluate('void (globalThis.__name ??= named => named)')
  // Not the child's: on Windows Playwright starts a shell, and an executable may be a script.
  const pid = await application.evaluate(() => process.pid)
  return {
    kind: 'electron',
    pid,
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
      process.kill(pid, 'SIGKILL')
      await exited
    },
  }
}

/** Without what would make Electron run as plain Node; Playwright itself drops NODE_OPTIONS. */
function environment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _dropped, ...rest } = process.env
  return rest as Record<string, string> // an environment holds no undefined
}
