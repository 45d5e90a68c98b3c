import { useMessages } from '../../i18n/messages-provider'
import { OfficeTextField, type StepProps } from './office-text-field'

export function AgencyStepPage(props: StepProps) {
  const { t } = useMessages()
  const code = props.form.agencyCode.trim()
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
        <OfficeTextField {...props} field="reconsiderationName" />
        <OfficeTextField {...props} field="reconsiderationAddress" />
        <p className="set-up-law set-up-whole">{t('setUp.agency.reconsiderationWhy')}</p>
        <OfficeTextField {...props} field="courtName" />
        <OfficeTextField {...props} field="courtAddress" />
        <p className="set-up-law set-up-whole">{t('setUp.agency.courtWhy')}</p>
      </div>
    </>
  )
}
