import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Office } from '#shared/domain/agencies/office'
import {
  indexNumber,
  indexSeries,
  numberingProblem,
  usualTemplates,
  type IndexNumbering,
} from '#shared/domain/catalogue/index-number'
import { namedTopics, topicName } from '#shared/domain/catalogue/topic-classes'
import type { Problem } from '#shared/contracts/problems'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { refusalSentence } from '../../i18n/refusals'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { topicChoices } from './choices'

export interface SettingsDialogProps {
  readonly desk: Desk
  readonly onClose: () => void
}

/** 编号规则和分类名称: what the office sets for its catalogue. Numbers that were given stay as they are. */
export function SettingsDialog({ desk, onClose }: SettingsDialogProps) {
  const { t } = useMessages()
  const office = useOffice(desk.offices)
  const maySet = desk.me.posts.some(post => post !== 'clerk')
  return (
    <Dialog
      open
      width={680}
      help="catalogue"
      title={t('catalogue.settings')}
      onClose={onClose}
      note={maySet ? null : t('catalogue.settings.notYours')}
      acts={
        <Act look="primary" showsKeys="Esc" onAct={onClose}>
          {t('catalogue.close')}
        </Act>
      }
    >
      {office ? (
        <>
          <Numbering desk={desk} office={office} maySet={maySet} />
          <TopicNames desk={desk} office={office} maySet={maySet} />
        </>
      ) : null}
    </Dialog>
  )
}

interface PartProps {
  readonly desk: Desk
  readonly office: Office
  readonly maySet: boolean
}

function Numbering({ desk, office, maySet }: PartProps) {
  const { t } = useMessages()
  const [agencyId, setAgency] = useState(office.agencies[0]?.agencyId)
  const known = office.indexNumberings.find(each => each.agencyId === agencyId)
  return (
    <section className="catalogue-setting">
      <h2>{t('catalogue.numbering')}</h2>
      {office.agencies.length > 1 && agencyId ? (
        <SelectField
          label={t('document.field.agencyId')}
          value={agencyId}
          onChange={setAgency}
          choices={office.agencies.map(agency => ({ value: agency.agencyId, label: agency.name }))}
        />
      ) : null}
      {agencyId ? (
        <NumberingOf key={`${agencyId}${JSON.stringify(known)}`} {...{ desk, agencyId, known, maySet }} />
      ) : null}
    </section>
  )
}

interface NumberingOfProps extends Pick<PartProps, 'desk' | 'maySet'> {
  readonly agencyId: Office['agencies'][number]['agencyId']
  readonly known: Office['indexNumberings'][number] | undefined
}

function NumberingOf({ desk, agencyId, known, maySet }: NumberingOfProps) {
  const { t } = useMessages()
  const [template, setTemplate] = useState<string>(known?.template ?? usualTemplates[0])
  const [orgCode, setOrgCode] = useState(codeOf(known, 'orgCode'))
  const [uscc, setUscc] = useState(codeOf(known, 'uscc'))
  const { isBusy, problem, run } = useRunning<Problem>()
  const numbering = numberingFrom(agencyId, { template, orgCode, uscc })
  const wrong = numberingProblem(numbering)
  const why = wrong && refusalSentence(wrong, t)
  const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(numbering)
  return (
    <>
      <TextField
        label={t('catalogue.numbering.template')}
        hint={t('catalogue.numbering.hint', { a: usualTemplates[0], b: usualTemplates[1] })}
        error={wrong && wrong.kind !== 'templateCodeMissing' ? refusalSentence(wrong, t) : null}
        value={template}
        readOnly={!maySet}
        maxLength={120}
        onChange={setTemplate}
      />
      <div className="document-pair">
        <TextField
          label={t('refusal.templateCode.orgCode')}
          optional
          value={orgCode}
          readOnly={!maySet}
          maxLength={10}
          onChange={setOrgCode}
        />
        <TextField
          label={t('refusal.templateCode.uscc')}
          optional
          value={uscc}
          readOnly={!maySet}
          maxLength={18}
          onChange={setUscc}
        />
      </div>
      <p className="document-note" role="status">
        {why ?? t('catalogue.numbering.next', { number: indexNumber(indexSeries(numbering, desk.today), 1) })}
      </p>
      {maySet ? (
        <Act
          busy={isBusy}
          disabledBecause={why ?? (isSame ? t('catalogue.settings.same') : undefined)}
          onAct={() => void run(() => desk.catalogue.setNumbering(numbering))}
        >
          {t('catalogue.numbering.set')}
        </Act>
      ) : null}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </>
  )
}

const codeOf = (known: IndexNumbering | undefined, code: 'orgCode' | 'uscc'): string => known?.[code] ?? ''

type TypedNumbering = Readonly<Record<'template' | 'orgCode' | 'uscc', string>>

function numberingFrom(
  agencyId: NumberingOfProps['agencyId'],
  { template, orgCode, uscc }: TypedNumbering,
): IndexNumbering {
  const code = (typed: string): string => typed.trim().toUpperCase()
  return {
    ...{ agencyId, template: template.trim() },
    ...(code(orgCode) === '' ? {} : { orgCode: code(orgCode) }),
    ...(code(uscc) === '' ? {} : { uscc: code(uscc) }),
  }
}

function TopicNames({ desk, office, maySet }: PartProps) {
  const { t } = useMessages()
  const [code, setCode] = useState('01')
  const now = topicName(code, office.topicNames) ?? ''
  return (
    <section className="catalogue-setting">
      <h2>{t('catalogue.topics')}</h2>
      <SelectField
        label={t('document.field.topicClass')}
        value={code}
        onChange={setCode}
        choices={topicChoices(namedTopics(office.topicNames))}
      />
      {maySet ? <TopicName key={`${code}/${now}`} {...{ desk, code, now }} /> : null}
    </section>
  )
}

function TopicName({ desk, code, now }: { readonly desk: Desk; readonly code: string; readonly now: string }) {
  const { t } = useMessages()
  const [name, setName] = useState(now)
  const { isBusy, problem, run } = useRunning<Problem>()
  const typed = name.trim()
  return (
    <>
      <TextField
        label={t('catalogue.topics.name')}
        hint={t('catalogue.topics.hint', { code, first: topicName(code) ?? '' })}
        value={name}
        maxLength={40}
        onChange={setName}
      />
      <Act
        busy={isBusy}
        disabledBecause={typed === '' || typed === now ? t('catalogue.settings.same') : undefined}
        onAct={() => void run(() => desk.catalogue.renameTopic(code, typed))}
      >
        {t('catalogue.topics.rename')}
      </Act>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </>
  )
}
