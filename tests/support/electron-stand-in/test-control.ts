/** What the launch fixture sends over Node's own IPC pipe: a function to run in main, as Playwright's evaluate does. */
export interface EvaluateRequest {
  readonly standIn: 'evaluate'
  readonly id: number
  readonly source: string
  readonly argument: unknown
}

export interface EvaluateAnswer {
  readonly standIn: 'answer'
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

export interface ReadyMessage {
  readonly standIn: 'ready'
  readonly endpoint: string
  readonly browserPid: number
}

/** A session partition got a browser of its own. */
export type FurtherBrowser = Omit<ReadyMessage, 'standIn'> & { readonly standIn: 'further' }

export type ControlMessage = EvaluateAnswer | ReadyMessage | FurtherBrowser

export function announceReady(ready: Omit<ReadyMessage, 'standIn'>): void {
  send({ standIn: 'ready', ...ready })
}

export function announceFurther(further: Omit<FurtherBrowser, 'standIn'>): void {
  send({ standIn: 'further', ...further })
}

export function serveTestControl(electron: object): void {
  process.on('message', (message: EvaluateRequest) => {
    if (message.standIn === 'evaluate') void evaluate(electron, message)
  })
}

async function evaluate(electron: object, { id, source, argument }: EvaluateRequest): Promise<void> {
  try {
    // The helper that esbuild's keepNames leaves in function sources has to exist here.
    const compile = new Function('__name', `return (${source})`) as (name: unknown) => (...args: unknown[]) => unknown
    const value = await compile((named: unknown) => named)(electron, argument)
    send({ standIn: 'answer', id, value })
  } catch (error) {
    send({ standIn: 'answer', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function send(message: ControlMessage): void {
  if (process.connected) process.send?.(message)
}
