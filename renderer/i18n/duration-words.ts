import type { Translate } from './message'

/** Seconds up to a minute and a half, whole minutes above: nobody counts 3000 seconds. Rounded up. */
export const durationWords = (seconds: number, t: Translate): string =>
  seconds <= 90
    ? t('media.time.seconds', { n: Math.max(1, Math.ceil(seconds)) })
    : t('media.time.minutes', { n: Math.ceil(seconds / 60) })
