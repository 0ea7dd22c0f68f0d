/** Words of the public pages of needs and achievements. The source: English follows its keys. */
export default {
  modes: {
    技术服务: '技术服务',
    技术转让: '技术转让',
    技术许可: '技术许可',
    技术咨询: '技术咨询',
    合作开发: '合作开发',
    委托开发: '委托开发',
    软件授权: '软件授权',
    整机销售: '整机销售',
    产品供货: '产品供货',
    工程总包: '工程总包',
    来料加工: '来料加工',
    合同能源管理: '合同能源管理',
    作价入股: '作价入股',
  },
} as const;
