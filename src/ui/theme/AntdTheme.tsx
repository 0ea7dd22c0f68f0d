import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { useColorMode } from './color-mode.ts';
import { antdTheme } from './theme.ts';

/**
 * Around the parts of a page that use antd. Only workbench pages do: it is heavy, and so it must
 * never be imported by the shell or a public page.
 */
export function AntdTheme({ children }: { children: ReactNode }): ReactElement {
  const mode = useColorMode();
  const language = useLanguage();
  const theme = useMemo(() => antdTheme(mode), [mode]);
  return (
    <ConfigProvider theme={theme} locale={language === 'en' ? en : zhCN}>
      {children}
    </ConfigProvider>
  );
}
