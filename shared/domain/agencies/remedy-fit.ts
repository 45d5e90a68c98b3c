/** What does not look right, by name alone. A hint and never a refusal: places have designated courts and bodies of their own. */
export type RemedyDoubt =
  /** 行政复议法 art. 24: of a county's departments and townships, the county government alone. */
  | 'countyGovernment'
  /** Art. 24: of the county government itself, the government above it. */
  | 'governmentAbove'
  /** Art. 27: customs, tax, finance, foreign exchange and state security answer to the department above them. */
  | 'departmentAbove'
  /** 行政诉讼法 art. 15(1), (2): a government at county level or above, and customs, before the intermediate court. */
  | 'intermediateCourt'
  /** Arts. 14, 18: everybody else before the basic court at their seat. */
  | 'basicCourt'

export interface RemedyNames {
  readonly agency: string
  readonly reconsiderationBody: string
  readonly court: string
}

export interface RemedyDoubts {
  readonly reconsiderationBody?: RemedyDoubt
  readonly court?: RemedyDoubt
}

/** What evidently does not fit the agency, as typed; nothing is said of a name that is still empty. */
export function remedyDoubts(typed: RemedyNames): RemedyDoubts {
  const [agency, body, court] = [typed.agency, typed.reconsiderationBody, typed.court].map(name =>
    name.replace(/\s/gu, ''),
  ) as [string, string, string]
  if (agency === '') return {}
  const [ofBody, ofCourt] = [body === '' ? undefined : bodyDoubt(agency, body), courtDoubt(agency, court)]
  return { ...(ofBody ? { reconsiderationBody: ofBody } : {}), ...(court !== '' && ofCourt ? { court: ofCourt } : {}) }
}

const isGovernment = (name: string): boolean => name.endsWith('人民政府')
const isTownship = (name: string): boolean => /[乡镇]人民政府$/u.test(name)
const isCounty = (name: string): boolean => isGovernment(name) && !isTownship(name)
const isCustoms = (name: string): boolean => name.includes('海关')
/** The regulators of the state alone: a county's own office for 地方金融 answers to the county government. */
const isFinance = (name: string): boolean => /国家金融监督管理|人民银行|证券监督管理/u.test(name)
const isVertical = (name: string): boolean =>
  isCustoms(name) || isFinance(name) || /税务局|外汇管理|国家安全局/u.test(name)

function bodyDoubt(agency: string, body: string): RemedyDoubt | undefined {
  if (isCounty(agency)) return isCounty(body) && !/[县旗区]人民政府$/u.test(body) ? undefined : 'governmentAbove'
  if (isVertical(agency)) return isGovernment(body) ? 'departmentAbove' : undefined
  // A justice bureau may also go to the department above it (art. 28).
  if (agency.endsWith('司法局') && body.includes('司法')) return undefined
  return isCounty(body) && isOfPlace(agency, body) ? undefined : 'countyGovernment'
}

/** 云溪县水务局 belongs to 云溪县人民政府, also where the city is named before either; no county named, no doubt. */
function isOfPlace(agency: string, body: string): boolean {
  const county = /(?:^|[省市州盟])([^省市州盟]+?[县旗区])/u.exec(agency)?.[1]
  return county === undefined || body.includes(county)
}

function courtDoubt(agency: string, court: string): RemedyDoubt | undefined {
  const isAboveBasic = /中级|高级/u.test(court)
  if (isCounty(agency) || isCustoms(agency)) return isAboveBasic ? undefined : 'intermediateCourt'
  return isAboveBasic ? 'basicCourt' : undefined
}
