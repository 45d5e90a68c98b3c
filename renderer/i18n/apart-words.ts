import type { Translate } from './message'

const minuteMs = 60_000

/** How far two clocks are apart, in the unit that a person would say. */
export function apartWords(ms: number, t: Translate): string {
  const minutes = Math.round(Math.abs(ms) / minuteMs)
  if (minutes < 120) return t('exchange.clock.minutes', { n: minutes })
  const hours = Math.round(minutes / 60)
  return hours < 48 ? t('exchange.clock.hours', { n: hours }) : t('exchange.clock.days', { n: Math.round(hours / 24) })
}
