import {
  fieldsOf,
  newOfficeFrom,
  officeSteps,
  type OfficeField,
  type OfficeForm,
  type OfficeStep,
} from '#shared/application/set-up/office-form'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { postNames } from '../../i18n/posts'
import { TextLink } from '../../ui/acts/text-link'
import { KeyValueList, type KeyValue } from '../../ui/sheets/key-value-list'

export interface CheckStepPageProps {
  readonly form: OfficeForm
  readonly onGoTo: (step: OfficeStep) => void
}

/** Everything as it will be taken, codes in capitals; each part leads back to its step. */
export function CheckStepPage({ form, onGoTo }: CheckStepPageProps) {
  const { t } = useMessages()
  return (
    <>
      <p className="set-up-about">{t('setUp.check.about')}</p>
      {officeSteps.map(step => (
        <section key={step} className="set-up-part" aria-labelledby={`check-${step}`}>
          <div className="set-up-part-head">
            <h2 id={`check-${step}`}>{t(`setUp.step.${step}`)}</h2>
            <TextLink onAct={() => onGoTo(step)}>{t('setUp.check.change', { step: t(`setUp.step.${step}`) })}</TextLink>
          </div>
          <KeyValueList items={linesOf(step, form, t)} />
        </section>
      ))}
    </>
  )
}

function linesOf(step: OfficeStep, form: OfficeForm, t: Translate): readonly KeyValue[] {
  const office = newOfficeFrom(form)
  const taken: Partial<Record<OfficeField, string>> = {
    placeCode: office.placeCode,
    workstation: office.workstation,
    agencyCode: office.agency.code,
    password: t('setUp.check.password'),
  }
  const lines = fieldsOf[step]
    .filter(field => field !== 'passwordAgain')
    .map(field => ({ label: t(`setUp.field.${field}`), value: taken[field] ?? form[field].trim() }))
  if (step !== 'administrator') return lines
  return [...lines, { label: t('setUp.administrator.posts'), value: postNames(office.administrator.posts, t) }]
}
