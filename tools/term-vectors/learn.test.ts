import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import { type Learned, learnTerms } from './learn.ts';

const TOPICS = [
  '主轴 刀具 切削 铣削 夹具 工件 导轨 齿轮',
  '蛋白质 细胞 基因 抗体 血清 小鼠 受体 转录',
  '水稻 土壤 肥料 灌溉 产量 病害 杂草 种子',
  '电池 电极 电解液 隔膜 容量 充电 电压 循环',
  '桥梁 混凝土 钢筋 裂缝 荷载 路面 隧道 施工',
  '图像 算法 网络 训练 识别 分割 特征 像素',
  '卫星 轨道 遥感 雷达 波段 地表 反演 云层',
  '学生 教师 课程 教学 学校 考试 阅读 课堂',
].map((words) => words.split(' '));
const RECIPE = {
  vocabulary: { most: 100, leastCount: 3 },
  dimensions: 8,
  passages: 50,
  epochs: 1,
  batch: 32,
  conceptTimes: 20,
};

/** Each paragraph is of one topic. 机床 and 车床 stand among the first, never in the same paragraph. */
function texts(): string[] {
  const random = seededRandom(7);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const paragraph = (n: number): string => {
    const words = TOPICS[n % TOPICS.length]!;
    const special = n % TOPICS.length > 0 ? [] : [random() < 0.5 ? '机床' : '车床'];
    return Array.from({ length: 45 }, () => pick([...words, ...special])).join('，');
  };
  return Array.from({ length: 60 }, (_, text) =>
    Array.from({ length: 8 }, (_, n) => paragraph(text * 8 + n)).join('\n'),
  );
}

function closeness({ vocabulary, vectors }: Learned, a: string, b: string): number {
  const [x, y] = [a, b].map((term) => {
    const id = vocabulary.terms.indexOf(term);
    return vectors.values.subarray(id * vectors.columns, (id + 1) * vectors.columns);
  }) as [Float32Array, Float32Array];
  const dot = x.reduce((sum, value, d) => sum + value * y[d]!, 0);
  return dot / (Math.hypot(...x) * Math.hypot(...y));
}

const learn = (concepts: string[][], seed = 1): Learned =>
  learnTerms(texts(), concepts, RECIPE, seed, () => {});

describe('learned vectors', () => {
  const learned = learn([]);

  it('bring words together that share their company, though they never meet', () => {
    const alike = closeness(learned, '机床', '车床');
    expect(alike).toBeGreaterThan(closeness(learned, '机床', '血清') + 0.4);
    expect(alike).toBeGreaterThan(closeness(learned, '机床', '基因') + 0.4);
  });

  it('bring the words of one line of trade words together, even those no text has', () => {
    const concepts = [
      ['气密性', '漏气', '跑气'],
      ['热误差', '热漂移', '跑尺寸'],
    ];
    const told = learn(concepts);
    expect(closeness(told, '漏气', '气密性')).toBeGreaterThan(
      closeness(told, '漏气', '热误差') + 0.3,
    );
  });

  it('are the same for the same seed and others for another', () => {
    expect(learn([])).toEqual(learned);
    expect(learn([], 2).vectors).not.toEqual(learned.vectors);
  });

  it('come with how common characters are', () => {
    expect(learned.grams.documents).toBe(50);
    // A passage has half of the topics; only these two characters are in both halves.
    expect(learned.grams.grams[50]).toBe('土 工');
  });
});
