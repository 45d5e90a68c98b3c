import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import type { DocumentId, Relation } from '#shared/domain/catalogue/document-facts'

/** The documents that these relations point to, as far as they are read. */
export function useRecords(
  { documents }: Pick<Desk, 'documents'>,
  relations: readonly Relation[],
): ReadonlyMap<DocumentId, DocumentRecord> {
  const [found, setFound] = useState<ReadonlyMap<DocumentId, DocumentRecord>>(new Map())
  useEffect(() => {
    let isHere = true
    void documents
      .get(relations.map(({ to }) => to))
      .then(records =>
        isHere
          ? setFound(new Map(records.flatMap(record => (record ? [[record.documentId, record] as const] : []))))
          : undefined,
      )
    return () => {
      isHere = false
    }
  }, [documents, relations])
  return found
}
