import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'

const serve = path.join(import.meta.dirname, 'serve.ts')
const says = {
  office: /^单位 (\d+)：/mu,
  code: /^登记码 (\S+)（/mu,
  print: /公钥指纹（[^）]*）：(.+)$/mu,
}

/** Headquarters on this machine, in a folder of its own, with the PostgreSQL that comes with it. */
export class Headquarters {
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-demo-hq-'))
  readonly #runsAheadMs: number
  readonly #port: number
  #server: ChildProcess | null = null
  #said = ''

  private constructor(port: number, startsAt: string) {
    fs.chmodSync(this.#folder, 0o711) // as root PostgreSQL runs as somebody else, who must get there
    this.#port = port
    this.#runsAheadMs = Date.parse(startsAt) - Date.now()
  }

  /** `startsAt`: what time it is there now, ISO 8601. */
  static async make(startsAt: string): Promise<Headquarters> {
    return new Headquarters(await freePort(), startsAt)
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** What time it is there. */
  now(): Date {
    return new Date(Date.now() + this.#runsAheadMs)
  }

  get operatorToken(): string {
    return fs.readFileSync(path.join(this.#folder, 'operator.token'), 'utf8').trim()
  }

  /** Its key's fingerprint, as whoever started it reads it. */
  get print(): string {
    return this.#found(says.print)
  }

  /** The first office, and the code that the first start prints for it. */
  get firstOffice(): { readonly officeId: string; readonly code: string } {
    return { officeId: this.#found(says.office), code: this.#found(says.code) }
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const [program, ...args] = this.#commandLine([])
    const server = spawn(program!, args, { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#server = server
    this.#said = ''
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (part: Buffer) => (this.#said += part.toString('utf8')))
    await new Promise<void>((resolve, reject) => {
      server.once('exit', code => reject(new Error(`headquarters ended with ${code}:\n${this.#said}`)))
      server.stdout.on('data', () => (says.print.test(this.#said) ? resolve() : undefined))
    })
  }

  /** As whoever runs it would stop it: what is under way comes to its end. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server?.exitCode !== null) return
    const ended = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }

  /** One of its commands in a window beside it; answers what it says. */
  run(...args: readonly string[]): string {
    const [program, ...rest] = this.#commandLine(args)
    const done = spawnSync(program!, rest, { env: this.#environment, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`npm run hq -- ${args.join(' ')}:\n${done.stdout}${done.stderr}`)
    return done.stdout
  }

  addOffice(placeCode: string, name: string): { readonly officeId: string; readonly code: string } {
    const said = this.run('office', placeCode, name)
    return { officeId: says.office.exec(said)![1]!, code: says.code.exec(said)![1]! }
  }

  /** For a further machine of an office. */
  newCode(officeId: string): string {
    return says.code.exec(this.run('code', officeId))![1]!
  }

  /** What the console is told of all offices, as JSON. */
  async offices(): Promise<string> {
    const authorization = `Bearer ${this.operatorToken}`
    return (await fetch(`${this.url}/v1/console/offices`, { headers: { authorization } })).text()
  }

  remove(): void {
    fs.rmSync(this.#folder, { recursive: true, force: true })
  }

  get #environment(): NodeJS.ProcessEnv {
    return { ...process.env, HQ_FOLDER: this.#folder, HQ_PORT: String(this.#port), HQ_LOG_LEVEL: 'warn' }
  }

  #commandLine(args: readonly string[]): string[] {
    return [process.execPath, '--import', 'tsx', serve, String(this.#runsAheadMs), ...args]
  }

  #found(pattern: RegExp): string {
    const found = pattern.exec(this.#said)?.[1]
    if (!found) throw new Error(`headquarters did not say ${String(pattern)}:\n${this.#said}`)
    return found.trim()
  }
}
