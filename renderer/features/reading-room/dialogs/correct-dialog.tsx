import { useRef, useState } from 'react'
import {
  checkVisitCorrection,
  correctables,
  startOfCorrection,
  type CorrectionForm,
} from '#shared/application/visits/visit-correction'
import { correctVisit } from '#shared/application/visits/visit-acts'
import { itemKinds } from '#shared/domain/visits/visit-facts'
import type { Visit } from '#shared/domain/visits/visit-state'
import { useCardReader } from '../../../case-parts/use-card-reader'
import { useMessages } from '../../../i18n/messages-provider'
import { CheckBox } from '../../../ui/fields/check-box'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { SelectField } from '../../../ui/fields/select-field'
import { TextArea } from '../../../ui/fields/text-area'
import { TextField } from '../../../ui/fields/text-field'
import { ReasonField } from '../reason-field'
import { RoomDialog } from '../room-dialog'
import { shownVisitor, topicChoices, type TopicNames } from '../room-words'
import { useTopicNames } from '../use-room-around'
import type { VisitDialogProps } from '../visit-dialogs'
import { VisitorFields, visitorFromCard } from '../visitor-fields'

/** What was written wrongly, beside what stands there now; one thing at a time, with its reason. */
export function CorrectDialog({ desk, record, onClose }: VisitDialogProps) {
  const { visit } = record
  const { t } = useMessages()
  const choices = correctables(visit)
  const [form, setForm] = useState<CorrectionForm>(() => startOfCorrection(visit, choices[0]!))
  const [seen, setSeen] = useState(record) // as it was filled in: what came since was not seen
  const change = (part: Partial<CorrectionForm>): void => setForm(before => ({ ...before, ...part }))
  const topics = useTopicNames(desk)
  const page = useRef<HTMLDivElement>(null)
  const card = useCardReader(desk, {
    ...{ page, form },
    // Where no visitor is corrected, what the card has typed is taken back and that is all.
    take: (read, before) =>
      setForm(
        before.what === 'visitor' ? { ...before, visitor: { ...before.visitor, ...visitorFromCard(read) } } : before,
      ),
  })
  const { problems, fact, isChanged } = checkVisitCorrection(form, visit, desk.today)
  const act = () => (fact ? correctVisit(desk, seen, fact) : null)
  return (
    <RoomDialog
      page={page}
      title={t('room.correct.title')}
      does={t('room.correct.does')}
      act={act}
      onClose={onClose}
      width={680}
    >
      {isTried => (
        <>
          <p className="room-quiet">{t('room.correct.means')}</p>
          <ChoiceGroup
            label={t('room.correct.what')}
            choices={choices.map(value => ({ value, label: t(`room.correct.what.${value}`) }))}
            value={form.what}
            onChange={what => {
              setSeen(record)
              setForm({ ...startOfCorrection(visit, what), reason: form.reason })
            }}
          />
          {form.what === 'visitor' ? (
            <>
              <p className="room-quiet">{t('room.correct.empty', { ...shownVisitor(visit, false, t) })}</p>
              <VisitorFields
                {...{ card, problems, isTried }}
                form={form.visitor}
                optional
                onChange={part => change({ visitor: { ...form.visitor, ...part } })}
              />
            </>
          ) : null}
          {form.what === 'matter' ? <MatterPart {...{ form, change, visit, topics }} /> : null}
          {form.what === 'item' ? <ItemPart {...{ form, change, visit }} /> : null}
          {form.what === 'copies' ? <CopiesPart {...{ form, change, visit, isTried }} /> : null}
          <ReasonField reason={form.reason} onChange={reason => change({ reason })} isTried={isTried} />
          {isTried && !isChanged ? (
            <p className="field-error" role="alert">
              {t('room.correct.nothing')}
            </p>
          ) : null}
        </>
      )}
    </RoomDialog>
  )
}

interface PartProps {
  readonly form: CorrectionForm
  readonly change: (part: Partial<CorrectionForm>) => void
  readonly visit: Visit
}

function MatterPart({ form, change, visit, topics }: PartProps & { readonly topics: TopicNames }) {
  const { t } = useMessages()
  return (
    <>
      {visit.aim === 'reading' ? (
        <SelectField
          label={t('room.form.topic')}
          placeholder={t('room.topic.none')}
          choices={topicChoices(topics)}
          value={form.topic === '' ? null : form.topic}
          onChange={topic => change({ topic })}
        />
      ) : null}
      <TextArea
        label={t(visit.aim === 'archives' ? 'room.form.purpose' : 'room.form.seeks')}
        rows={[2, 4]}
        maxLength={500}
        value={form.seeks}
        onChange={seeks => change({ seeks })}
      />
    </>
  )
}

function ItemPart({ form, change, visit }: PartProps) {
  const { t } = useMessages()
  const item = visit.items.find(each => String(each.itemNo) === form.itemNo)
  return (
    <>
      <SelectField
        label={t('room.correct.item')}
        choices={visit.items.map(({ itemNo, title }) => ({
          value: String(itemNo),
          label: `${itemNo}　${title ?? ''}`,
        }))}
        value={form.itemNo}
        onChange={itemNo => {
          const { itemTitle, indexNo, itemKind } = startOfCorrection(visit, 'item', itemNo)
          change({ itemNo, itemTitle, indexNo, itemKind, isCancelled: false, isOut: false })
        }}
      />
      <TextField
        label={t('room.item.title')}
        maxLength={300}
        value={form.itemTitle}
        onChange={itemTitle => change({ itemTitle })}
      />
      <TextField
        label={t('room.item.indexNo')}
        optional
        maxLength={80}
        value={form.indexNo}
        onChange={indexNo => change({ indexNo })}
      />
      <ChoiceGroup
        label={t('room.item.kind')}
        look="inline"
        choices={itemKinds.map(value => ({ value, label: t(`room.itemKind.${value}`) }))}
        value={form.itemKind}
        onChange={itemKind => change({ itemKind })}
      />
      <CheckBox checked={form.isCancelled} onChange={isCancelled => change({ isCancelled })}>
        {t('room.correct.cancel')}
      </CheckBox>
      {item?.returned ? (
        <CheckBox checked={form.isOut} onChange={isOut => change({ isOut })}>
          {t('room.correct.isOut')}
        </CheckBox>
      ) : null}
    </>
  )
}

function CopiesPart({ form, change, visit, isTried }: PartProps & { readonly isTried: boolean }) {
  const { t } = useMessages()
  const isWrong = isTried && !/^\d{1,4}$/.test(form.pages.trim())
  return (
    <>
      <SelectField
        label={t('room.correct.what.copies')}
        choices={visit.copies.map(({ copyNo, way, pages }) => ({
          value: String(copyNo),
          label: t('room.correct.pagesOf', { n: copyNo, way: t(`room.way.${way}`), pages }),
        }))}
        value={form.copyNo}
        onChange={copyNo => change({ copyNo, pages: startOfCorrection(visit, 'copies', copyNo).pages })}
      />
      <TextField
        label={t('room.correct.pages')}
        inputMode="numeric"
        value={form.pages}
        error={isWrong ? t('room.notACount') : null}
        onChange={pages => change({ pages })}
      />
    </>
  )
}
