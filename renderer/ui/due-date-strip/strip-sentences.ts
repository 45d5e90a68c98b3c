import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { isByOldRegister, type DueDate, type PauseReason, type ProofDay } from '#shared/domain/clocks/due-date'
import type { MessageKey } from '../../i18n/message'
import type { Translator } from '../../i18n/translator'
import type { Bracket } from './strip-brackets'
import { workingDaysAround, type StripDay } from './strip-days'

export interface StripContext {
  readonly due: DueDate
  readonly today: CivilDate
  /** The count began again at a supplement or payment, not at receipt. */
  readonly restarted: boolean
  /** In place of the general sentence on the first day: the article depends on the channel. */
  readonly startNote?: string | undefined
}

/** One sentence on a day: counted or not, why, article, notice. */
export function explainDay(day: StripDay, context: StripContext, translator: Translator): string {
  const said = sayKind(day, context, translator)
  const notice = 'notice' in day && day.notice ? translator.t('strip.notice', { notice: day.notice }) : ''
  return `${said}${notice}`
}

export function nameDay(day: StripDay, context: StripContext, translator: Translator): string {
  const { t, format } = translator
  return t('strip.say', {
    day: format.day(day.on),
    weekday: format.weekday(day.on),
    what: explainDay(day, context, translator),
  })
}

export function sayBracket(says: Bracket['says'], { t }: Translator): string {
  return says.kind === 'holiday'
    ? t('strip.bracket.holiday', { holiday: says.holiday, n: says.days })
    : t('strip.bracket.pause', { why: t(PAUSE_WORDS[says.why]), n: says.workingDays })
}

function sayKind(day: StripDay, context: StripContext, { t }: Translator): string {
  switch (day.kind) {
    case 'before':
      return t('strip.is.before')
    case 'after':
      return t('strip.is.after')
    case 'receipt':
      return context.startNote ?? t(context.restarted ? 'strip.is.restart' : 'strip.is.receipt')
    case 'weekend':
      return t('strip.is.weekend')
    case 'holiday':
      return t('strip.is.holiday', { holiday: day.holiday ?? '' })
    case 'paused':
      return sayPaused(day, t)
    case 'counted':
    case 'makeUp':
      return sayCounted(day, context, t)
  }
}

function sayPaused(day: ProofDay, t: Translator['t']): string {
  if (day.isUndated) return t('strip.is.pausedUndated')
  if (isByOldRegister(day)) return t('strip.is.pausedBeforeImport')
  return t('strip.is.paused', { why: pauseWords(day.pausedFor ?? [], t) })
}

function sayCounted(day: ProofDay & { readonly isDue: boolean }, context: StripContext, t: Translator['t']): string {
  const n = day.ordinal ?? 0
  const { due, today } = context
  if (day.isDue) return t(due.certainty === 'final' ? 'strip.is.due' : 'strip.is.dueProvisional', { n })
  if (day.kind === 'makeUp' && day.on !== today)
    return day.holiday ? t('strip.is.makeUpFor', { holiday: day.holiday, n }) : t('strip.is.makeUp', { n })
  if (day.on === today) return t('strip.is.countedToday', { n, left: workingDaysAround(due, today).left })
  if (day.assumed) return t('strip.is.countedAssumed', { n })
  return t('strip.is.counted', { n })
}

export const pauseWords = (reasons: readonly PauseReason[], t: Translator['t']): string =>
  reasons.map(why => t(PAUSE_WORDS[why])).join(t('strip.listJoin'))

const PAUSE_WORDS = {
  thirdPartyOpinion: 'strip.pause.thirdPartyOpinion',
  coProducerOpinion: 'strip.pause.coProducerOpinion',
  otherAgency: 'strip.pause.otherAgency',
  beforeImport: 'strip.pause.beforeImport',
} as const satisfies Readonly<Record<PauseReason, MessageKey>>
