export type AtomEntry = {
  /** Never changes, whatever the entry says later. */
  id: string;
  title: string;
  address: string;
  author: string;
  summary: string;
  /** ISO 8601. */
  published: string;
  updated: string;
  categories: readonly string[];
};

export type AtomFeed = {
  title: string;
  /** Its own address, which is its id as well. */
  self: string;
  /** The page that it tells of. */
  page: string;
  language: string;
  entries: readonly AtomEntry[];
};

/** The text of an Atom feed (RFC 4287). `escape` makes a text safe between tags. */
export function atomText(feed: AtomFeed, escape: (text: string) => string): string {
  const element = (name: string, text: string) => `<${name}>${escape(text)}</${name}>`;
  const newest = feed.entries.map(({ updated }) => updated).sort((a, b) => b.localeCompare(a))[0];
  const entries = feed.entries.map(
    (entry) =>
      `<entry>${[
        element('id', entry.id),
        element('title', entry.title),
        `<link rel="alternate" type="text/html" href="${escape(entry.address)}"/>`,
        element('published', entry.published),
        element('updated', entry.updated),
        `<author>${element('name', entry.author)}</author>`,
        ...entry.categories.map((term) => `<category term="${escape(term)}"/>`),
        `<summary type="text">${escape(entry.summary)}</summary>`,
      ].join('')}</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(feed.language)}">
${element('id', feed.self)}
${element('title', feed.title)}
<link rel="self" type="application/atom+xml" href="${escape(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escape(feed.page)}"/>
${/* A feed without entries has never changed. */ element('updated', newest ?? '1970-01-01T00:00:00Z')}
${entries.join('\n')}
</feed>
`;
}
