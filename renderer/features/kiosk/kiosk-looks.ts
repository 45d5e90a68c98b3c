import type { Language } from '../../i18n/translator'

/** Body text in CSS pixels; everything else is measured by it. */
export const textSizes = [18, 22, 26] as const
export type TextSize = (typeof textSizes)[number]

/** How one visitor reads. Gone with the visit. */
export interface KioskLooks {
  readonly size: TextSize
  readonly isHighContrast: boolean
  readonly language: Language
}

export const firstLooks: KioskLooks = { size: 18, isHighContrast: false, language: 'zh-CN' }

/** What the sheet of styles asks for size and contrast. */
export const lookData = ({ size, isHighContrast }: KioskLooks) => ({
  'data-size': size,
  'data-contrast': isHighContrast ? 'high' : 'standard',
})
