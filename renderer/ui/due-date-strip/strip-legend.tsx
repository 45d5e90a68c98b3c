import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import type { StripDay } from './strip-days'

interface StripLegendProps {
  readonly days: readonly StripDay[]
  readonly today: CivilDate
}

/** Only the kinds that this strip shows. Decorative: every day says in words what it is. */
export function StripLegend({ days, today }: StripLegendProps) {
  const { t } = useMessages()
  const has = (kind: StripDay['kind'], past?: boolean): boolean =>
    days.some(day => day.kind === kind && (past === undefined || day.on < today === past))
  const items = [
    { shown: has('counted', true), look: 'day-counted is-past', glyph: '6', word: t('strip.legend.past') },
    { shown: has('counted', false), look: 'day-counted', glyph: '18', word: t('strip.legend.future') },
    { shown: has('makeUp'), look: 'day-makeUp is-past', glyph: '9', word: t('strip.legend.makeUp') },
    { shown: has('holiday'), look: 'day-holiday', glyph: t('strip.glyph.holiday'), word: t('strip.legend.holiday') },
    { shown: has('paused'), look: 'day-paused', glyph: '', word: t('strip.legend.paused') },
  ]
  return (
    <div className="strip-legend" aria-hidden="true">
      {items
        .filter(item => item.shown)
        .map(item => (
          <span key={item.word} className="legend-item">
            <span className={`strip-day ${item.look}`}>
              <span className="day-cell" data-glyph={item.glyph} />
            </span>
            {item.word}
          </span>
        ))}
    </div>
  )
}
