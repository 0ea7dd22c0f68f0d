import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
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
  // The pickers read their month and day names from here.
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  const theme = useMemo(() => antdTheme(mode), [mode]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? en : zhCN}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
