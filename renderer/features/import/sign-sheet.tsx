import type { Desk } from '#shared/application/desk'
import type { ImportBatch, ImportSummary } from '#shared/application/import/import-desk'
import type { ApplicantType } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { useWatch } from '../../ui/states/use-watch'

export interface SignSheetProps {
  readonly desk: Desk
  readonly batch: ImportBatch
  readonly summary: ImportSummary
  readonly isBusy: boolean
  readonly onWrite: () => void
}

/** What a signature means, and the act itself; whoever prepared the batch reads why it is not theirs. */
export function SignSheet({ desk, batch, summary, isBusy, onWrite }: SignSheetProps) {
  const { t } = useMessages()
  const office = useWatch(desk.offices.watchOffice)?.office
  const isWaiting = summary.state === 'waiting'
  const maySign = desk.me.posts.some(post => post !== 'clerk')
  const isOwn = summary.preparedBy === desk.me.personId
  const why = isOwn ? t('import.batch.own') : maySign ? undefined : t('import.batch.posts')
  return (
    <Sheet title={t('import.batch.signature')}>
      <p>{t('import.batch.signNote')}</p>
      {batch.carriedOver.map(({ agencyId, year, counts }) => (
        <p key={`${agencyId}/${year}`}>
          {t('import.over.signed', {
            agency: office?.agencies.find(each => each.agencyId === agencyId)?.name ?? '',
            year,
            words: countWords(counts, t),
          })}
        </p>
      ))}
      {isWaiting ? null : (
        <p className="import-stop">{t('import.waiting.stopped', { written: summary.written, cases: summary.cases })}</p>
      )}
      {why ? <p className="import-quiet">{why}</p> : null}
      <div className="import-sign">
        <Act look="primary" keys="Ctrl+Enter" busy={isBusy} disabledBecause={why} onAct={onWrite}>
          {t(isWaiting ? 'import.batch.sign' : 'import.batch.continue')}
        </Act>
      </div>
    </Sheet>
  )
}

const countWords = (counts: Readonly<Record<ApplicantType, number>>, t: Translate): string =>
  (Object.keys(counts) as ApplicantType[])
    .map(type => `${t(`applicantType.${type}`)} ${counts[type]}`)
    .join(t('import.join'))
