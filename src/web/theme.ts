import type { ConfigProviderProps } from 'antd'

const touch = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches

/** Greys of at least 4.5:1, no motion, larger controls for fingers and for large text. */
export function themeFor(large: boolean): NonNullable<ConfigProviderProps['theme']> {
  const fontSize = large ? 20 : touch ? 16 : 14
  return {
    token: {
      colorPrimary: '#b8261b',
      colorLink: '#a42018',
      // antd makes what the pointer is on lighter, too light to read
      colorLinkHover: '#7a1710',
      colorLinkActive: '#7a1710',
      colorPrimaryHover: '#9c1f16',
      colorError: '#b3261e',
      borderRadius: 4,
      motion: false,
      fontSize,
      controlHeightSM: large ? 44 : touch ? 40 : 24,
      controlHeight: large ? 48 : touch ? 44 : 32,
      colorTextPlaceholder: '#6b6b6b',
      colorTextDescription: '#595959',
      colorTextTertiary: '#595959',
      colorTextQuaternary: '#6b6b6b',
      colorTextDisabled: '#6b6b6b',
      colorIcon: '#595959',
      fontFamily: '-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif',
    },
  }
}
