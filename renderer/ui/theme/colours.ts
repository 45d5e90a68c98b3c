/** The palette for code that cannot read CSS variables (antd's token engine). tokens.css holds the same values. */
export const colours = {
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

export const sansFamily =
  '"Noto Sans SC","Records Desk Whole Han","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei UI","Microsoft YaHei","PingFang SC",sans-serif'
