import { readDocumentNumber } from '../../domain/catalogue/document-number'
import type { DocumentDouble, DocumentFinding } from './findings'

/** What a document is compared by. */
export interface Likeness {
  readonly indexNo?: string | undefined
  readonly docNo?: string | undefined
  readonly issuer?: string | undefined
  readonly title?: string | undefined
  /** Of `textKey`; '' where it has no text. */
  readonly textKey: string
}

export interface KnownDocuments {
  /** `called`: how the report names it, such as its index number or its line. */
  add(document: Likeness, called: string): void
  findingsOf(document: Likeness): readonly DocumentFinding[]
}

/**
 * Documents of the catalogue and of the import so far. The same number of the same issuer or the same text is a double;
 * a title that differs in brackets, blanks or 修订 only is pointed out.
 */
export function knownDocuments(): KnownDocuments {
  const byIndexNo = new Map<string, string>()
  const byNumber = new Map<string, readonly Numbered[]>()
  const byText = new Map<string, string>()
  const byTitle = new Map<string, string>()
  const sameNumber = (document: Likeness): DocumentDouble | null => {
    const key = numberKey(document.docNo)
    const hit = key && byNumber.get(key)?.find(({ issuer }) => mayBeOne(issuer, issuerKey(document.issuer)))
    return hit ? { kind: 'sameNumber', text: document.docNo!, other: hit.called } : null
  }
  return {
    add(document, called) {
      const number = numberKey(document.docNo)
      if (document.indexNo) byIndexNo.set(document.indexNo, called)
      if (number)
        byNumber.set(number, [...(byNumber.get(number) ?? []), { issuer: issuerKey(document.issuer), called }])
      setFirst(byText, document.textKey, called)
      setFirst(byTitle, titleKey(document.title ?? ''), called)
    },
    findingsOf(document) {
      const findings: DocumentFinding[] = []
      if (document.indexNo && byIndexNo.has(document.indexNo))
        findings.push({ kind: 'indexNoTaken', text: document.indexNo })
      const number = sameNumber(document)
      if (number) findings.push(number)
      const text = document.textKey && byText.get(document.textKey)
      if (text) findings.push({ kind: 'sameText', other: text })
      const title = byTitle.get(titleKey(document.title ?? ''))
      if (title && findings.length === 0) findings.push({ kind: 'nearTitle', other: title })
      return findings
    },
  }
}

interface Numbered {
  readonly issuer: string
  readonly called: string
}

const setFirst = (map: Map<string, string>, key: string, called: string): void => {
  if (key !== '' && !map.has(key)) map.set(key, called)
}

/** 〔2020〕5号 and [2020] 第5号 are one number. What is no number is compared as it is written. */
export function numberKey(docNo: string | undefined): string | null {
  if (!docNo) return null
  const number = readDocumentNumber(docNo)
  return number ? `${number.word}/${number.year ?? ''}/${number.number}` : docNo.normalize('NFKC').replace(/\s/gu, '')
}

const issuerKey = (issuer: string | undefined): string => (issuer ?? '').normalize('NFKC').replace(/[\s()]/gu, '')

/** The word of a number names its issuer, so that one left out is no other one; a short name stands in the full one. */
const mayBeOne = (one: string, other: string): boolean =>
  one === '' || other === '' || one.includes(other) || other.includes(one)

/** A title without what does not part two documents; '' where too little is left to compare. */
export function titleKey(title: string): string {
  const plain = title
    .normalize('NFKC')
    .replace(/\((?:试行|暂行|修订|征求意见稿|\d{4}年?(?:修订|修正)?(?:版|本)?)\)/gu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/^中华人民共和国/u, '')
    .toLowerCase()
  return plain.length >= 4 ? plain : ''
}

/**
 * Two texts with the same key are one text, blanks and line ends aside. A check sum of 106 bits and no proof: it only asks a
 * person to look. '' where there is too little text to tell.
 */
export function textKey(text: string): string {
  let [a, b, c, d] = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x20 || unit === 0x3000 || unit === 0xa0) continue
    length++
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
    c = Math.imul((c << 5) ^ (c >>> 27) ^ unit, 2246822519)
    d = Math.imul(d ^ (unit + length), 3266489917)
  }
  const sums = [a ^ (b >>> 15), b ^ (c >>> 13), c ^ (d >>> 16), d ^ (a >>> 14)]
  return length < leastText ? '' : `${length.toString(36)}-${sums.map(sum => (sum >>> 0).toString(36)).join('-')}`
}

const leastText = 20
