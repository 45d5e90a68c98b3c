import { createContext, useContext } from 'react'
import type { Language } from '../../i18n/translator'

/** 大字: 18 px body and 44 px controls instead of 14 and 34. */
export type TypeSize = 'standard' | 'large'
/** 高对比: every text at 7:1 or more on its ground (WCAG 1.4.6). */
export type Contrast = 'standard' | 'high'

/** How the window looks and listens to whoever sits at it. */
export interface Looks {
  readonly language: Language
  readonly typeSize: TypeSize
  readonly contrast: Contrast
  /** False where the person switched single-letter keys off (WCAG 2.1.4). */
  readonly singleKeys: boolean
}

export interface LooksInHand {
  readonly looks: Looks
  readonly change: (part: Partial<Looks>) => void
}

export const standardLooks: Looks = { language: 'zh-CN', typeSize: 'standard', contrast: 'standard', singleKeys: true }

export const LooksContext = createContext<LooksInHand>({ looks: standardLooks, change: () => undefined })

export const useLooks = (): LooksInHand => useContext(LooksContext)
