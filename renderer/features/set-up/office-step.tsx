import { useMessages } from '../../i18n/messages-provider'
import { OfficeTextField, type StepProps } from './office-text-field'

export function OfficeStepPage(props: StepProps) {
  const { t } = useMessages()
  const { placeCode, workstation } = props.form
  const codes = { place: shown(placeCode), workstation: shown(workstation) }
  return (
    <>
      <p className="set-up-about">{t('setUp.office.about')}</p>
      <div className="set-up-fields">
        <div className="set-up-whole">
          <OfficeTextField {...props} field="officeName" hint={t('setUp.office.nameHint')} takesFocus />
        </div>
        <div className="set-up-half">
          <OfficeTextField {...props} field="windowName" hint={t('setUp.office.windowHint')} />
        </div>
        <OfficeTextField {...props} field="placeCode" hint={t('setUp.office.placeHint')} />
        <OfficeTextField {...props} field="workstation" hint={t('setUp.office.workstationHint')} />
      </div>
      <p className="set-up-example">{t('setUp.office.example', codes)}</p>
    </>
  )
}

/** In capitals, as it will be taken. */
const shown = (code: string): string => code.normalize('NFKC').trim().toUpperCase() || '…'
