import type { LawPack } from '#shared/domain/decisions/law-pack'
import { lawPackEffect } from '#shared/domain/sendings/sending-effect'
import { useMessages } from '../../i18n/messages-provider'

export interface LawPackChangeProps {
  readonly lawPacks: readonly LawPack[]
  readonly pack: LawPack
}

/** What a law pack would change for letters of its first day on, against the one that holds on that day now. */
export function LawPackChange({ lawPacks, pack }: LawPackChangeProps) {
  const { t, format } = useMessages()
  const effect = lawPackEffect(lawPacks, pack)
  const { from, to, terms, remedies, clauses } = effect
  const isSame = terms.length === 0 && remedies.length === 0 && clauses.length === 0
  return (
    <>
      <p>
        {to === null
          ? t('sending.law.from', { from: format.fullDay(from) })
          : t('sending.law.fromTo', { from: format.fullDay(from), to: format.fullDay(to) })}
        {t('sending.law.issued')}
      </p>
      {pack.note ? <p className="sending-quiet">{pack.note}</p> : null}
      <h3>{t('sending.law.changes')}</h3>
      {isSame ? <p className="sending-quiet">{t('sending.law.same')}</p> : null}
      <ul className="sending-days">
        {terms.map(({ term, from: before, to: after }) => (
          <li key={term}>
            {before === null
              ? t('sending.law.termNew', { term: t(`sending.law.term.${term}`), to: after })
              : t('sending.law.term', { term: t(`sending.law.term.${term}`), from: before, to: after })}
          </li>
        ))}
        {remedies.map(type => (
          <li key={type}>
            {t('sending.law.remedy', {
              type: t(`refusal.decision.${type}`),
              rule: t(`sending.law.rule.${pack.remedies[type]}`),
            })}
          </li>
        ))}
        {clauses.map(clause => (
          <li key={clause}>{t('sending.law.clause', { clause: t(`sending.law.clauseOf.${clause}`) })}</li>
        ))}
      </ul>
      <h3>{t('sending.law.sources')}</h3>
      <ul className="sending-days">
        {pack.sources.map(({ title, articles }) => (
          <li key={title}>{t('sending.law.source', { title, articles })}</li>
        ))}
      </ul>
    </>
  )
}
