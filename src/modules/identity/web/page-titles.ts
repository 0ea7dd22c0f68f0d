import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'identityPages',
  {
    forgot: '忘记密码',
    reset: '重设密码',
    confirm: '确认邮箱',
    signIn: '登录',
    signUp: '注册账号',
    welcome: '你代表谁',
    accounts: '账号和角色',
    leave: '请假交接',
  },
  () =>
    Promise.resolve({
      default: {
        forgot: 'Forgotten password',
        reset: 'Reset password',
        confirm: 'Confirm e-mail address',
        signIn: 'Sign in',
        signUp: 'Make an account',
        welcome: 'Whom you act for',
        accounts: 'Accounts and roles',
        leave: 'Hand over while away',
      },
    }),
);
