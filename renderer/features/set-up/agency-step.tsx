import { remedyDoubts, type RemedyDoubt } from '#shared/domain/agencies/remedy-fit'
import { useMessages } from '../../i18n/messages-provider'
import { OfficeTextField, type StepProps } from './office-text-field'

export function AgencyStepPage(props: StepProps) {
  const { t } = useMessages()
  const { agencyCode, agencyName: agency, reconsiderationName, courtName } = props.form
  const code = agencyCode.trim()
  const doubts = remedyDoubts({ agency, reconsiderationBody: reconsiderationName, court: courtName })
  const hintOf = (doubt: RemedyDoubt | undefined) => (doubt ? { hint: t(`remedyFit.${doubt}`) } : {})
  return (
    <>
      <p className="set-up-about">{t('setUp.agency.about')}</p>
      <h2>{t('setUp.agency.letter')}</h2>
      <div className="set-up-fields">
        <OfficeTextField {...props} field="agencyName" takesFocus />
        <OfficeTextField
          {...props}
          field="agencyCode"
          hint={code ? t('setUp.agency.example', { code }) : t('setUp.agency.codeHint')}
        />
        <div className="set-up-whole">
          <OfficeTextField {...props} field="agencyAddress" />
        </div>
        <OfficeTextField {...props} field="contactName" hint={t('setUp.agency.contactHint')} />
        <OfficeTextField {...props} field="contactPhone" inputMode="tel" />
      </div>
      <h2>{t('setUp.agency.remedy')}</h2>
      <p className="set-up-law">{t('setUp.agency.remedyWhy')}</p>
      <div className="set-up-fields">
        <OfficeTextField {...props} field="reconsiderationName" {...hintOf(doubts.reconsiderationBody)} />
        <OfficeTextField {...props} field="reconsiderationAddress" />
        <p className="set-up-law set-up-whole">{t('setUp.agency.reconsiderationWhy')}</p>
        <OfficeTextField {...props} field="courtName" {...hintOf(doubts.court)} />
        <OfficeTextField {...props} field="courtAddress" />
        <p className="set-up-law set-up-whole">{t('setUp.agency.courtWhy')}</p>
      </div>
    </>
  )
}
