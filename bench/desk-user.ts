import { Agent, request } from 'node:http';

/** What one request was and how it ended; `said` by an answer that was not 200. */
export type Sample = { kind: string; ms: number; status: number; said?: string };

export type Account = { email: string; role: string; password: string };

type Answer = { status: number; body: string; cookies: string[] };

const agent = new Agent({ keepAlive: true, maxSockets: 512 });
/** A request that takes longer has failed, as it would for whoever waits. */
const PATIENCE = 15_000;

export function send(
  url: string,
  options: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: object } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        agent,
        method,
        timeout: PATIENCE,
        headers: {
          ...headers,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        let said = '';
        response.setEncoding('utf8').on('data', (part: string) => (said += part));
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: said,
            cookies: response.headers['set-cookie'] ?? [],
          }),
        );
        response.once('error', reject);
      },
    );
    call.once('timeout', () => call.destroy(new Error('timeout')));
    call.once('error', reject);
    call.end(text);
  });
}

const SEARCHES = ['热误差', '机床', '废水', '腐蚀', '检测', '节能', '焊接', '材料', '传感', '食品'];
const PROBLEMS = [
  '加工中心开机一上午尺寸就跑，冷机热机差三十多微米，车间没有恒温条件',
  '钢网开孔怎么改，芯片底下焊盘虚空太多',
  '污水里的总氮降不下来，冬天更差，想少加碳源',
  '牛油火锅底料常温放六个月有油蒿味',
];
const pick = <T>(from: readonly T[]): T | undefined =>
  from[Math.floor(Math.random() * from.length)];

type Listed = { items: { id: string }[] };
type Wish = [kind: string, weight: number, act: () => Promise<unknown>];

/** One person at a desk: looks, searches, opens, writes and acts, with pauses to think. */
export class DeskUser {
  #cases: string[] = [];
  #needs: string[] = [];
  #organisationId: string | undefined;
  readonly #origin: string;
  readonly #headers: Record<string, string>;
  readonly #role: string;
  readonly #note: (sample: Sample) => void;

  constructor(parts: {
    origin: string;
    headers: Record<string, string>;
    role: string;
    note: (sample: Sample) => void;
  }) {
    this.#origin = parts.origin;
    this.#headers = parts.headers;
    this.#role = parts.role;
    this.#note = parts.note;
  }

  /** Signs in from an address of its own, so that no limit for one address is met. */
  static async signIn(
    origin: string,
    account: Account,
    address: string,
    note: (sample: Sample) => void,
  ): Promise<DeskUser> {
    const headers = { 'x-forwarded-for': address, origin };
    const { status, body, cookies } = await send(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers,
      body: { email: account.email, password: account.password },
    });
    if (status !== 200) throw new Error(`${account.email} cannot sign in: ${status} ${body}`);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    const user = new DeskUser({
      origin,
      headers: { ...headers, cookie },
      role: account.role,
      note,
    });
    const me = await user.#get<{ organisations: { id: string }[] }>('who am I', '/me');
    user.#organisationId = me?.organisations[0]?.id;
    return user;
  }

  /** Does one thing, by how often people do it. */
  async act(): Promise<void> {
    const wishes = this.#wishes();
    let at = Math.random() * wishes.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [, weight, act] of wishes) {
      at -= weight;
      if (at <= 0) {
        await act();
        return;
      }
    }
  }

  #wishes(): Wish[] {
    const operates = this.#role === 'operator';
    return [
      ['unread', 20, () => this.#get('unread count', '/my/notices/unread')],
      ['desk', 22, () => this.#desk()],
      ['case', 18, () => this.#case()],
      ['search', 12, () => this.#search()],
      ['need', 8, () => this.#need()],
      ['inbox', 5, () => this.#get('inbox', '/my/notices')],
      ['match', 3, () => this.#match()],
      ['message', 6, () => this.#message()],
      ['step', this.#role === 'enterprise' ? 5 : 0, () => this.#handIn()],
      ['triage', operates ? 20 : 0, () => this.#triage()],
    ];
  }

  async #desk(): Promise<void> {
    const scope = this.#role === 'operator' ? 'overdue' : pick(['mine-to-do', 'open']);
    const list = await this.#get<Listed>('desk list', `/dockings?scope=${scope}`);
    this.#cases = list?.items.map(({ id }) => id) ?? this.#cases;
  }

  async #case(): Promise<void> {
    if (this.#cases.length === 0) await this.#desk();
    const id = pick(this.#cases);
    if (id !== undefined) await this.#get('case page', `/dockings/${id}`);
  }

  async #search(): Promise<void> {
    const q = encodeURIComponent(pick(SEARCHES)!);
    await this.#get('search', `/${pick(['needs', 'achievements'])}?q=${q}`);
  }

  async #need(): Promise<void> {
    if (this.#needs.length === 0) {
      const list = await this.#get<Listed>('search', '/needs');
      this.#needs = list?.items.map(({ id }) => id) ?? [];
    }
    const id = pick(this.#needs);
    if (id !== undefined) await this.#get('need page', `/needs/${id}`);
  }

  async #match(): Promise<void> {
    await this.#post('match', '/match', { text: pick(PROBLEMS), preview: true, limit: 5 });
  }

  async #message(): Promise<void> {
    if (this.#cases.length === 0) await this.#desk();
    const id = pick(this.#cases);
    if (id === undefined) return;
    await this.#post('message', `/dockings/${id}/post-message`, {
      words: '样件周四寄到，请查收。',
    });
  }

  /** A need is drafted and handed in: two commands one after the other. */
  async #handIn(): Promise<void> {
    const draft = await this.#post<{ id: string; version: number }>('draft', '/needs', {
      organisationId: this.#organisationId,
      regionCode: '500118',
      title: `压测：早上第一件和下午的件差三丝 ${Math.random().toString(36).slice(2, 8)}`,
      description: '加工中心开机一上午，孔深和面高慢慢跑，冷机热机差30多微米，希望稳定在1丝以内。',
    });
    if (draft?.id === undefined) return;
    await this.#post('step', `/needs/${draft.id}/submit`, { version: draft.version });
  }

  /** An operator publishes the oldest that waits; a colleague may be faster. */
  async #triage(): Promise<void> {
    const list = await this.#get<{ items: { id: string; status: string }[] }>(
      'desk list',
      '/triage?pageSize=20',
    );
    const waiting = pick(list?.items.filter(({ status }) => status === 'submitted') ?? []);
    if (!waiting) return;
    const need = await this.#get<{ id: string; version: number }>(
      'need page',
      `/needs/${waiting.id}`,
    );
    if (need) await this.#post('step', `/needs/${need.id}/publish`, { version: need.version });
  }

  #get<T>(kind: string, path: string): Promise<T | undefined> {
    return this.#timed<T>(kind, () =>
      send(`${this.#origin}/api${path}`, { headers: this.#headers }),
    );
  }

  #post<T>(kind: string, path: string, body: object): Promise<T | undefined> {
    return this.#timed<T>(kind, () =>
      send(`${this.#origin}/api${path}`, { method: 'POST', headers: this.#headers, body }),
    );
  }

  async #timed<T>(kind: string, call: () => Promise<Answer>): Promise<T | undefined> {
    const began = performance.now();
    let status = 0;
    let said: string | undefined;
    try {
      const answer = await call();
      status = answer.status;
      if (status === 200) return JSON.parse(answer.body) as T;
      said = answer.body.slice(0, 200);
    } catch (error) {
      said = String(error);
    } finally {
      this.#note({ kind, ms: performance.now() - began, status, said });
    }
    return undefined;
  }
}
