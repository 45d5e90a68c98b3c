/** Wording version of every text in this folder; goes into the PDF subject, so that an old letter can be explained. */
export const WORDING_VERSION = '2026-11-26'

/** Full name at first mention, with the order that promulgated the 2019 text. */
export const REGULATION_IN_FULL = '《中华人民共和国政府信息公开条例》（国务院令第711号）'
export const REGULATION_DEFINED = '《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）'

/** Who answers for a file that was moved to the state archives. */
export const ARCHIVES_LAW = '《中华人民共和国档案法》第十五条第二款'

/** Articles as cited on letters. */
export const ARTICLE = {
  receipt: '第三十一条',
  replyTerm: '第三十三条第二款',
  pause: '第三十三条第三款',
  information: '第二条',
  refused: '第三十六条第三项',
  published: '第三十六条第一项',
  granted: '第三十六条第二项',
  notFound: '第三十六条第四项',
  notOurs: '第三十六条第五项',
  repeat: '第三十六条第六项',
  specialQuery: '第三十六条第七项',
  severance: '第三十七条',
  production: '第三十八条',
  petition: '第三十九条第一款',
  publication: '第三十九条第二款',
  form: '第四十条',
} as const
