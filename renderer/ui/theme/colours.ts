import type { Contrast } from './looks'

const standard = {
  accent900: '#10303F',
  accent700: '#164C69',
  accent600: '#1C5F82',
  accent300: '#8DB4C9',
  accent100: '#E1EDF3',
  accent50: '#F0F6F9',
  ink: '#1D2226',
  ink2: '#4A5157',
  ink3: '#646B71',
  lineStrong: '#848A8F',
  line: '#DEDDD8',
  lineSoft: '#ECEBE7',
  paper: '#F5F4F0',
  sunken: '#FAF9F7',
  surface: '#FFFFFF',
  late: '#A12A1B',
  lateBackground: '#FBEBE7',
  soon: '#7F4A00',
  soonBackground: '#FBF0DC',
  done: '#27633F',
  doneBackground: '#E6F1EA',
  placeholder: '#6B7278',
  disabled: '#757B80',
} as const

export type Palette = Readonly<Record<keyof typeof standard, string>>

const high: Palette = {
  accent900: '#001A26',
  accent700: '#002B3F',
  accent600: '#003B57',
  accent300: '#003B57',
  accent100: '#DCEBF3',
  accent50: '#EEF5F9',
  ink: '#000000',
  ink2: '#14181B',
  ink3: '#22282C',
  lineStrong: '#14181B',
  line: '#4A5157',
  lineSoft: '#767B80',
  paper: '#FFFFFF',
  sunken: '#FFFFFF',
  surface: '#FFFFFF',
  late: '#7A0A00',
  lateBackground: '#FFF0ED',
  soon: '#512D00',
  soonBackground: '#FFF4DE',
  done: '#0C3F22',
  doneBackground: '#EAF6EE',
  placeholder: '#33393D',
  disabled: '#33393D',
}

/** The palettes for code that cannot read CSS variables (antd's token engine). tokens.css holds the same values. */
export const palettes: Readonly<Record<Contrast, Palette>> = { standard, high }

export const sansFamily =
  '"Records Desk Words","Noto Sans SC","Records Desk Whole Han","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei UI","Microsoft YaHei","PingFang SC",sans-serif'
