import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { bookletKinds, type BookletKind } from '#shared/domain/booklets/booklet-facts'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { SelectField } from '../../ui/fields/select-field'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { BookletDialog } from './booklet-dialog'
import { BookletSheet } from './booklet-sheet'
import { useStand } from './use-stand'
import './booklets.css'

export interface BookletsDeskProps {
  readonly desk: Pick<Desk, 'offices' | 'staff' | 'booklets' | 'me' | 'today'>
  /** Where what is missing is filled in; undefined for who has no seat there. */
  readonly onSettings?: () => void
}

/** 指南和目录: what each booklet of an agency lacks, what has changed since it was last made, and the making of it. */
export function BookletsDesk({ desk, onSettings }: BookletsDeskProps) {
  const { t } = useMessages()
  const office = useWatch(desk.offices.watchOffice)?.office
  const nameOf = useStaffNames(desk)
  const [chosen, setChosen] = useState<AgencyId | null>(null)
  const [making, setMaking] = useState<BookletKind | null>(null)
  const agency =
    office?.agencies.find(({ agencyId }) => agencyId === (chosen ?? office.settings.defaultAgencyId)) ??
    office?.agencies[0]
  const stand = useStand(desk.booklets, agency?.agencyId, office)
  if (!office || !agency) return <ProgressLine>{t('booklets.loading')}</ProgressLine>
  return (
    <>
      <PageHead title={t('booklets.title')} />
      {office.agencies.length > 1 ? (
        <div className="booklets-agency">
          <SelectField<AgencyId>
            label={t('booklets.agency')}
            choices={office.agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
            value={agency.agencyId}
            onChange={setChosen}
          />
        </div>
      ) : null}
      {stand ? (
        <div className="booklets">
          {bookletKinds.map(kind => (
            <BookletSheet
              key={kind}
              {...{ kind, office, agency, stand, nameOf, onSettings }}
              onMake={() => setMaking(kind)}
            />
          ))}
        </div>
      ) : (
        <ProgressLine>{t('booklets.loading')}</ProgressLine>
      )}
      {making ? (
        <BookletDialog
          booklets={desk.booklets}
          kind={making}
          agencyId={agency.agencyId}
          onClose={() => setMaking(null)}
        />
      ) : null}
    </>
  )
}
