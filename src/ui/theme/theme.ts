import { theme, type ThemeConfig } from 'antd';

/**
 * The colours of `tokens.css` under the names antd uses. They stand here a second time because antd
 * derives further colours from values, not from CSS variables; `theme.test.ts` holds the two together.
 */
type Palette = Record<
  | 'paper'
  | 'surface'
  | 'sunken'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'line'
  | 'line-2'
  | 'zhu'
  | 'zhu-deep'
  | 'zhu-tint'
  | 'on-zhu'
  | 'soon'
  | 'soon-tint'
  | 'over'
  | 'over-tint',
  string
>;

export const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    paper: '#f4f4ef',
    surface: '#ffffff',
    sunken: '#eaebe4',
    ink: '#17201c',
    'ink-2': '#424e48',
    'ink-3': '#5c6862',
    line: '#dcded5',
    'line-2': '#7c8882',
    zhu: '#1a6650',
    'zhu-deep': '#114c3b',
    'zhu-tint': '#e1efe8',
    'on-zhu': '#ffffff',
    soon: '#864b00',
    'soon-tint': '#fbedd8',
    over: '#a3291b',
    'over-tint': '#f9e4df',
  },
  dark: {
    paper: '#0f1512',
    surface: '#171f1b',
    sunken: '#0a0f0d',
    ink: '#e7ece8',
    'ink-2': '#b6c2bb',
    'ink-3': '#94a29b',
    line: '#2c3732',
    'line-2': '#6f7d76',
    zhu: '#6dbb9e',
    'zhu-deep': '#93d3bb',
    'zhu-tint': '#1a362d',
    'on-zhu': '#06231a',
    soon: '#edb766',
    'soon-tint': '#38290f',
    over: '#f59b8a',
    'over-tint': '#42201a',
  },
};

const tokensOf = (p: Palette) => ({
  colorPrimary: p.zhu,
  colorSuccess: p.zhu,
  colorInfo: p.zhu,
  colorLink: p.zhu,
  colorPrimaryHover: p['zhu-deep'],
  colorPrimaryActive: p['zhu-deep'],
  colorLinkHover: p['zhu-deep'],
  colorLinkActive: p['zhu-deep'],
  colorPrimaryBg: p['zhu-tint'],
  colorPrimaryBgHover: p['zhu-tint'],
  colorWarning: p.soon,
  colorWarningBg: p['soon-tint'],
  colorError: p.over,
  colorErrorBg: p['over-tint'],
  colorText: p.ink,
  colorTextSecondary: p['ink-2'],
  colorTextTertiary: p['ink-3'],
  colorTextQuaternary: p['ink-3'],
  colorTextPlaceholder: p['ink-3'],
  colorBgLayout: p.paper,
  colorBgContainer: p.surface,
  colorBgElevated: p.surface,
  colorFillSecondary: p.sunken,
  colorBorder: p['line-2'],
  colorBorderSecondary: p.line,
  colorTextLightSolid: p['on-zhu'],
});

const shapes = {
  fontFamily: 'var(--sans)',
  fontSize: 15,
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  controlHeight: 40,
  controlHeightSM: 32,
  controlHeightLG: 48,
};

/** The theme for antd's ConfigProvider. */
export function antdTheme(mode: 'light' | 'dark'): ThemeConfig {
  const tokens = tokensOf(palettes[mode]);
  return {
    cssVar: { key: `rt-${mode}` },
    hashed: false,
    token: { ...tokens, ...shapes },
    // Lines, not boxes: tables lie on the paper, and nothing in the page throws a shadow.
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: 'transparent',
        colorBgContainer: 'transparent',
        headerSplitColor: 'transparent',
      },
    },
    // darkAlgorithm changes the seeds it is given (#6dbb9e becomes #60a289), so ours are put back last.
    algorithm:
      mode === 'dark'
        ? [theme.darkAlgorithm, (_seed, map) => ({ ...map!, ...tokens })]
        : theme.defaultAlgorithm,
  };
}
