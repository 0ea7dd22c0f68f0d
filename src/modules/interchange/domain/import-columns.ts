/** What can be brought in and taken out as a table. */
export const importKinds = ['organisation', 'expert', 'facility', 'achievement', 'need'] as const;
export type ImportKind = (typeof importKinds)[number];

type Words = { 'zh-CN': string; en: string };
export type Choice = { value: string; also?: readonly string[] } & Words;

/** How the text of a cell becomes a value. */
export type CellForm =
  | { form: 'line' | 'prose' | 'list' | 'money' | 'whole' | 'region' | 'industry' | 'uscc' }
  | { form: 'choice' | 'choices'; choices: readonly Choice[] };

/** One column of a table: in the template, in a file that comes in, and in one that goes out. */
export type ImportColumn = CellForm & {
  /** The field of the module's own input. */
  field: string;
  header: Words;
  /** Other headers that people write. */
  also: readonly string[];
  required?: true;
  note: Words;
  example: string;
};

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

const organisationKinds: readonly Choice[] = [
  { value: 'enterprise', 'zh-CN': '企业', en: 'enterprise', also: ['公司'] },
  { value: 'university', 'zh-CN': '高校', en: 'university', also: ['高等院校', '大学', '学校'] },
  {
    value: 'institute',
    'zh-CN': '院所',
    en: 'institute',
    also: ['科研院所', '科研机构', '研究所'],
  },
  { value: 'society', 'zh-CN': '学会', en: 'society' },
  { value: 'government', 'zh-CN': '政府部门', en: 'government', also: ['政府', '机关'] },
  { value: 'finance', 'zh-CN': '金融机构', en: 'finance' },
  { value: 'carrier', 'zh-CN': '载体', en: 'carrier', also: ['创新载体', '孵化器', '众创空间'] },
  { value: 'intermediary', 'zh-CN': '服务机构', en: 'intermediary' },
  { value: 'alliance', 'zh-CN': '联盟', en: 'alliance' },
];

const facilityCategories: readonly Choice[] = [
  { value: 'analysis', 'zh-CN': '分析仪器', en: 'analysis' },
  { value: 'physical', 'zh-CN': '物理性能测试', en: 'physical testing' },
  { value: 'metrology', 'zh-CN': '计量仪器', en: 'metrology' },
  { value: 'electronic', 'zh-CN': '电子测量', en: 'electronic measurement' },
  { value: 'inspection', 'zh-CN': '检验检测', en: 'inspection' },
  { value: 'process', 'zh-CN': '工艺试验', en: 'process trials' },
  { value: 'pilot_line', 'zh-CN': '中试线', en: 'pilot line', also: ['中试平台', '中试基地'] },
  { value: 'computing', 'zh-CN': '计算', en: 'computing', also: ['算力', '计算平台'] },
  { value: 'medical', 'zh-CN': '医学', en: 'medical', also: ['医学诊断'] },
  { value: 'other', 'zh-CN': '其他', en: 'other' },
];

const modes: readonly Choice[] = [
  ['技术服务', 'technical service'],
  ['技术转让', 'transfer'],
  ['技术许可', 'licence'],
  ['技术咨询', 'consulting'],
  ['合作开发', 'joint development'],
  ['委托开发', 'commissioned development'],
  ['软件授权', 'software licence'],
  ['整机销售', 'sale of machines'],
  ['产品供货', 'supply of products'],
  ['工程总包', 'turnkey project'],
  ['来料加工', 'processing'],
  ['合同能源管理', 'energy performance contract'],
  ['作价入股', 'contribution as equity'],
].map(([zh = '', en = '']) => ({ value: zh, 'zh-CN': zh, en }));

const region = (required: boolean): ImportColumn => ({
  field: 'regionCode',
  form: 'region',
  header: words('所在地区', 'Region'),
  also: [
    '地区',
    '区域',
    '行政区划',
    '所在区县',
    '区县',
    '地址',
    'location',
    'district',
    'region code',
  ],
  ...(required ? { required: true } : {}),
  note: required
    ? words(
        '写到区县，如“重庆市永川区”，也可以写六位行政区划代码。',
        'Down to the county, such as 重庆市永川区, or the six-digit code of GB/T 2260.',
      )
    : words(
        '写到区县或六位代码；不填就用单位所在地区。',
        'Down to the county, or the six-digit code; the region of the organisation when empty.',
      ),
  example: '重庆市永川区',
});

const industry: ImportColumn = {
  field: 'industryCode',
  form: 'industry',
  header: words('行业', 'Industry'),
  also: ['所属行业', '行业代码', '国民经济行业', '行业分类', 'sector', 'industry code'],
  note: words(
    '国民经济行业分类（GB/T 4754）的代码或名称，如 C3421 或“金属切削机床制造”。',
    'Code or name of GB/T 4754, such as C3421.',
  ),
  example: 'C3421',
};

const coopModes: ImportColumn = {
  field: 'coopModes',
  form: 'choices',
  choices: modes,
  header: words('合作方式', 'Cooperation modes'),
  also: ['合作模式', '转化方式', '合作意向', 'cooperation', 'modes'],
  note: words('可以写几种，用顿号隔开。', 'Several are parted by commas.'),
  example: '技术服务、技术许可',
};

const holder = (header: Words, also: readonly string[]): ImportColumn => ({
  field: 'organisation',
  form: 'line',
  header,
  also,
  required: true,
  note: words(
    '写平台上已登记单位的全称或统一社会信用代码。',
    'The full name, or the unified social credit code, of an organisation registered here.',
  ),
  example: '永川示范机械厂',
});

/** The tables by kind, columns in the order of the template. */
export const importColumns: Record<ImportKind, readonly ImportColumn[]> = {
  organisation: [
    {
      field: 'name',
      form: 'line',
      header: words('单位名称', 'Name'),
      also: [
        '名称',
        '单位',
        '企业名称',
        '机构名称',
        '公司名称',
        '全称',
        'organisation',
        'organization',
        'company',
      ],
      required: true,
      note: words('营业执照或法人证书上的全称。', 'The full name as registered.'),
      example: '永川示范机械厂',
    },
    {
      field: 'kind',
      form: 'choice',
      choices: organisationKinds,
      header: words('单位类型', 'Kind'),
      also: ['类型', '类别', '单位性质', '机构类型', '性质', 'type'],
      required: true,
      note: words('从列表里选。', 'One of the list.'),
      example: '企业',
    },
    {
      field: 'uscc',
      form: 'uscc',
      header: words('统一社会信用代码', 'Unified social credit code'),
      also: ['信用代码', '社会信用代码', '代码', 'uscc', 'credit code'],
      note: words(
        '18 位，核对校验位；没有代码的单位可以不填。',
        '18 characters, the check digit is verified; empty for bodies without one.',
      ),
      example: '91500118MA5U0XXX0X',
    },
    region(true),
    {
      field: 'introduction',
      form: 'prose',
      header: words('单位简介', 'Introduction'),
      also: ['简介', '介绍', '主营业务', '经营范围', 'about', 'profile'],
      note: words('最多 2000 字。', 'At most 2000 characters.'),
      example: '生产中小型数控机床和主轴部件。',
    },
  ],
  expert: [
    {
      field: 'name',
      form: 'line',
      header: words('姓名', 'Name'),
      also: ['专家姓名', '专家', '名字', 'expert'],
      required: true,
      note: words('真实姓名。', 'The full name.'),
      example: '周明远',
    },
    {
      field: 'title',
      form: 'line',
      header: words('职称职务', 'Position'),
      also: ['职称', '职务', '头衔', 'title', 'rank'],
      required: true,
      note: words('如教授、高级工程师。', 'Such as professor or senior engineer.'),
      example: '教授',
    },
    {
      field: 'organisationName',
      form: 'line',
      header: words('所在单位', 'Organisation'),
      also: ['单位', '工作单位', '单位名称', '就职单位', 'affiliation', 'institution'],
      required: true,
      note: words(
        '单位全称；平台上已登记的会自动连上。',
        'The full name; one that is registered here is linked.',
      ),
      example: '渝西理工大学',
    },
    {
      field: 'research',
      form: 'line',
      header: words('研究方向', 'Research'),
      also: [
        '研究领域',
        '专业领域',
        '擅长领域',
        '专业方向',
        '专长',
        'field',
        'fields',
        'expertise',
      ],
      required: true,
      note: words(
        '匹配时按这一栏和简介找人，写具体。',
        'People are found by this and the biography: be specific.',
      ),
      example: '数控机床热误差建模与补偿',
    },
    {
      field: 'bio',
      form: 'prose',
      header: words('个人简介', 'Biography'),
      also: ['简介', '介绍', '主要成果', '个人介绍', 'bio', 'about'],
      note: words('最多 4000 字。', 'At most 4000 characters.'),
      example: '从事机床精度研究二十年，服务企业三十余家。',
    },
    region(true),
  ],
  facility: [
    {
      field: 'name',
      form: 'line',
      header: words('设施名称', 'Name'),
      also: ['名称', '仪器名称', '设备名称', '仪器设备', '设备', 'facility', 'instrument'],
      required: true,
      note: words('2 到 120 个字。', '2 to 120 characters.'),
      example: '三坐标测量机',
    },
    {
      field: 'abilities',
      form: 'prose',
      header: words('能做什么', 'Abilities'),
      also: ['功能', '主要功能', '技术指标', '服务内容', '用途', 'description'],
      required: true,
      note: words('能测什么、做什么，精度和范围多少。', 'What it measures or does, with figures.'),
      example: '箱体零件形位公差检测，行程 1200×1000×800 mm，精度 2.1 μm。',
    },
    holder(words('所属单位', 'Owner'), [
      '单位',
      '单位名称',
      '持有单位',
      'organisation',
      'organization',
    ]),
    {
      field: 'category',
      form: 'choice',
      choices: facilityCategories,
      header: words('类别', 'Category'),
      also: ['类型', '仪器类别', '分类', 'type'],
      note: words('从列表里选；不填算“其他”。', 'One of the list; “other” when empty.'),
      example: '计量仪器',
    },
    {
      field: 'model',
      form: 'line',
      header: words('型号', 'Model'),
      also: ['规格型号', '规格'],
      note: words('厂家和型号。', 'Maker and model.'),
      example: 'CONTURA 12/10/8',
    },
    {
      field: 'place',
      form: 'line',
      header: words('存放地点', 'Place'),
      also: ['地点', '放置地点', '安放地点', 'location'],
      note: words('楼和房间。', 'Building and room.'),
      example: '检测楼 102',
    },
    {
      field: 'fee',
      form: 'line',
      header: words('收费', 'Fee'),
      also: ['收费标准', '价格', 'price'],
      note: words('照实写，如“300 元/小时”。', 'As it is, such as 300 CNY an hour.'),
      example: '300 元/小时',
    },
    region(false),
  ],
  achievement: [
    {
      field: 'title',
      form: 'line',
      header: words('成果名称', 'Title'),
      also: ['名称', '标题', '成果', '项目名称', '技术名称', 'achievement', 'name'],
      required: true,
      note: words('4 到 160 个字，说清是什么技术。', '4 to 160 characters that say what it is.'),
      example: '机床主轴热误差建模与实时补偿',
    },
    {
      field: 'abstract',
      form: 'prose',
      header: words('成果简介', 'Abstract'),
      also: ['简介', '摘要', '成果介绍', '技术简介', '内容简介', 'description', 'summary'],
      required: true,
      note: words(
        '10 到 5000 个字，写清解决什么问题、指标多少。',
        '10 to 5000 characters: what it solves, with figures.',
      ),
      example: '建立主轴热误差预测模型并在线补偿，连续切削 8 小时 Z 向漂移由 38μm 降至 7μm。',
    },
    holder(words('持有单位', 'Holder'), [
      '单位',
      '成果单位',
      '所属单位',
      '完成单位',
      '单位名称',
      'organisation',
      'organization',
      'owner',
    ]),
    {
      field: 'keywords',
      form: 'list',
      header: words('关键词', 'Keywords'),
      also: ['关键字', '标签', 'tags'],
      note: words('最多 12 个，用顿号或分号隔开。', 'At most 12, parted by semicolons.'),
      example: '热误差、在线补偿',
    },
    region(false),
    industry,
    {
      field: 'trl',
      form: 'whole',
      header: words('技术成熟度', 'TRL'),
      also: ['成熟度', '技术成熟度等级', '成熟度等级', 'technology readiness level', 'maturity'],
      note: words('1 到 9 级（GB/T 22900）。', 'Level 1 to 9 (GB/T 22900).'),
      example: '8',
    },
    {
      field: 'priceMinFen',
      form: 'money',
      header: words('最低报价（万元）', 'Lowest price (10,000 CNY)'),
      also: ['最低报价', '报价下限', '报价', '价格', '转让价格', 'price', 'price from'],
      note: words('不写单位就按万元算。', 'In 10,000 CNY when no unit is given.'),
      example: '20',
    },
    {
      field: 'priceMaxFen',
      form: 'money',
      header: words('最高报价（万元）', 'Highest price (10,000 CNY)'),
      also: ['最高报价', '报价上限', 'price to'],
      note: words('不写单位就按万元算。', 'In 10,000 CNY when no unit is given.'),
      example: '50',
    },
    coopModes,
  ],
  need: [
    {
      field: 'title',
      form: 'line',
      header: words('需求名称', 'Title'),
      also: ['名称', '标题', '需求', '需求标题', '技术需求', 'need', 'name'],
      required: true,
      note: words('4 到 120 个字，说清卡在哪里。', '4 to 120 characters that say what goes wrong.'),
      example: '早上第一件和下午的件尺寸差三四丝',
    },
    {
      field: 'description',
      form: 'prose',
      header: words('需求描述', 'Description'),
      also: ['描述', '需求内容', '具体内容', '详细描述', '需求简介', '内容', 'details'],
      required: true,
      note: words(
        '10 到 5000 个字：现在怎样，想做到多少，试过什么。',
        '10 to 5000 characters: what is now, what is wanted, what was tried.',
      ),
      example: '加工中心开机一上午孔深就慢慢跑，冷机热机差 30 多微米，希望全天稳定在 10 微米以内。',
    },
    holder(words('需求单位', 'Organisation'), [
      '单位',
      '企业',
      '企业名称',
      '单位名称',
      '提出单位',
      '公司名称',
      'organization',
      'company',
    ]),
    region(false),
    industry,
    {
      field: 'budgetFen',
      form: 'money',
      header: words('预算（万元）', 'Budget (10,000 CNY)'),
      also: ['预算', '预算金额', '投入预算', '意向投入', '经费', 'budget'],
      note: words('不写单位就按万元算；没有可以不填。', 'In 10,000 CNY when no unit is given.'),
      example: '30',
    },
    {
      field: 'months',
      form: 'whole',
      header: words('希望几个月内解决', 'Months'),
      also: ['期限', '期限（月）', '月数', '完成时限', '周期', 'deadline in months'],
      note: words('1 到 120 的整数。', 'A whole number from 1 to 120.'),
      example: '6',
    },
    coopModes,
  ],
};
