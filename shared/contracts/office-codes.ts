import { z } from './zod'

/** Codes that lead request numbers (`YX-A-2026-0187`). One shape for the wizard's channel, the vault and the ledger. */
export const officeCodes = {
  place: z.string().regex(/^[A-Z]{2,6}$/),
  workstation: z.string().regex(/^[A-Z]$/),
} as const
