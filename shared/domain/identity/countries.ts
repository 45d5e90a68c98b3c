/*
 * ISO 3166-1 alpha-2, without CN, HK, MO and TW: their people carry documents of their own here (reference section 9).
 * Names come from the runtime, so that none is typed by hand.
 */

const codes = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
  'CD CF CG CH CI CK CL CM CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE ' +
  'GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM ' +
  'KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MP MQ MR MS MT MU MV MW MX MY MZ ' +
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG ' +
  'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TZ UA UG UM US UY UZ VA VC VE ' +
  'VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

/** The code of a country typed as its code, or as its Chinese or English name; undefined where none is meant. */
export function countryCode(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim()
  const upper = text.toUpperCase()
  if (codes.includes(upper)) return upper
  const plain = folded(text)
  return plain === '' ? undefined : codes.find(code => namesOf(code).some(name => folded(name) === plain))
}

/** `日本`, `Japan`. What it was given where that is no code or the runtime has no name for it: a record may hold any words there. */
export const countryName = (code: string, language: 'zh-CN' | 'en'): string =>
  (/^[A-Z]{2}$/.test(code) ? namesIn(language).of(code) : undefined) ?? code

const namesOf = (code: string): readonly string[] => [countryName(code, 'zh-CN'), countryName(code, 'en')]

const namesIn = (language: 'zh-CN' | 'en'): Intl.DisplayNames => (language === 'en' ? english : chinese)
const chinese = new Intl.DisplayNames('zh-CN', { type: 'region' })
const english = new Intl.DisplayNames('en', { type: 'region' })

const folded = (name: string): string => name.toLowerCase().replace(/[\s.'’-]/gu, '')
