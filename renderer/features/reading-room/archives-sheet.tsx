import type { VisitRecord } from '#shared/application/visits/visits'
import { maskName } from '#shared/domain/identity/masking'
import { isShown, needsSecondPerson } from '#shared/domain/visits/visit-rules'
import type { ArchivesAsk } from '#shared/domain/visits/visit-state'
import type { NameOf } from '../../case-parts/use-staff-names'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { KeyValueList, type KeyValue } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import type { OpenVisitDialog } from './visit-page'

export interface ArchivesSheetProps {
  readonly record: VisitRecord
  readonly nameOf: NameOf
  /** Names in full: asked for, and recorded. */
  readonly isShown: boolean
  readonly onOpen: (dialog: OpenVisitDialog) => void
}

/** 查档: what was asked and by which right, what was decided and shown, and the certificates. */
export function ArchivesSheet({ record, nameOf, isShown: isNamed, onOpen }: ArchivesSheetProps) {
  const { t } = useMessages()
  const { asks } = record.visit
  // One letter leads to one thing: the first that waits, and the last that was shown.
  const keysFor = { decide: asks.find(({ decided }) => !decided)?.askNo, certify: asks.findLast(isShown)?.askNo }
  return (
    <Sheet title={t('room.asks')}>
      {asks.length === 0 ? <p className="room-quiet">{t('room.asks.none')}</p> : null}
      {asks.map(ask => (
        <AskPart key={ask.askNo} {...{ ask, record, nameOf, isShown: isNamed, onOpen, keysFor }} />
      ))}
    </Sheet>
  )
}

interface AskPartProps extends ArchivesSheetProps {
  readonly ask: ArchivesAsk
  readonly keysFor: { readonly decide: number | undefined; readonly certify: number | undefined }
}

function AskPart({ ask, record, nameOf, isShown: isNamed, onOpen, keysFor }: AskPartProps) {
  const { t } = useMessages()
  const { askNo, kind } = ask
  return (
    <section className="room-ask">
      <div className="room-ask-head">
        <h3>{t('room.ask.line', { n: askNo, kind: t(`room.archivesKind.${kind}`) })}</h3>
        <AskState ask={ask} isNext={keysFor.decide === askNo} onOpen={onOpen} />
        {isShown(ask) ? (
          <Act
            size="small"
            {...(keysFor.certify === askNo ? { keys: 'Z' } : {})}
            onAct={() => onOpen({ kind: 'certify', askNo })}
          >
            {t('room.ask.certifyOf', { n: askNo })}
          </Act>
        ) : null}
      </div>
      <KeyValueList items={askWords(ask, { isNamed, nameOf, t })} />
      <Certificates {...{ askNo, record, onOpen }} />
    </section>
  )
}

interface AskStateProps extends Pick<ArchivesSheetProps, 'onOpen'> {
  readonly ask: ArchivesAsk
  readonly isNext: boolean
}

function AskState({ ask, isNext, onOpen }: AskStateProps) {
  const { t } = useMessages()
  const { askNo, decided } = ask
  if (decided)
    return <Status flag={isShown(ask) ? 'done' : 'returned'}>{t(`room.decision.${decided.decision}`)}</Status>
  return (
    <>
      {needsSecondPerson(ask, 'show') ? <Status flag="paused">{t('room.ask.waits')}</Status> : null}
      <Act size="small" {...(isNext ? { keys: 'D' } : {})} onAct={() => onOpen({ kind: 'decide', askNo })}>
        {t('room.ask.decideOf', { n: askNo })}
      </Act>
    </>
  )
}

interface AskWords extends Pick<ArchivesSheetProps, 'nameOf'> {
  readonly isNamed: boolean
  readonly t: Translate
}

function askWords({ relation, words, proofs, decided }: ArchivesAsk, { isNamed, nameOf, t }: AskWords): KeyValue[] {
  const seen = proofs.map(proof => t(`room.proof.${proof}`)).join(t('post.join'))
  return [
    { label: t('room.ask.about'), value: aboutWord(words?.about, isNamed) ?? t('room.erased') },
    { label: t('room.ask.relation'), value: t(`room.relation.${relation}`) },
    { label: t('room.ask.what'), value: words?.what ?? '' },
    { label: t('room.ask.purpose'), value: words?.purpose ?? '' },
    ...(seen ? [{ label: t('room.ask.proofs'), value: joined(seen, words?.proofWords) }] : []),
    ...(decided
      ? [
          { label: t('room.decide.shown'), value: decided.shown.join('；') },
          ...(decided.reason ? [{ label: t('room.decide.reason'), value: decided.reason }] : []),
          { label: t('room.decide.by'), value: nameOf(decided.by.actor) },
        ]
      : []),
  ]
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('　')

function Certificates({ askNo, record, onOpen }: Pick<ArchivesSheetProps, 'record' | 'onOpen'> & { askNo: number }) {
  const { t } = useMessages()
  const certificates = record.visit.certificates.filter(each => each.askNo === askNo)
  return (
    <ul className="room-lines">
      {certificates.map(({ certificateNo }) => (
        <li key={certificateNo}>
          {t('room.certificate.line', { no: certificateNo })}
          <Act
            size="small"
            icon="print"
            onAct={() => onOpen({ kind: 'paper', asked: { paper: 'archivesCertificate', certificateNo }, record })}
          >
            {t('room.certificate.print', { no: certificateNo })}
          </Act>
        </li>
      ))}
    </ul>
  )
}

const aboutWord = (about: string | undefined, isNamed: boolean): string | undefined =>
  about === undefined || isNamed ? about : maskName(about)
