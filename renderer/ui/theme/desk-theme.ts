import type { ThemeConfig } from 'antd'
import { palettes, sansFamily, type Palette } from './colours'
import type { Contrast, TypeSize } from './looks'

/** antd's tokens for the desk. `hashed: false` and a fixed `cssVar.key` keep injected styles stable between loads. */
export function deskTheme(size: TypeSize, contrast: Contrast): ThemeConfig {
  const colours = palettes[contrast]
  const metrics = size === 'large' ? LARGE : STANDARD
  return {
    hashed: false,
    cssVar: { key: `desk-${size}-${contrast}` },
    token: { ...colourTokens(colours), ...SHAPE_TOKENS, ...metrics.token },
    components: componentTokens(metrics, colours),
  }
}

const STANDARD = {
  token: {
    fontSize: 14,
    fontSizeLG: 16,
    fontSizeSM: 13,
    controlHeight: 34,
    controlHeightLG: 42,
    controlHeightSM: 28,
  },
  dialogTitle: 18,
  cellPadding: 9,
}

const LARGE: typeof STANDARD = {
  token: {
    fontSize: 18,
    fontSizeLG: 20,
    fontSizeSM: 16,
    controlHeight: 44,
    controlHeightLG: 52,
    controlHeightSM: 36,
  },
  dialogTitle: 22,
  cellPadding: 12,
}

const SHAPE_TOKENS = {
  fontFamily: sansFamily,
  lineHeight: 1.6,
  borderRadius: 4,
  borderRadiusLG: 6,
  borderRadiusSM: 3,
  controlOutlineWidth: 3,
  lineWidthFocus: 3,
  boxShadow: '0 1px 2px rgba(16,48,63,.08)',
  boxShadowSecondary: '0 6px 24px rgba(16,48,63,.18)',
  boxShadowTertiary: 'none',
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
} as const

function colourTokens(colours: Palette): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: colours.accent600,
    colorPrimaryHover: colours.accent700,
    colorPrimaryActive: colours.accent900,
    colorLink: colours.accent600,
    colorLinkHover: colours.accent700,
    colorLinkActive: colours.accent900,
    colorInfo: colours.accent600,
    colorSuccess: colours.done,
    colorSuccessBg: colours.doneBackground,
    colorWarning: colours.soon,
    colorWarningBg: colours.soonBackground,
    colorError: colours.late,
    colorErrorBg: colours.lateBackground,
    colorErrorText: colours.late,
    colorText: colours.ink,
    colorTextHeading: colours.ink,
    colorTextSecondary: colours.ink2,
    colorTextTertiary: colours.ink3,
    colorTextDescription: colours.ink3,
    colorTextPlaceholder: colours.placeholder,
    colorTextDisabled: colours.disabled,
    colorIcon: colours.ink2,
    colorIconHover: colours.ink,
    colorBorder: colours.lineStrong,
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    colorBgLayout: colours.paper,
    colorBgContainer: colours.surface,
    colorBgElevated: colours.surface,
    colorFillAlter: colours.sunken,
    colorFillTertiary: colours.sunken,
    controlItemBgActive: colours.accent100,
    controlItemBgActiveHover: colours.accent100,
    controlItemBgHover: colours.accent50,
    controlOutline: colours.accent300,
  }
}

function componentTokens(metrics: typeof STANDARD, colours: Palette): NonNullable<ThemeConfig['components']> {
  return {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: {
      headerBg: colours.surface,
      headerColor: colours.ink2,
      headerSplitColor: 'transparent',
      headerBorderRadius: 0,
      rowHoverBg: colours.accent50,
      rowSelectedBg: colours.accent100,
      rowSelectedHoverBg: colours.accent100,
      borderColor: colours.lineSoft,
      cellPaddingBlock: metrics.cellPadding,
      cellPaddingInline: 12,
    },
    Input: { activeShadow: 'none', errorActiveShadow: 'none' },
    Select: { optionSelectedBg: colours.accent100, optionActiveBg: colours.accent50 },
    Modal: { titleFontSize: metrics.dialogTitle },
    Tabs: { horizontalItemPadding: '10px 2px', titleFontSize: metrics.token.fontSize },
    Tag: { defaultBg: colours.sunken, defaultColor: colours.ink2 },
    Tooltip: { colorBgSpotlight: colours.accent900 },
  }
}
