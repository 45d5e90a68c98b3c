import { useState } from 'react'
import { appendVisit } from '#shared/application/visits/visit-acts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { visitResults, type VisitResult } from '#shared/domain/visits/visit-facts'
import { itemsOut } from '#shared/domain/visits/visit-state'
import { useMessages } from '../../../i18n/messages-provider'
import { DateField } from '../../../ui/date-field/date-field'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

/** Nobody is signed out while an item is out: the dialog names each of them and offers nothing else. */
export function SignOutDialog(props: VisitDialogProps) {
  return itemsOut(props.record.visit).length > 0 ? <Blocked {...props} /> : <Leaving {...props} />
}

function Blocked({ record: { visit }, onClose }: VisitDialogProps) {
  const { t } = useMessages()
  const out = itemsOut(visit)
  return (
    <RoomDialog title={t('room.out.title')} act={() => null} onClose={onClose}>
      {() => (
        <div role="alert">
          <p>{t('room.out.blocked', { n: out.length })}</p>
          <ol className="room-lines">
            {out.map(({ itemNo, title }) => (
              <li key={itemNo}>{`${itemNo}　${title ?? ''}`}</li>
            ))}
          </ol>
        </div>
      )}
    </RoomDialog>
  )
}

function Leaving({ desk, record: { visitId, visit }, onClose }: VisitDialogProps) {
  const { t, format } = useMessages()
  const isLate = visit.cameOn < desk.today
  const [result, setResult] = useState<VisitResult>('found')
  const [leftOn, setLeftOn] = useState<CivilDate | null>(visit.cameOn)
  const [note, setNote] = useState('')
  const isNoteMissing = isLate && note.trim() === ''
  const act = () => {
    if (isNoteMissing || leftOn === null) return null
    const open = { result, ...(isLate ? { leftOn } : {}) }
    const personal = note.trim() ? { personal: { note: note.trim() } } : {}
    return appendVisit(desk, visitId, { type: 'visit.signedOut@1', open, ...personal })
  }
  return (
    <RoomDialog title={t('room.out.title')} does={t('room.out.does')} act={act} onClose={onClose}>
      {isTried => (
        <>
          {isLate ? (
            <>
              <p className="room-quiet">{t('room.out.lateNote', { day: format.dayNear(visit.cameOn, desk.today) })}</p>
              <DateField
                label={t('room.out.leftOn')}
                value={leftOn}
                onChange={setLeftOn}
                today={desk.today}
                earliestOn={visit.cameOn}
                latestOn={desk.today}
                error={leftOn ? null : t('fieldProblem.dateMissing', { what: t('room.out.leftOn') })}
              />
            </>
          ) : null}
          <ChoiceGroup
            label={t('room.out.result')}
            look="list"
            choices={visitResults.map(value => ({ value, label: t(`room.result.${value}`) }))}
            value={result}
            onChange={setResult}
          />
          <TextField
            label={t('room.out.note')}
            optional={!isLate}
            maxLength={500}
            value={note}
            error={isTried && isNoteMissing ? t('fieldProblem.empty', { what: t('room.out.note') }) : null}
            onChange={setNote}
          />
        </>
      )}
    </RoomDialog>
  )
}
