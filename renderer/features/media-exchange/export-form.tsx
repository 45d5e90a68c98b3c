import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { WantedExport } from '#shared/application/media/run-export'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { chinese } from '../../i18n/window-language'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { expectedSize } from './expected-size'
import { exportFiles, recordsOf } from './export-files'
import { bundleWish, isOfRequests, missingInOrder, ofForm, readyOrder, type ExportFields } from './export-order'
import { FailedNote } from './failed-note'
import { PlaceChoice } from './place-choice'
import { UnmaskedApproval } from './unmasked-approval'
import type { SeenMedia } from './use-media'
import { WhatChoice } from './what-choice'

export interface ExportFormProps {
  readonly desk: Desk
  readonly office: Office
  readonly records: readonly RequestRecord[]
  readonly nameOf: NameOf
  readonly seen: SeenMedia
  readonly fields: ExportFields
  readonly onChange: (changed: Partial<ExportFields>) => void
  /** Why the export before did not go through. */
  readonly problem: Problem | null
  readonly onStart: (wanted: WantedExport) => Promise<void>
}

/** What, how much of it is shown, where to, for whom. Nothing is written before everything is said. */
export function ExportForm(props: ExportFormProps) {
  const { desk, office, records, nameOf, seen, fields, onChange: set, problem, onStart } = props
  const { t } = useMessages()
  const of = ofForm(fields)
  const chosen = of ? recordsOf(of, records) : []
  const order = readyOrder(fields, { office, posts: desk.me.posts, media: seen.media ?? [], found: chosen.length })
  const missing = missingInOrder(fields, {
    office,
    posts: desk.me.posts,
    media: seen.media ?? [],
    found: chosen.length,
  })
  const start = (): void => {
    if (!order) return
    const { of: what, isMasked } = order
    const size = { desk, of: what, isMasked, records: chosen, bundle: bundleWish(fields) }
    const files = exportFiles({ ...size, desk, office, t: chinese.t, nameOf })
    void onStart({ order, files, expected: () => expectedSize(size) })
  }
  return (
    <Sheet title={t('media.new')}>
      {problem ? <FailedNote problem={problem} /> : null}
      <div className="media-form">
        <WhatChoice
          fields={fields}
          set={set}
          found={of && isOfRequests(of) ? chosen.length : null}
          today={desk.today}
        />
        {isOfRequests({ kind: fields.what }) ? (
          <ChoiceGroup
            label={t('media.shown')}
            look="list"
            value={fields.isMasked ? 'masked' : 'unmasked'}
            onChange={value => set({ isMasked: value === 'masked' })}
            choices={[
              { value: 'masked', label: t('media.masked'), note: t('media.maskedNote') },
              { value: 'unmasked', label: t('media.unmasked'), note: t('media.unmaskedNote') },
            ]}
          />
        ) : null}
        {of && !fields.isMasked && isOfRequests(of) ? (
          <UnmaskedApproval desk={desk} office={office} of={of} nameOf={nameOf} />
        ) : null}
        <PlaceChoice desk={desk} seen={seen} mediumId={fields.mediumId} onChoose={mediumId => set({ mediumId })} />
        <div className="media-names">
          <TextField
            label={t('media.mediumNo')}
            hint={t('media.mediumNoHint')}
            maxLength={20}
            value={fields.mediumNo}
            onChange={mediumNo => set({ mediumNo: mediumNo.toUpperCase() })}
          />
          <TextField
            label={t('media.receiver')}
            maxLength={60}
            value={fields.receiver}
            onChange={receiver => set({ receiver })}
          />
          <TextField
            label={t('media.holder')}
            maxLength={50}
            value={fields.holder}
            onChange={holder => set({ holder })}
          />
        </div>
        <Act
          look="primary"
          icon="usb"
          keys="Ctrl+Enter"
          disabledBecause={missing ? t(`media.missing.${missing}`) : undefined}
          onAct={start}
        >
          {t('media.start')}
        </Act>
      </div>
    </Sheet>
  )
}
