import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingWeights } from '../../matching/index.ts';
import { closenessOf, onlyIn, readListing, type ListingText } from '../domain/closeness.ts';

const { need } = listingWeights;
const compare = (mine: ListingText, theirs: ListingText) =>
  closenessOf(readListing(mine, need), readListing(theirs, need));
const marked = (mine: ListingText, theirs: ListingText) =>
  onlyIn(mine, theirs).map(({ field, start, end }) => mine[field].slice(start, end));

const PROFILE =
  '我公司成立于2009年，注册资本5000万元，现有员工320人，占地面积60亩，是一家集研发、生产、销售于一体的国家高新技术企业，通过ISO9001质量管理体系认证，产品远销东南亚。';

const seal = {
  title: '高温反应釜机械密封漏气',
  text: '反应釜工作温度200℃、压力1.6MPa，机械密封用三个月就漏气，石墨环磨损快。希望密封寿命到一年以上，不改釜体。',
};
const heat = {
  title: '早上第一件和下午的件尺寸差三四丝',
  text: '加工中心开机一上午，孔深和面高就慢慢跑，机床热误差明显，冷机热机差30多微米。车间没有恒温条件，希望全天稳定在1丝以内。',
};
const wastewater = {
  title: '电镀废水含镍超标',
  text: '电镀车间每天排水80吨，现有化学沉淀法处理后镍还有0.8mg/L，园区要求0.1mg/L以下。希望找到离子交换或者膜法的办法，污泥不能再增加。',
};
const pears = {
  title: '梨子采后发黑',
  text: '翠冠梨采后一周果皮褐变发黑，冷库里也一样，每年损失两成。想要能在产地用的保鲜办法，成本每斤不超过一毛。',
};

describe('one matter entered twice is found', () => {
  it.each<[string, ListingText, ListingText]>([
    ['word for word', seal, { ...seal }],
    [
      'with the sentences in another order',
      heat,
      {
        ...heat,
        text: '车间没有恒温条件，希望全天稳定在1丝以内。机床热误差明显，冷机热机差30多微米。加工中心开机一上午，孔深和面高就慢慢跑。',
      },
    ],
    [
      'with other spaces, widths and stops',
      heat,
      { title: `${heat.title} `, text: heat.text.replaceAll('，', ', ').replace('30', '３０') },
    ],
  ])('%s', (_how, mine, theirs) => {
    expect(compare(mine, theirs).level).toBe('same');
  });

  it.each<[string, ListingText, ListingText]>([
    ['under another title', seal, { ...seal, title: '求耐高温的反应釜密封技术' }],
    [
      'shorter than before',
      {
        title: '反应釜机械密封漏气',
        text: '机械密封用三个月就漏气，石墨环磨损快，希望密封寿命到一年以上。',
      },
      seal,
    ],
    [
      'with a sentence more',
      { ...wastewater, text: `${wastewater.text}预算五十万元，年底前要验收。` },
      wastewater,
    ],
    [
      'with the company’s profile before it',
      { ...wastewater, text: `${PROFILE}${wastewater.text}` },
      wastewater,
    ],
    [
      'in words changed here and there',
      {
        title: '电镀废水镍超标怎么办',
        text: '电镀车间日排水80吨，化学沉淀法处理后镍还有0.8mg/L，园区要求低于0.1mg/L。想找离子交换或膜法的办法，污泥不能增加。',
      },
      wastewater,
    ],
  ])('%s', (_how, mine, theirs) => {
    expect(compare(mine, theirs).level).not.toBe('different');
    expect(compare(theirs, mine).level).not.toBe('different');
  });
});

describe('another figure', () => {
  const hotter = { ...seal, text: seal.text.replace('200℃', '260℃') };

  it('is said with both values, and is not called the same', () => {
    const { level, figures } = compare(hotter, seal);
    expect(level).toBe('figures');
    expect(figures).toEqual([{ mine: '260℃', theirs: '200℃' }]);
  });

  it('is marked on both sides, and nothing else is', () => {
    expect(marked(hotter, seal)).toEqual(['260']);
    expect(marked(seal, hotter)).toEqual(['200']);
  });

  it('is seen without a unit too', () => {
    const pupils = {
      title: '学生找不到岗位',
      text: '学校有13万在校生，企业岗位变化快，课程两三年不变。',
    };
    const more = { ...pupils, text: pupils.text.replace('13', '26') };
    expect(compare(more, pupils)).toMatchObject({
      level: 'figures',
      figures: [{ mine: '26万', theirs: '13万' }],
    });
  });

  it('in another unit but of the same size is no other figure', () => {
    const inPascal = { ...seal, text: seal.text.replace('1.6MPa', '1600kPa') };
    expect(compare(inPascal, seal).figures).toEqual([]);
  });
});

describe('two matters are not called one', () => {
  it.each<[string, ListingText, ListingText]>([
    ['that have nothing in common', seal, pears],
    [
      'below the same profile of the company',
      { title: '铝合金压铸件气孔多', text: PROFILE },
      { title: '老旧注塑机能耗监测', text: PROFILE },
    ],
    [
      'below the same profile, each with a sentence of its own',
      { title: '铝合金压铸件气孔多', text: `${PROFILE}目前压铸件气孔率12%，希望降到3%以下。` },
      { title: '老旧注塑机能耗监测', text: `${PROFILE}希望对40台注塑机做能耗在线监测。` },
    ],
    [
      'that share the words of any posting',
      {
        title: '焊缝自动检测',
        text: '目前采用人工方式，效率低、成本高，质量不稳定。希望与高校院所合作开发，解决焊缝检测问题，提高效率，降低成本。',
      },
      {
        title: '茶叶自动分拣',
        text: '目前采用人工方式，效率低、成本高，质量不稳定。希望与高校院所合作开发，解决茶叶分拣问题，提高效率，降低成本。',
      },
    ],
    [
      'of one trade',
      heat,
      {
        title: '加工中心主轴振动大',
        text: '加工中心主轴转速到8000转以上振动明显，工件表面有振纹，换过轴承没有好转。希望在线监测振动并找到原因。',
      },
    ],
    [
      'of which a short one is only the trade of a long one',
      { title: '加工中心', text: '加工中心机床，希望合作。' },
      heat,
    ],
    [
      'about one plant, with another trouble',
      seal,
      {
        title: '反应釜搅拌桨结垢',
        text: '反应釜工作温度200℃、压力1.6MPa，搅拌桨和釜壁结垢，半个月要停下来清一次。希望找到防垢涂层，不改釜体。',
      },
    ],
  ])('%s', (_what, mine, theirs) => {
    expect(compare(mine, theirs).level).toBe('different');
    expect(compare(theirs, mine).level).toBe('different');
  });
});

describe('closeness of any two texts', () => {
  const piece = fc.constantFrom(
    seal.text,
    heat.text,
    pears.text,
    wastewater.title,
    '，',
    '200℃',
    'x',
  );
  const listing = fc.record({
    title: fc.oneof(piece, fc.string()),
    text: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
  });

  it('is the same both ways, and a share', () => {
    fc.assert(
      fc.property(listing, listing, (mine, theirs) => {
        const there = compare(mine, theirs);
        const back = compare(theirs, mine);
        expect(there.level).toBe(back.level);
        expect(there.share).toBeCloseTo(back.share, 9);
        expect(there.share).toBeGreaterThanOrEqual(0);
        expect(there.share).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('marks only what lies in the text, and nothing against itself', () => {
    fc.assert(
      fc.property(listing, listing, (mine, theirs) => {
        expect(onlyIn(mine, mine)).toEqual([]);
        for (const { field, start, end } of onlyIn(mine, theirs)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(mine[field].length);
        }
      }),
    );
  });
});
