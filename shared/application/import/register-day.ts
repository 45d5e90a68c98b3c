import { addDays, parseCivilDate, type CivilDate } from '../../domain/calendar/civil-date'

/**
 * A day as old registers write it: 2026-10-12, 2026.10.12, 2026/10/12, 2026年10月12日, 20261012, 二〇二六年十月十二日, a
 * time of day behind it, or the serial number of a spreadsheet (46307). Null where it is none of these, or no day that
 * exists. 10/12/2026 and 26.10.12 are not guessed at: a wrong day of receipt is a wrong due date.
 */
export function readRegisterDay(text: string): CivilDate | null {
  const plain = text.normalize('NFKC').trim()
  return serialDay(plain) ?? writtenDay(inDigits(plain))
}

// Serials count from 1899-12-30 (the day 1900-02-29 that never was included); these bounds are 1982 to 2064.
const serialZero = '1899-12-30' as CivilDate
const serials = { from: 30_000, to: 60_000 }

function serialDay(text: string): CivilDate | null {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(text)
  const serial = Number(match?.[1])
  return serial >= serials.from && serial <= serials.to ? addDays(serialZero, serial) : null
}

function writtenDay(text: string): CivilDate | null {
  const withoutTime = text.replace(/[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u, '').replace(/\s/gu, '')
  const match =
    /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(withoutTime) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]?$/u.exec(withoutTime) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(withoutTime)
  if (!match) return null
  const [, year = '', , month = '', day = ''] = match
  const parsed = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.ok ? parsed.value : null
}

const numerals = '〇一二三四五六七八九'

/** 二〇二六年十月十二日 -> 2026年10月12日; anything else stays as it is. */
function inDigits(text: string): string {
  const match =
    /^([〇零○Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/u.exec(
      text,
    )
  if (!match) return text
  const [, year = '', month = '', day = ''] = match
  const digits = [...year.replace(/[零○Ｏ]/gu, '〇')].map(numeral => numerals.indexOf(numeral)).join('')
  return `${digits}年${upToNinetyNine(month)}月${upToNinetyNine(day)}日`
}

/** 十 is 10, 十二 is 12, 二十 is 20, 三十一 is 31. */
function upToNinetyNine(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text]
  return (tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones))
}
