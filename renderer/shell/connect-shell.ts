import { z } from '#shared/contracts/zod'
import type { Channels, Reply, Shell } from '#shared/contracts/channel'
import { type DeskChannels, deskChannels } from '#shared/contracts/desk-channels'
import { problem } from '#shared/contracts/problems'
import type { DeskBridge } from './bridge'

type Invoke = Pick<DeskBridge, 'invoke'>

/**
 * The shell as typed functions, one a channel. Every answer is parsed again, so that a main process of another build
 * cannot put a wrong shape into a screen. Never rejects: a broken bridge is a problem like any other.
 */
export const connectShell = (bridge: Invoke): Shell<DeskChannels> => connectChannels(bridge, deskChannels)

/** The same for any list of channels; the kiosk has its own. */
export function connectChannels<C extends Channels>(bridge: Invoke, channels: C): Shell<C> {
  const calls = Object.entries(channels).map(([name, { output }]) => [
    name,
    async (input: unknown) => readReply(name, output, await ask(bridge, name, input)),
  ])
  return Object.fromEntries(calls) as Shell<C> // every name of `channels` was given its call above
}

// A rejected invoke answers undefined, which is no envelope and so becomes `failed` below.
const ask = (bridge: Invoke, name: string, input: unknown): Promise<unknown> =>
  bridge.invoke(name, input).catch(() => undefined)

const envelope = z.discriminatedUnion('ok', [
  // Optional, because a void answer may lose the property on its way; the channel decides what undefined means.
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.object({ ok: z.literal(false), problem }),
])

function readReply(name: string, output: z.ZodType, answer: unknown): Reply<unknown> {
  const reply = envelope.safeParse(answer)
  if (!reply.success) return failed(name, reply.error)
  if (!reply.data.ok) return reply.data
  const value = output.safeParse(reply.data.value)
  return value.success ? { ok: true, value: value.data } : failed(name, value.error)
}

/** Names the channel and the field, never the content: references are logged, and answers hold names and keys. */
const failed = (name: string, error: z.ZodError): Reply<never> => ({
  ok: false,
  problem: { kind: 'failed', reference: [name, ...(error.issues[0]?.path ?? [])].join('/') },
})
