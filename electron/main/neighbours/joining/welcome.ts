import { z } from 'zod'
import { chainId, publicKey } from '#shared/contracts/exchange-shapes'
import { officeCodes } from '#shared/contracts/office-codes'
import { officeShare } from '../../vault/office-share'

/** What a machine that was admitted gets to become one of the office. Secret: only ever sealed for that machine. */
export const welcome = z.strictObject({
  version: z.literal(1),
  /** As it was asked for. */
  for: z.strictObject({ chain: chainId, publicKey, workstation: officeCodes.workstation, windowName: z.string() }),
  share: officeShare,
  /** The founding chain: from it everything else of the office is trusted. */
  root: z.strictObject({ chain: chainId, publicKey }),
  /** The machine that admitted it, by which the first acts come. */
  host: z.strictObject({ chain: chainId, publicKey }),
  /** Who admitted it, in whose name its first act is written. */
  admittedBy: z.uuid(),
})
export type Welcome = z.infer<typeof welcome>
