import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { guideForm, guideTextFields } from '#shared/application/booklets/guide-form'
import type { Office } from '#shared/domain/agencies/office'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { GuideDetails } from '#shared/domain/booklets/booklet-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { useToast } from '../../ui/states/use-toast'
import { GuideDialog } from './guide-dialog'

export interface GuideSheetProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'booklets' | 'me'>
}

/** What the guide of each agency prints beyond its letters (art. 12(2)). */
export function GuideSheet({ office, desk }: GuideSheetProps) {
  const { t } = useMessages()
  const [opened, setOpened] = useState<Agency | null>(null)
  const tell = useToast()
  const mayChange = desk.me.posts.some(post => post === 'administrator' || post === 'head')
  const guideOf = ({ agencyId }: Agency) => office.guides.findLast(({ guide }) => guide.agencyId === agencyId)?.guide
  return (
    <Sheet title={t('guideSheet.title')} aside={t('guideSheet.aside')}>
      <ul className="settings-agencies">
        {office.agencies.map(agency => (
          <li key={agency.agencyId}>
            <div className="settings-agency-head">
              <h3>{agency.name}</h3>
              <Act
                size="small"
                disabledBecause={mayChange ? undefined : t('guideSheet.headOnly')}
                onAct={() => setOpened(agency)}
              >
                {t('guideSheet.edit', { name: agency.name })}
              </Act>
            </div>
            <GuideFacts guide={guideOf(agency)} />
          </li>
        ))}
      </ul>
      {opened ? (
        <GuideDialog
          booklets={desk.booklets}
          agency={opened}
          guide={guideOf(opened)}
          onDone={() => {
            tell(t('guideSheet.saved'))
            setOpened(null)
          }}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Sheet>
  )
}

function GuideFacts({ guide }: { readonly guide: GuideDetails | undefined }) {
  const { t } = useMessages()
  const form = guideForm(guide)
  const items = guideTextFields
    .map(field => ({
      label: t(`guideSheet.field.${field}`),
      value: field === 'fax' && form.hasNoFax ? t('guideSheet.noFax') : form[field].split('\n').join('；'),
    }))
    .filter(({ value }) => value !== '')
  if (items.length === 0) return <p className="settings-quiet">{t('guideSheet.empty')}</p>
  return <KeyValueList columns={2} items={items} />
}
