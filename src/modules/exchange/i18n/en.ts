import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './zh-CN.ts';

export default {
  modes: {
    技术服务: 'technical service',
    技术转让: 'technology transfer',
    技术许可: 'licensing',
    技术咨询: 'consulting',
    合作开发: 'joint development',
    委托开发: 'commissioned development',
    软件授权: 'software licence',
    整机销售: 'sale of machines',
    产品供货: 'supply of products',
    工程总包: 'turnkey engineering',
    来料加工: 'toll processing',
    合同能源管理: 'energy performance contract',
    作价入股: 'technology as equity',
  },
} satisfies Translated<typeof zhCN>;
