import type { CatalogueQuestion } from '#shared/application/kiosk/ports'

/** Where the visitor is. Held in memory alone: an address or a history would outlive the visit. */
export type KioskPlace =
  | { readonly page: 'home' | 'topics' | 'status' | 'form' | 'how' | 'staff' | 'farewell' }
  | { readonly page: 'results'; readonly question: CatalogueQuestion; readonly from: number }
  | { readonly page: 'document'; readonly id: string }

export interface KioskWay {
  /** Ends with where the visitor is; begins at home. */
  readonly places: readonly KioskPlace[]
}

export const atHome: KioskWay = { places: [{ page: 'home' }] }

export const placeOf = ({ places }: KioskWay): KioskPlace => places.at(-1) ?? { page: 'home' }

export const go = ({ places }: KioskWay, to: KioskPlace): KioskWay => ({ places: [...places, to] })

/** Another page of the same list is no step of the way. */
export const turn = ({ places }: KioskWay, to: KioskPlace): KioskWay => ({ places: [...places.slice(0, -1), to] })

export const back = ({ places }: KioskWay): KioskWay => (places.length > 1 ? { places: places.slice(0, -1) } : atHome)
