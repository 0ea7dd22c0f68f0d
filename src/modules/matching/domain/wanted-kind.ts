/** What a posting asks for. Everything that can be solved by knowing how is technology. */
export type WantedKind = 'technology' | 'people' | 'equipment' | 'money' | 'landing';

/** `evidence`: the words that decided; null for technology, which is what nothing speaks against. */
export type Wanted = {
  kind: WantedKind;
  evidence: { field: 'title' | 'text'; start: number; end: number } | null;
};

/** Who or what is wanted stands at the end of a Chinese noun phrase; counts and verbs may follow. */
const COUNT = '[\\d一二两三四五六七八九十]+\\s*[-~至到]?\\s*\\d*\\s*余?[名人位个台套条]';
const AFTER = `(?:${COUNT}|若干|等|需求|招聘|引进|招募|加盟|岗位|[（(][^）)]*[）)]|\\s)*$`;

const PERSON =
  '博士后?|硕士|研究生|工程师|专家|人才|顾问|教授|院士|技术员|技师|技工|带头人|操作工|设计师|经理人|总监|(?:技术|研发|科研|专业|管理)人员';
const PEOPLE_HEAD = new RegExp(`(?:${PERSON})(?:团队|小组|[、和及与](?:${PERSON}))*${AFTER}`, 'u');
const TEAM_HEAD = new RegExp(`(?:引进|寻求|寻找|招募|组建|需要|急需|诚邀).{0,20}团队${AFTER}`, 'u');
const PEOPLE_VERB = new RegExp(
  `(?:招聘|诚聘|聘请|招募|高薪|引进|急需|紧缺).{0,16}(?:${PERSON})(?!.{0,12}(?:系统|平台|软件|算法|模型))`,
  'u',
);

const MONEY =
  /融资(?!租赁)|贷款|股权(?:投资|转让|融资)?|(?:天使|[A-Da-d])轮|(?:寻求|引进|引入|吸引|需要)[^，。；]{0,10}投资|投资(?:人|方|机构|意向|需求|合作)|资金(?:需求|支持|缺口|短缺|周转)|信贷/u;

const LANDING =
  /落地|落户|入驻|招商|入园|(?:寻求|寻找|需要|提供)[^，。；]{0,12}(?:场地|土地|厂房|用地|园区)|投资建厂|产业化项目|(?:共建|合作建设)[^，。；]{0,10}(?:基地|园区|产业园)|基地(?:合作)?共建|项目(?:转移|孵化|承接)|^年产.{2,24}项目|(?:产业园|生产基地)(?:建设)?(?:项目)?$/u;

const BUY = /采购|购置|购买|拟购|求购|选购|订购|添置|租用/u;
const DEVICE = new RegExp(
  `(?:设备|装备|仪器|机床|加工中心|生产线|检具|机组|[机仪炉泵阀车])${AFTER}`,
  'u',
);
const COUNTED_DEVICE =
  /(?:购|需要|需求|急需|寻求|求)[^，。；]*?(?:[\d一二两三四五六七八九十]+\s*(?:台|套|条))/u;

/** A head that makes technology of whatever stands before it: 融资租赁风控模型, 人才评价系统开发. */
const TECHNOLOGY_HEAD =
  /(?:技术|工艺|方法|模型|系统|软件|平台|算法|开发|研发|研制|研究|设计|优化|方案|诊断|监测|分析|评价|处理|治理|改造|控制|装置|配方|材料|制备|防治|利用|课程|教材)(?:[及与和、]?(?:开发|研究|应用|合作|需求|服务|推广|升级))*$/u;

/**
 * Reads what is wanted from the title, or from a text of one sentence that has none; from other texts
 * only when they say outright that people are hired.
 */
export function readWanted(title: string, text: string): Wanted {
  const named = title.trim() !== '';
  const field = named ? 'title' : 'text';
  const clause = named ? firstClause(title) : isOneSentence(text) ? firstClause(text) : '';
  const people = PEOPLE_HEAD.exec(clause) ?? TEAM_HEAD.exec(clause);
  if (people) return found('people', field, people);
  if (!TECHNOLOGY_HEAD.test(clause)) {
    const verb = PEOPLE_VERB.exec(clause);
    if (verb) return found('people', field, verb);
    const landing = LANDING.exec(clause);
    const money = MONEY.exec(clause);
    // 寻求投资建厂 lands, 扩产融资 wants money: what is named first is what is wanted.
    if (money && (!landing || money.index < landing.index)) return found('money', field, money);
    if (landing) return found('landing', field, landing);
    const counted = COUNTED_DEVICE.exec(clause);
    if (counted) return found('equipment', field, counted);
    const buy = BUY.exec(clause);
    if (buy && DEVICE.test(clause)) return found('equipment', field, buy);
  }
  const hired =
    /(?:招聘|聘请|诚聘|引进)[^，。；]{0,16}(?:博士|硕士|工程师|专家)[^，。；]{0,6}\d+\s*名|(?:任职(?:要求|条件)|岗位(?:职责|要求))\s*[：:]/u.exec(
      text,
    );
  if (hired && !TECHNOLOGY_HEAD.test(clause)) return found('people', 'text', hired);
  return { kind: 'technology', evidence: null };
}

const isOneSentence = (text: string) => text.length <= 40 && !/[。！？!?；;\n]./u.test(text);

/** 购买激光打标机，要求能打曲面: the want is named first. */
function firstClause(title: string): string {
  return /^[^，,。；;]*/u.exec(title)![0];
}

function found(kind: WantedKind, field: 'title' | 'text', match: RegExpExecArray): Wanted {
  return { kind, evidence: { field, start: match.index, end: match.index + match[0].length } };
}
