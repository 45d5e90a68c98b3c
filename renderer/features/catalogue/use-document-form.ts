import { useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { sealedDraft, type DraftState } from '#shared/application/drafts/sealed-draft'
import {
  detailsOf,
  documentForm,
  documentProblems,
  editOf,
  emptyDocumentForm,
  roleFor,
  type DocumentForm,
  type DocumentProblems,
  type KeptDocumentForm,
} from '#shared/application/catalogue/document-form'
import { isPublic } from '#shared/domain/catalogue/document'
import { publishesWords } from '#shared/domain/catalogue/document-acts'
import { catalogueDocument, changeDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { Office } from '#shared/domain/agencies/office'
import type { Problem } from '#shared/contracts/problems'
import { useOffice } from '../../case-parts/use-office'
import { drawNow } from '../../ui/fields/draw-now'
import { later } from '../../ui/states/later'
import { useRunning } from '../../ui/states/use-running'
import type { StartOfDocument } from './document-form-desk'
import { useProposedNumber } from './use-proposed-number'

export interface DocumentFormInHand {
  readonly form: DocumentForm
  readonly problems: DocumentProblems
  readonly draft: DraftState
  readonly isBusy: boolean
  readonly problem: Problem | null
  /** Somebody tried to save: from then on everything that is wrong is told. */
  readonly tried: boolean
  readonly change: (part: Partial<DocumentForm>) => void
  /** Writes it; answers its id, or undefined where something stands in the way. */
  readonly save: () => Promise<DocumentId | undefined>
  /** Back to what is recorded; the draft goes. */
  readonly startAgain: () => void
  /** No agency has said how it numbers: the number is typed. */
  readonly isNumberingMissing: boolean
}

/** The form in hand: what is typed, what is wrong with it, and its draft. */
export function useDocumentForm(
  desk: Desk,
  { draftName, form: first, before, savedAt }: StartOfDocument,
): DocumentFormInHand {
  const [typed, setTyped] = useState(first)
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<DraftState>(savedAt === null ? { kind: 'none' } : { kind: 'saved', savedAt })
  const { isBusy, problem, run } = useRunning<Problem>()
  const recorded = before ? documentForm(before.record.document.details, before.text) : emptyDocumentForm
  const [keeper] = useState(() =>
    sealedDraft<KeptDocumentForm>(desk.drafts, draftName, {
      ...{ onState: setDraft, before: draft, later },
      isBlank: ({ recorded: then, ...now }) => JSON.stringify(now) === JSON.stringify(then),
    }),
  )
  const latest = useRef(typed)
  useEffect(() => {
    const stop = desk.drafts.keepInStep(keeper.flush)
    return () => {
      stop()
      void keeper.flush()
    }
  }, [keeper, desk.drafts])
  const { form, isNumberingMissing } = useFilledForm(desk, typed, before === null)
  const publicNow = before !== null && isPublic(before.record.document) ? recorded : null
  const problems = documentProblems(form, { today: desk.today, posts: desk.me.posts, publicNow })

  const put = (now: DocumentForm): void => {
    latest.current = now
    setTyped(now)
    keeper.typed({ ...now, recorded })
  }
  const save = async (): Promise<DocumentId | undefined> => {
    drawNow(() => setTried(true))
    if (Object.keys(problems).length > 0) return undefined
    const documentId = before?.record.documentId ?? (desk.newId() as DocumentId)
    const done = await run(async () => {
      const written = await write(desk, { documentId, form, before })
      return written.ok ? { ok: true, value: documentId } : written
    })
    if (done !== undefined) await keeper.drop()
    return done
  }
  return {
    ...{ form, problems, draft, isBusy, problem, tried, save },
    change: part => put({ ...latest.current, ...part }),
    startAgain: () => put(recorded),
    isNumberingMissing,
  }
}

/** What the office knows without being told: the agency where there is one, and the next index number. */
function useFilledForm(
  desk: Desk,
  typed: DocumentForm,
  isNew: boolean,
): Pick<DocumentFormInHand, 'form' | 'isNumberingMissing'> {
  const office = useOffice(desk.offices)
  const filled = office ? inAgency(typed, office) : typed
  const numbering = office?.indexNumberings.find(({ agencyId }) => agencyId === filled.agencyId)
  const proposed = useProposedNumber(desk, isNew ? numbering : undefined, filled.documentDate ?? desk.today)
  return {
    form: filled.isIndexNoOwn ? filled : { ...filled, indexNo: proposed ?? '' },
    isNumberingMissing: office !== undefined && isNew && numbering === undefined,
  }
}

interface Writing extends Pick<StartOfDocument, 'before'> {
  readonly documentId: DocumentId
  readonly form: DocumentForm
}

async function write({ catalogue, me }: Desk, { documentId, form, before }: Writing) {
  if (!before) {
    const details = detailsOf(form)
    const fact = catalogueDocument(details, form.text.trim())
    return catalogue.write(roleFor(me.posts, publishesWords(fact)), [{ documentId, facts: [fact] }])
  }
  const { document } = before.record
  const edit = editOf(form)
  const fact = changeDocument({ ...document, body: before.text }, edit)
  if (!fact) return { ok: true, value: undefined } as const
  return catalogue.write(roleFor(me.posts, publishesWords(fact)), [{ documentId, facts: [fact] }])
}

function inAgency(form: DocumentForm, { agencies, settings }: Office): DocumentForm {
  const [only] = agencies.length === 1 ? agencies : []
  const preferred = only?.agencyId ?? settings.defaultAgencyId ?? ''
  return form.agencyId === '' ? { ...form, agencyId: preferred } : form
}
