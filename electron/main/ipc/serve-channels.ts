import { randomUUID } from 'node:crypto'
import type { Channels, Handlers, Reply } from '#shared/contracts/channel'
import { isOwnUrl } from '../security/origins'

/** The part of Electron's event that tells who called. */
export interface CallEvent {
  readonly sender: { readonly id: number }
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** Structural, so that tests serve channels without Electron. */
export interface ChannelPort {
  handle(name: string, listener: (event: CallEvent, input: unknown) => Promise<unknown>): void
}

export interface ServeOptions<C extends Channels> {
  readonly channels: C
  readonly handlers: Handlers<C>
  /** Whether this window is the one the contract belongs to. */
  readonly isWindow: (webContentsId: number) => boolean
  /** Channels that answer before anybody has signed in; all others need an open vault. */
  readonly openToAnyone: ReadonlySet<keyof C>
  readonly isSignedIn: () => boolean
  /** Gets the reference number that the person sees and the stack; never the input. */
  readonly log: (reference: string, channel: string, cause: unknown) => void
}

/** Registers every channel of a contract: own origin, top frame, right window, signed in, right shape; then the handler. */
export function serveChannels<C extends Channels>(port: ChannelPort, options: ServeOptions<C>): void {
  for (const name of Object.keys(options.channels)) {
    port.handle(name, (event, input) => answer(options, { name, event, input }))
  }
}

interface Call {
  readonly name: string
  readonly event: CallEvent
  readonly input: unknown
}

async function answer<C extends Channels>(options: ServeOptions<C>, call: Call): Promise<Reply<unknown>> {
  if (!isTrusted(options, call.event)) return { ok: false, problem: { kind: 'untrustedSender' } }
  if (!options.openToAnyone.has(call.name) && !options.isSignedIn()) return { ok: false, problem: { kind: 'locked' } }
  const { input: inputShape, output } = options.channels[call.name]!
  const input = inputShape.safeParse(call.input)
  if (!input.success) {
    return {
      ok: false,
      problem: { kind: 'badInput', detail: input.error.issues.map(i => `${i.path.join('.')}: ${i.code}`).join('; ') },
    }
  }
  try {
    const handler = options.handlers[call.name] as (value: unknown) => Promise<Reply<unknown>>
    const reply = await handler(input.data)
    return reply.ok ? { ok: true, value: output.parse(reply.value) } : reply
  } catch (cause) {
    const reference = randomUUID().slice(0, 8)
    options.log(reference, call.name, cause)
    return { ok: false, problem: { kind: 'failed', reference } }
  }
}

function isTrusted<C extends Channels>(options: ServeOptions<C>, event: CallEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnUrl(frame.url) && options.isWindow(event.sender.id)
}
