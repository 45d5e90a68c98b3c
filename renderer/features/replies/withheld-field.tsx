import { emptyPart, type TypedPart } from '#shared/application/requests/typed-reply'
import { refusalGrounds } from '#shared/application/requests/reply-draft-saved'
import { suggestedPartReasons } from '#shared/application/requests/suggested-words'
import type { RefusalGround } from '#shared/domain/requests/reply-content'
import { useMessages } from '../../i18n/messages-provider'
import { SelectField } from '../../ui/fields/select-field'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { articleOf } from './decision-words'
import { RowPart, RowsField, type RowTools } from './rows-field'
import { aboutRow, listError, type TypedFieldsProps } from './typed-fields'

type Wrong = Pick<TypedFieldsProps, 'gaps' | 'decision'>

const field = 'withheld'

/** Art. 37: every part that is not given, with its own ground and reason. Alt+W adds one from anywhere. */
export function WithheldField({ typed, onChange, ...wrong }: TypedFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  return (
    <RowsField
      field={field}
      legend={t('decide.withheld')}
      hint={t('decide.withheld.hint')}
      error={listError(field, wrong, translator)}
      rows={typed.withheld}
      empty={emptyPart}
      onChange={withheld => onChange({ withheld })}
      add={t('decide.withheld.add')}
      addKeys="Alt+W"
      remove={n => t('decide.withheld.remove', { n })}
      row={(part, tools) => <PartRow {...{ part, tools, wrong }} />}
    />
  )
}

interface PartRowProps {
  readonly part: TypedPart
  readonly tools: RowTools<TypedPart>
  readonly wrong: Wrong
}

function PartRow({ part, tools: { at, change }, wrong }: PartRowProps) {
  const translator = useMessages()
  const { t } = translator
  const about = (name: 'what' | 'ground' | 'reason') => aboutRow({ field, at, part: name }, wrong, translator)
  return (
    <>
      <RowPart {...{ field, at }} part="what">
        <TextArea
          {...about('what')}
          hint={at === 1 ? t('decide.withheld.whatHint') : undefined}
          value={part.what}
          onChange={what => change({ what })}
          rows={[1, 4]}
        />
      </RowPart>
      <RowPart {...{ field, at }} part="ground">
        <SelectField
          {...about('ground')}
          hint={part.ground === 'REFUSE_THIRD_PARTY' ? t('decide.withheld.thirdParty') : undefined}
          value={part.ground}
          onChange={ground => change(withGround(part, ground))}
          placeholder={t('decide.withheld.choose')}
          choices={refusalGrounds.map(ground => ({
            value: ground,
            label: t('decide.withheld.groundChoice', {
              ground: t(`refusal.decision.${ground}`),
              article: articleOf(ground, t),
            }),
          }))}
        />
      </RowPart>
      {part.ground === 'REFUSE_LAW' ? <PartLaw {...{ part, at, change, wrong }} /> : null}
      {part.ground === 'REFUSE_STATE_SECRET' ? <PartSecrecy {...{ part, at, change, wrong }} /> : null}
      <RowPart {...{ field, at }} part="reason">
        <TextArea {...about('reason')} value={part.reason} onChange={reason => change({ reason })} rows={[2, 6]} />
      </RowPart>
    </>
  )
}

interface PartBasisProps extends Pick<RowTools<TypedPart>, 'at' | 'change'> {
  readonly part: TypedPart
  readonly wrong: Wrong
}

function PartLaw({ part: { law }, at, change, wrong }: PartBasisProps) {
  const translator = useMessages()
  return (
    <>
      <RowPart {...{ field, at }} part="lawTitle">
        <TextField
          {...aboutRow({ field, at, part: 'lawTitle' }, wrong, translator)}
          value={law.title}
          onChange={title => change({ law: { ...law, title } })}
        />
      </RowPart>
      <RowPart {...{ field, at }} part="lawArticle">
        <TextField
          {...aboutRow({ field, at, part: 'lawArticle' }, wrong, translator)}
          value={law.article}
          onChange={article => change({ law: { ...law, article } })}
        />
      </RowPart>
    </>
  )
}

function PartSecrecy({ part: { secrecyReference }, at, change, wrong }: PartBasisProps) {
  const translator = useMessages()
  return (
    <RowPart {...{ field, at }} part="secrecyReference">
      <TextField
        {...aboutRow({ field, at, part: 'secrecyReference' }, wrong, translator)}
        hint={translator.t('decide.secrecyReferenceHint')}
        value={secrecyReference}
        onChange={typed => change({ secrecyReference: typed })}
      />
    </RowPart>
  )
}

/** The proposed reason follows the ground until somebody writes their own. */
function withGround(part: TypedPart, ground: RefusalGround): Partial<TypedPart> {
  const isProposed = part.reason.trim() === '' || (part.ground && part.reason === suggestedPartReasons[part.ground])
  return isProposed ? { ground, reason: suggestedPartReasons[ground] } : { ground }
}
