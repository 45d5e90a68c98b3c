import type { ExchangeFinding } from '#shared/contracts/exchange-finding'

export type { Carrier, ExchangeFinding, Refusal } from '#shared/contracts/exchange-finding'

/** Told of every finding as it is made. */
export type TellFinding = (finding: ExchangeFinding) => void
