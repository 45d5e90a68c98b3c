import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'

/** Told the new wrap right before vault.json is replaced by one that holds it; a problem calls the change off. */
export type Announce = (wrap: string) => Result<unknown, Problem>

export const unannounced: Announce = () => ok(undefined)
