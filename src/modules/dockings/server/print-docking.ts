import type { Content } from 'pdfmake/interfaces.js';
import { beijingDate } from '../../../kernel/calendar.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { industryLabel, regionLabel } from '../../reference-data/index.ts';
import type { Match } from '../../matching/contract.ts';
import { getDocking, type DockingDetail } from './docking-detail.ts';
import type { Reader } from './docking-summaries.ts';

type Words = {
  say: (name: string, values?: Record<string, string | number>) => string;
  /** A word of the page of the case, such as a reason; the code itself when it has none. */
  word: (group: string, code: string) => string;
  language: Language;
};

/** The whole case on paper, as far as the reader may read it on its page. */
export async function printDocking(platform: Platform, reader: Reader, id: string): Promise<File> {
  const docking = await getDocking(platform, id, reader);
  const { translate, language, now } = reader;
  const words: Words = {
    say: (name, values) => translate(`docking.print.text.${name}`, values),
    word(group, code) {
      const key = `docking.words.${group}.${code}`;
      const said = translate(key);
      return said === key ? code : said;
    },
    language,
  };
  const title = words.say('title', { number: docking.number });
  const content: Content[] = [
    { text: title, style: 'title' },
    {
      text: words.say('about', {
        name: reader.actor.name,
        made: moment(now.toISOString()),
      }),
      style: 'meta',
      margin: [0, 4, 0, 0],
    },
    ...sides(docking, words),
    ...reasons(docking.matchThen, words),
    ...meetings(docking, words),
    ...contract(docking, words),
    ...ratings(docking, words),
    ...history(docking, words),
  ];
  const pdf = await platform.documents.pdf({ title, footer: title, content });
  return new File([pdf], `${docking.number}.pdf`, { type: 'application/pdf' });
}

const heading = (text: string): Content => ({ text, style: 'heading', headlineLevel: 1 });
const part = (title: string, lines: readonly Content[]): Content[] =>
  lines.length === 0 ? [] : [heading(title), ...lines];
const spoken = (text: string): Content => ({ text, style: 'words' });

function sides(docking: DockingDetail, { say, word }: Words): Content[] {
  const rows: [string, string][] = [
    [say('state'), word('status', docking.status)],
    [say('need'), `${docking.needTitle}\n${docking.askerName}`],
    [say('offer'), `${docking.offerTitle}\n${docking.responderName}`],
    [say('broker'), docking.brokerName ?? say('none')],
    [say('description'), docking.need.description],
  ];
  return [
    heading(say('parties')),
    { table: { widths: [90, '*'], body: rows, headerRows: 0 }, layout: 'lightHorizontalLines' },
  ];
}

function reasons(match: Match | null, { say, language }: Words): Content[] {
  // Places and industries stand in a match as codes.
  const named = (kind: string, text: string): string => {
    if (kind === 'region') return regionLabel(text, language);
    return kind === 'industry' ? industryLabel(text, language) : text;
  };
  const lines = (match?.reasons ?? []).map(({ kind, wanted, offered }): Content => ({
    text: [
      wanted === null ? '' : say('wanted', { text: named(kind, wanted) }),
      offered === null ? '' : say('offered', { text: named(kind, offered) }),
    ]
      .filter(Boolean)
      .join('　'),
  }));
  const against = (match?.against ?? []).flatMap(({ kind, wanted, offered }): Content[] => {
    const text = [wanted, offered]
      .flatMap((each) => (each === null ? [] : [named(kind, each)]))
      .join(' / ');
    return text === '' ? [] : [{ text: say('against', { text }) }];
  });
  const all = [...lines, ...against].filter(hasText);
  return part(say('reasons'), all.length > 0 ? all : [{ text: say('noReasons') }]);
}

const hasText = (line: Content): boolean =>
  typeof line !== 'object' || !('text' in line) || line.text !== '';

function meetings(docking: DockingDetail, { say }: Words): Content[] {
  const lines = docking.meetings.toReversed().flatMap((each): Content[] => {
    const came = [
      ...each.people.filter(({ attended }) => attended === true).map(({ name }) => name),
      ...(each.others ? [say('others', { count: each.others })] : []),
    ];
    return [
      {
        text: say('meeting', {
          begins: moment(each.beginsAt),
          ends: moment(each.endsAt),
          place: [each.place, each.link].filter(Boolean).join(' '),
          status: say(each.status),
        }),
        bold: true,
        margin: [0, 4, 0, 0],
      },
      spoken(say('agenda', { text: each.agenda })),
      ...(came.length > 0 ? [spoken(say('came', { people: came.join('、') }))] : []),
      ...(each.minutes
        ? [
            spoken(say('minutes', { name: each.minutes.byName, text: each.minutes.words })),
            ...each.minutes.confirmations.map(({ name }) => spoken(say('confirmed', { name }))),
          ]
        : []),
    ];
  });
  return part(say('meetings'), lines);
}

function contract(docking: DockingDetail, { say, word, language }: Words): Content[] {
  const money = (fen: number) => formatMoney(fen, language);
  const { contract: signed, milestones, payments } = docking;
  if (signed === null) return [];
  return [
    heading(say('contract')),
    {
      text: say('contractText', {
        type: word('contractType', signed.type),
        amount: money(signed.amountFen),
        technology: money(signed.technologyAmountFen),
        signed: signed.signedOn,
      }),
    },
    ...signed.deductions.map(({ what, amountFen }) =>
      spoken(say('deducted', { what, amount: money(amountFen) })),
    ),
    ...(signed.registrationNumber
      ? [{ text: say('registered', { number: signed.registrationNumber }) }]
      : []),
    { text: say('file', { name: signed.file.name }) },
    ...part(
      say('milestones'),
      milestones.map((each) => ({
        text: say('milestone', {
          title: each.title,
          amount: money(each.amountFen),
          due: each.dueOn,
          status: say(each.status),
          paid: money(each.paidFen),
        }),
      })),
    ),
    ...part(
      say('payments'),
      payments.map(({ paidOn, amountFen, file }) => ({
        text: `${say('payment', { day: paidOn, amount: money(amountFen) })}　${say('file', { name: file.name })}`,
      })),
    ),
  ];
}

const ratings = (docking: DockingDetail, { say }: Words): Content[] =>
  part(
    say('ratings'),
    docking.ratings.given.flatMap(({ byName, reply, promise, again, words }) => [
      { text: say('rating', { name: byName, reply, promise, again }) },
      spoken(words),
    ]),
  );

function history(docking: DockingDetail, { say, word }: Words): Content[] {
  return part(
    say('history'),
    docking.history.toReversed().flatMap((entry): Content[] => {
      const side = entry.actorSide === 'system' ? '' : word('side', entry.actorSide);
      const reason = entry.reasonCode
        ? word('reason', entry.reasonCode)
        : typeof entry.facts['returnReason'] === 'string'
          ? word('returnReason', entry.facts['returnReason'])
          : '';
      const did = word('did', entry.action).replace('{reason}', reason);
      return [
        {
          text: say('line', {
            at: moment(entry.at),
            who: `${entry.actorName}${side}`,
            did,
          }),
          margin: [0, 3, 0, 0],
        },
        ...(entry.words ? [spoken(entry.words)] : []),
        ...(entry.file ? [spoken(say('file', { name: entry.file.name }))] : []),
      ];
    }),
  );
}

/** `2026-11-25 18:00`, in China; reads the same in both languages. */
function moment(at: string): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
  return `${beijingDate(date)} ${time}`;
}
