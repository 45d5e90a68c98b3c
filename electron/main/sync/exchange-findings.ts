import type { ExchangeFinding, ScanFault } from '#shared/contracts/exchange-finding'

export type { Carrier, ExchangeFinding, Refusal } from '#shared/contracts/exchange-finding'

/** Told of every finding as it is made. */
export type TellFinding = (finding: ExchangeFinding) => void

/** Enough of a name to find the file by. */
const nameSigns = 12

/** Of a sealed file that stayed where it was. */
export const heldUp = (name: string, why: ScanFault): ExchangeFinding => ({
  kind: 'scanHeldUp',
  ...{ file: name.slice(0, nameSigns), why },
})
