/** 身份证明 (reference section 9). `creditCode` is the certificate of an organisation. */
export type IdentityDocumentKind =
  | 'residentId'
  | 'residencePermit'
  | 'chinesePassport'
  | 'foreignPassport'
  | 'hongKongMacaoPermit'
  | 'taiwanPermit'
  | 'permanentResidentCard'
  | 'householdRegister'
  | 'temporaryId'
  | 'creditCode'

export interface IdentityDocument {
  /** As its kind is stored (identity-document.ts); empty where what came in did not give it: then it is supplemented. */
  readonly idNumber: string
  /** Missing: a resident identity card. */
  readonly idKind?: IdentityDocumentKind
  /** Of a foreign passport. */
  readonly country?: string
}

/** 申请人 and what identifies them. Sealed under the request's own key. */
export interface ApplicantDetails extends IdentityDocument {
  /** Of the person, or the full name of the organisation. */
  readonly name: string
  /** Empty where what came in did not give it. */
  readonly phone: string
  /** Needed only where something is posted. */
  readonly postalAddress?: string
  readonly email?: string
  /** Organisations: 法定代表人或负责人, and the person who acts for it. */
  readonly representative?: string
  readonly actingPerson?: IdentityDocument & { readonly name: string }
}

/** 代理人 or 监护人, with the paper that shows it. */
export interface AgentDetails extends IdentityDocument {
  readonly name: string
  readonly phone: string
  readonly as: 'agent' | 'guardian'
  /** 授权委托书 or proof of relation, as seen: number, date, what it covers. */
  readonly authority: string
}
