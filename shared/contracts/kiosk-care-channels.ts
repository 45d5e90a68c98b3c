import { channel } from './channel'
import { z } from './zod'

export const kioskLimits = z.object({
  /** Without a touch or a key for so long, the kiosk forgets the visitor. */
  idleSeconds: z.number().int().min(10).max(900),
  /** Of one print job. */
  mostPages: z.number().int().min(1).max(100),
})
export type KioskLimits = z.infer<typeof kioskLimits>

/** Until an administrator sets others. */
export const firstKioskLimits: KioskLimits = { idleSeconds: 60, mostPages: 20 }

const kioskState = z.object({
  isOpen: z.boolean(),
  limits: kioskLimits,
  /** The edition that the kiosk shows; null before the first. */
  edition: z.object({ madeAt: z.number(), documents: z.number().int(), statusRows: z.number().int() }).nullable(),
})
export type KioskState = z.infer<typeof kioskState>

/** What the desk's settings may ask about the kiosk of this machine. */
export const kioskCareChannels = {
  'kioskCare:read': channel(z.void(), kioskState),
  'kioskCare:start': channel(z.void(), kioskState),
  'kioskCare:end': channel(z.void(), kioskState),
  'kioskCare:setLimits': channel(kioskLimits, kioskState),
} as const
