/**
 * Problems in the words of a workshop with results that answer them in the words of science, from
 * trades that have nothing to do with each other. They show what a language model takes for near and
 * for far: its cosines mean nothing by themselves (unrelated texts have 0.1 with one and 0.7 with
 * another). Written for this purpose.
 */
export const anchorPairs: readonly { asked: string; offered: string }[] = [
  {
    asked: '榨菜卤水太咸，污水站的菌一进来就死，排不出去。',
    offered: '高盐食品废水的耐盐微生物驯化与生化处理工艺。筛选耐盐菌群，盐度3%以下稳定降解有机物。',
  },
  {
    asked: '车床早上干的活和下午干的差好几丝，开机越久越跑。',
    offered: '数控机床主轴热误差建模与实时补偿技术。以温度传感器数据预测热变形并在线修正坐标。',
  },
  {
    asked: '玻璃瓶身上的小气泡靠人眼看，看花了眼还漏。',
    offered: '透明容器缺陷机器视觉检测系统。结合暗场照明与深度学习识别气泡、裂纹与异物。',
  },
  {
    asked: '柑橘摘下来放半个月就烂，蒂那里先发霉。',
    offered: '果实采后防腐保鲜与冷链贮藏技术。抑制青霉与绿霉，延长货架期。',
  },
  {
    asked: '老小区电梯老是关人，修完没几天又坏。',
    offered: '基于物联网的电梯运行状态监测与故障预警平台。振动与电流信号诊断门机和制动器隐患。',
  },
  {
    asked: '锂电池冬天掉电快，零下就充不进去。',
    offered: '低温电解液与脉冲自加热策略改善锂离子电池低温性能的研究。',
  },
  {
    asked: '猪场夜里味道飘到村里，老被投诉。',
    offered: '规模化养殖场恶臭气体生物滤池除臭装置。氨与硫化氢去除率大于90%。',
  },
  {
    asked: '布染出来一缸一个颜色，客户嫌色差大。',
    offered: '纺织品染色配方智能推荐与在线测色控制系统。批次间色差控制在0.8以内。',
  },
  {
    asked: '山上的坡一下大雨就往下滑，不知道什么时候该叫人撤。',
    offered: '滑坡灾害多源监测与降雨阈值预警模型。融合北斗位移与孔隙水压力。',
  },
  {
    asked: '药片压出来重量不匀，一批里总有几片裂。',
    offered: '固体制剂压片过程近红外在线分析与质量控制方法。',
  },
  {
    asked: '铝铸件里头有砂眼，加工完才看出来，全白干。',
    offered: '压铸工艺数值模拟与真空压铸减少气孔缺陷技术。优化浇注系统与排气。',
  },
  {
    asked: '社区医院的片子没人会看，要等上级医院几天。',
    offered: '医学影像辅助诊断与远程会诊系统。自动提示肺结节与骨折征象。',
  },
];
