import { channel } from './channel'
import { line, post } from './pieces'
import { openedSource } from './intake-channels'
import { z } from './zod'

const sendingId = z.uuid()

/** What headquarters sent, whether a line or a stick brought it: the office answers by an act. Who may, the authority judges. */
export const sendingChannels = {
  'sending:accept': channel(z.object({ sendingId, role: post }), z.void()),
  'sending:decline': channel(z.object({ sendingId, reason: line(200), role: post }), z.void()),
  'sending:read': channel(z.object({ sendingId, role: post }), z.void()),
  /** Opens documents that were sent as a source of the import, like a file that somebody chose. */
  'sending:openDocuments': channel(z.object({ sendingId }), openedSource),
} as const
