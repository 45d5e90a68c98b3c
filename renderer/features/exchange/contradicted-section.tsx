import { useMessages } from '../../i18n/messages-provider'
import { Sheet } from '../../ui/sheets/sheet'
import { useChainNames } from './chain-names'
import type { SectionProps } from './exchange-sections'

/** Two receipts that headquarters signed over one act, word for word: whoever has its public key can check both. */
export function ContradictedSection({ desk, seen: { report } }: SectionProps) {
  const { t } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  const { contradicted } = report
  if (contradicted.length === 0) return null
  return (
    <Sheet title={t('exchange.contradicted')}>
      <ul className="exchange-lines" aria-label={t('exchange.contradicted')}>
        {contradicted.map(({ chain, seq, before, now }) => (
          <li key={`${before.note} ${now.note}`}>
            <span className="exchange-words">{t('exchange.contradicted.line', { who: nameOf(chain), seq })}</span>
            {[before, now].map(({ note, signature }) => (
              <pre key={note} className="exchange-receipt">{`${note}${signature}`}</pre>
            ))}
          </li>
        ))}
      </ul>
      <p className="exchange-quiet">{t('exchange.contradicted.next')}</p>
    </Sheet>
  )
}
