import type { Desk } from '#shared/application/desk'
import { revealVisitor } from '#shared/application/visits/visit-acts'
import type { VisitRecord } from '#shared/application/visits/visits'
import type { Problem } from '#shared/contracts/problems'
import { written } from '../../case-parts/written'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { TextLink } from '../../ui/acts/text-link'
import { Icon } from '../../ui/marks/icon'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { matterWord, shownVisitor } from './room-words'
import { useTopicNames } from './use-room-around'

export interface VisitorSheetProps {
  readonly desk: Desk
  readonly record: VisitRecord
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

/** Masked until somebody asks for it. Asking is recorded first, then shown, and hidden again with the page. */
export function VisitorSheet({ desk, record: { visitId, visit }, isShown, onShow }: VisitorSheetProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const topics = useTopicNames(desk)
  const reveal = async (): Promise<void> => {
    if (await run(() => written(revealVisitor(desk, visitId)))) onShow(true)
  }
  if (visit.isErased) return <Sheet title={t('room.visitor')}>{t('room.erased')}</Sheet>
  const { name, document, phone } = shownVisitor(visit, isShown, t)
  const aim = [
    { label: t('room.visitor.aim'), value: matterWord(visit, { t, topics }) },
    ...(visit.seeks
      ? [{ label: t(visit.aim === 'archives' ? 'room.form.purpose' : 'room.form.seeks'), value: visit.seeks }]
      : []),
  ]
  if (!visit.visitor)
    return (
      <Sheet title={t('room.visitor')}>
        <KeyValueList items={aim} />
        <p className="room-quiet">{t('room.visitor.unasked')}</p>
      </Sheet>
    )
  return (
    <Sheet title={t('room.visitor')}>
      <KeyValueList
        items={[
          ...aim,
          { label: t('room.visitor.name'), value: name },
          { label: t('room.visitor.document'), value: document },
          { label: t('room.visitor.phone'), value: phone },
        ]}
      />
      <p className="room-reveal">
        <Icon name="eye" size={16} />
        {isShown ? (
          <TextLink onAct={() => onShow(false)}>{t('room.hide')}</TextLink>
        ) : (
          <TextLink onAct={() => void reveal()}>{t(isBusy ? 'room.revealing' : 'room.reveal')}</TextLink>
        )}
        <span>{t(isShown ? 'room.revealed' : 'room.reveal.note')}</span>
      </p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Sheet>
  )
}
