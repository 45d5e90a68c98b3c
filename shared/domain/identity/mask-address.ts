/*
 * Down to the county or town and no further. What leads to a door never stands in the part that is kept: 建设路十二号县医院 is
 * no 县. Where a real name is taken for a door it is hidden too, which harms nobody.
 */

/** 小区, 社区, 家属区 are where people live, not administrative districts. */
const estate = '(?<=别墅|家属|住宅|生活|宿舍|开发|[厂校小社园景])区'
/** 三门峡市 and 五莲县 are names; 三号 and 五栋 are doors. */
const numbered = '[〇零一二三四五六七八九十百]+(?:号|弄|栋|幢|单元|室|楼|层)'
const always = `${estate}|${numbered}|号|栋|幢|单元|大道|胡同|花园|公寓|大厦|市场|(?<!^[书学])院`
/** 七里河区, 巴里坤, 木里, 阿里, 道里区. */
const lane = '(?<![七八巴木阿道])里'
const inTheWay = `${always}|路|街|巷|弄|${lane}`
/** 建设路街道 is a name, and so is 大路镇. */
const inTheWayOfTowns = `${always}|(?:[路巷弄]|街(?!道))(?!街道|(?<=^..)[镇乡])`

/** The first character is free: 路南彝族自治县, 路桥区, 院桥镇. */
const part = (longest: number, suffix: string, barred: string): RegExp =>
  new RegExp(String.raw`^[^\d\s](?:(?!${barred})[^\d\s]){0,${longest - 1}}?(?:${suffix})`, 'u')

const administrativeParts = [
  part(7, '(?<=..)(?:特别行政区|自治区|省)', inTheWay),
  part(10, '自治州|地区|盟|市(?!场)', `${inTheWay}|[县区]`),
  part(12, `自治县|自治旗|县|旗|市(?!场)|(?!${estate})区`, inTheWay),
  part(10, '街道|镇|乡', inTheWayOfTowns),
]

/** Keeps province, prefecture, county and town; everything after them is hidden, all of it where none is found. */
export function maskAddress(address: string): string {
  const plain = address.normalize('NFKC').trim()
  if (plain === '') return ''
  let kept = 0
  for (const pattern of administrativeParts) kept += pattern.exec(plain.slice(kept))?.[0].length ?? 0
  return plain.slice(0, kept) + '***'
}
