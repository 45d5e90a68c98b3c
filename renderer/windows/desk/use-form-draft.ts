import { useEffect, useRef, useState } from 'react'
import { parseRoute } from './routes'
import { renameAddress } from './use-route'

/** Pages that hold a form with a draft. */
export type FormPage = 'reception' | 'visitor'

export interface FormDraft {
  readonly draftName: string
  /** Nobody has typed into it before this page: there is nothing to fetch. */
  readonly isNew: boolean
  readonly onKept: (isKept: boolean) => void
}

/** A new form gets its name here, and the address holds it as soon as there is a draft to come back to. */
export function useFormDraft(page: FormPage, draft: string | undefined, newName: () => string): FormDraft {
  const [own] = useState(newName)
  const [isKept, setKept] = useState(false)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const isNew = draft === undefined || draft === own
  // The key of the page on a form that is already begun leads to the same form, and its address back to its draft.
  // Effects run late on a busy machine: a form that was registered meanwhile has set another page's address, which stays.
  useEffect(() => {
    if (draft === undefined && isKept && isAddressOf(page, own, location.hash)) renameAddress({ page, draft: own })
  })
  return {
    draftName: draft ?? own,
    isNew,
    onKept: kept => {
      // A form that was left a moment ago still writes its draft: the address is another page's by then.
      if (!isNew || !isHere.current || !isAddressOf(page, own, location.hash)) return
      setKept(kept)
      // At once: a lock may reload the window before the page is drawn again.
      renameAddress({ page, ...(kept ? { draft: own } : {}) })
    },
  }
}

/** Whether the window is still at the page of this form; a form that was just registered has set another address. */
export function isAddressOf(page: FormPage, own: string, hash: string): boolean {
  const here = parseRoute(hash)
  if (here.page !== 'reception' && here.page !== 'visitor') return false
  return here.page === page && (here.draft ?? own) === own
}
