import { useMemo, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import {
  anyDocument,
  catalogueParts,
  countParts,
  doubleIndexNumbers,
  linesFor,
  type CatalogueCondition,
} from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { postsForDocument } from '#shared/domain/catalogue/document-acts'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { ChipGroup } from '../../ui/tables/chip-group'
import { ListFoot } from '../../ui/tables/list-foot'
import { useLate } from '../../ui/states/use-late'
import { useWatch } from '../../ui/states/use-watch'
import { useOffice } from '../../case-parts/use-office'
import { BulkBar } from './bulk-bar'
import { CatalogueMenu } from './catalogue-menu'
import { CatalogueTable } from './catalogue-table'
import { Conditions } from './conditions'
import { lineWords } from './line-words'
import './catalogue.css'

export interface CatalogueDeskProps {
  readonly desk: Desk
  readonly onOpen: (documentId: DocumentId) => void
  readonly onAdd: () => void
  readonly onStandardLists: () => void
  readonly onImport: () => void
}

/** 目录: every document that the office keeps, filtered by class, genre, issuer, year, validity and words. */
export function CatalogueDesk(props: CatalogueDeskProps) {
  const { t } = useMessages()
  const kept = useWatch(props.desk.documents.watchLines)
  const isSlow = useLate(kept === undefined)
  if (!kept) return isSlow ? <ProgressLine>{t('catalogue.reading')}</ProgressLine> : null
  return <ReadyDesk {...props} lines={kept.lines} isWhole={kept.isWhole} />
}

interface ReadyProps extends CatalogueDeskProps {
  readonly lines: readonly DocumentLine[]
  readonly isWhole: boolean
}

function ReadyDesk({ desk, lines, isWhole, onOpen, onAdd, onStandardLists, onImport }: ReadyProps) {
  const translator = useMessages()
  const { t, format } = translator
  const { today, calendar } = desk
  const topicNames = useOffice(desk.offices)?.topicNames
  const [condition, setCondition] = useState<CatalogueCondition>(anyDocument)
  const [chosen, setChosen] = useState<ReadonlySet<DocumentId>>(new Set())
  const table = useRef<HTMLTableElement>(null)
  const found = useMemo(() => linesFor(lines, condition, { today, calendar }), [lines, condition, today, calendar])
  const counts = useMemo(() => countParts(lines, { today, calendar }), [lines, today, calendar])
  const twice = useMemo(() => doubleIndexNumbers(lines), [lines])
  const words = useMemo(
    () => lineWords({ translator, topicNames: topicNames ?? {}, today, calendar, twice }),
    [translator, topicNames, today, calendar, twice],
  )
  const mayWrite = desk.me.posts.some(post => postsForDocument['document.catalogued@1'].includes(post))
  const toggle = (ids: readonly DocumentId[], isOn: boolean): void => {
    const next = new Set(chosen)
    for (const id of ids)
      if (isOn) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  return (
    <div className="list-page catalogue">
      <PageHead
        title={t('catalogue.title')}
        notes={
          isWhole
            ? t('catalogue.count', { n: format.count(counts.all) })
            : t('catalogue.countSoFar', { n: format.count(lines.length) })
        }
        acts={
          <>
            <CatalogueMenu {...{ desk, lines, found, onStandardLists, onImport }} />
            {mayWrite ? (
              <Act look="primary" icon="add" keys="Alt+N" onAct={onAdd}>
                {t('catalogue.add')}
              </Act>
            ) : null}
          </>
        }
      />
      <ChipGroup
        label={t('catalogue.parts')}
        chips={catalogueParts
          .filter(part => counts[part] > 0 || part === 'all' || part === condition.part)
          .map(part => ({ value: part, label: t(`catalogue.part.${part}`), count: format.count(counts[part]) }))}
        value={condition.part}
        onChange={part => setCondition({ ...condition, part })}
      />
      <Conditions
        {...{ lines, condition, topicNames: topicNames ?? {} }}
        onCondition={setCondition}
        onDown={() => table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()}
      />
      {twice.size > 0 ? <p className="catalogue-warning">{t('catalogue.twice', { n: twice.size })}</p> : null}
      {mayWrite && chosen.size > 0 ? <BulkBar {...{ desk, chosen }} onClear={() => setChosen(new Set())} /> : null}
      {found.length === 0 ? (
        <NothingFound
          isEmpty={lines.length === 0}
          onClear={() => setCondition(anyDocument)}
          onAdd={mayWrite ? onAdd : undefined}
        />
      ) : (
        <>
          <CatalogueTable
            ref={table}
            rows={found}
            {...{ words, chosen, onOpen }}
            onChoose={mayWrite ? toggle : undefined}
          />
          <ListFoot
            shown={t('catalogue.shown', { n: format.count(found.length) })}
            hints={[
              { keys: ['Up', 'Down'], label: t('catalogue.keyMove') },
              { keys: ['Enter'], label: t('catalogue.keyOpen') },
              { keys: ['Space'], label: t('catalogue.keyChoose') },
              { keys: ['/'], label: t('catalogue.keyFind') },
            ]}
          >
            {mayWrite ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  toggle(
                    found.map(line => line.documentId),
                    true,
                  )
                }
              >
                {t('catalogue.chooseAll', { n: format.count(found.length) })}
              </button>
            ) : null}
          </ListFoot>
        </>
      )}
    </div>
  )
}

interface NothingFoundProps {
  readonly isEmpty: boolean
  readonly onClear: () => void
  readonly onAdd: (() => void) | undefined
}

function NothingFound({ isEmpty, onClear, onAdd }: NothingFoundProps) {
  const { t } = useMessages()
  if (!isEmpty)
    return (
      <EmptyState title={t('catalogue.nothing')} acts={<Act onAct={onClear}>{t('catalogue.clear')}</Act>}>
        {t('catalogue.nothingWhy')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('catalogue.empty')} acts={onAdd ? <Act onAct={onAdd}>{t('catalogue.add')}</Act> : null}>
      {t('catalogue.emptyWhy')}
    </EmptyState>
  )
}
