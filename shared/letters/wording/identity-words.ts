import type { IdentityDocumentKind } from '../../domain/requests/applicant-details'
import type { ApplicantType } from '../../domain/requests/request-facts'

/** 身份证明 as it is named on forms (reference section 9). */
export const IDENTITY_DOCUMENT: Readonly<Record<IdentityDocumentKind, string>> = {
  residentId: '居民身份证',
  residencePermit: '港澳台居民居住证',
  chinesePassport: '中国护照',
  foreignPassport: '外国护照',
  hongKongMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  permanentResidentCard: '外国人永久居留身份证',
  householdRegister: '户口簿',
  temporaryId: '临时居民身份证',
  creditCode: '统一社会信用代码证书',
}

/** Columns of table three of the annual report (国办公开办函〔2021〕30号). */
export const APPLICANT_TYPE: Readonly<Record<ApplicantType, string>> = {
  naturalPerson: '自然人',
  commercial: '商业企业',
  research: '科研机构',
  publicBenefit: '社会公益组织',
  legalService: '法律服务机构',
  otherOrganisation: '其他组织',
}
