import { apartWords } from '../../i18n/apart-words'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'
import { Sheet } from '../../ui/sheets/sheet'
import { useChainNames } from './chain-names'
import type { SectionProps } from './exchange-sections'

const shown = 30

/** What headquarters noted of the clocks of this office's machines: which acts say a wrong time, and by how much. */
export function ClocksSection({ desk, seen: { report } }: SectionProps) {
  const { t, format } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  const clocks = useOffice(desk.offices)?.sendings.clocks ?? []
  if (clocks.length === 0) return null
  return (
    <Sheet title={t('exchange.clocks')}>
      <ul className="exchange-lines" aria-label={t('exchange.clocks')}>
        {clocks
          .toReversed()
          .slice(0, shown)
          .map(({ said: { chain, fromSeq, toSeq, byMs }, by }) => (
            <li key={`${chain} ${fromSeq} ${toSeq}`}>
              <Mark flag="soon" />
              <span className="exchange-words">
                {t('exchange.clocks.line', {
                  ...{ who: nameOf(chain), apart: apartWords(byMs, t) },
                  acts:
                    fromSeq === toSeq
                      ? t('exchange.acts.one', { from: fromSeq })
                      : t('exchange.acts.some', { from: fromSeq, to: toSeq }),
                })}
              </span>
              <span className="exchange-when">{format.moment(by.at, desk.today)}</span>
            </li>
          ))}
      </ul>
      <p className="exchange-quiet">{t('exchange.clocks.next')}</p>
    </Sheet>
  )
}
