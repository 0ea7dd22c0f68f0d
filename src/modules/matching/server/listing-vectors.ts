import { EndpointFailure } from '../../../platform/embeddings/endpoint.ts';
import { createVectorScan, type VectorScan } from '../../../platform/embeddings/vector-scan.ts';
import { lastOutboxSeq, readOutbox } from '../../../platform/outbox/outbox.ts';
import type { BackgroundWork, Platform } from '../../../platform/platform.ts';
import type { RetrievalSource } from '../../../platform/retrieval/source.ts';
import { offerText } from '../domain/model-texts.ts';
import type { OfferKind } from '../domain/match.ts';
import { readOffers } from './read-offers.ts';

/** Listings looked at in one step, and asked for in one. */
const LOOKED_AT = 200;
const ASKED = 32;
const EVENTS = 500;

type Listing = { kind: OfferKind; id: string };

const scans = new WeakMap<Platform, VectorScan>();

/** The vectors of the listings that this process has at hand. */
export function scanOf(platform: Platform): VectorScan {
  const known = scans.get(platform);
  if (known) return known;
  const scan = createVectorScan();
  scans.set(platform, scan);
  return scan;
}

/**
 * Keeps the vectors of all listings: at the start it goes through all of them, then it follows the
 * outbox. First those that are known are put in place, then the server is asked for the others, a
 * batch at a time; what it does not give stays wanted until it does. No command waits for it.
 */
export function listingVectors(
  platform: Platform,
  sources: readonly Pick<RetrievalSource, 'subjectType' | 'listIds'>[],
): BackgroundWork {
  const { db, embeddings, log } = platform;
  const scan = scanOf(platform);
  const walked = sources.flatMap(({ subjectType, listIds }) =>
    isOfferKind(subjectType) ? [{ kind: subjectType, listIds }] : [],
  );
  const unread = new Map<string, Listing>();
  const wanted = new Map<string, Listing>();
  let cursor: number | undefined;
  let isFull = false;

  const add = (listing: Listing) => unread.set(`${listing.kind} ${listing.id}`, listing);

  async function walk(): Promise<number> {
    const head = await lastOutboxSeq(db);
    for (const { kind, listIds } of walked) {
      let after: string | null = null;
      for (;;) {
        const ids: string[] = await listIds(db, after, EVENTS);
        if (ids.length === 0) break;
        for (const id of ids) add({ kind, id });
        after = ids.at(-1) ?? null;
      }
    }
    return head;
  }

  async function follow(): Promise<void> {
    cursor ??= await walk();
    for (;;) {
      const events = await readOutbox(db, cursor, EVENTS);
      for (const { subjectType, subjectId } of events) {
        if (isOfferKind(subjectType)) add({ kind: subjectType, id: subjectId });
      }
      cursor = events.at(-1)?.seq ?? cursor;
      if (events.length < EVENTS) return;
    }
  }

  function put({ kind, id }: Listing, vector: Float32Array): void {
    if (scan.put(kind, id, vector) || isFull) return;
    isFull = true;
    log.warn({ listings: scan.size }, 'no room for more vectors: others are found by words only');
  }

  /** Texts of published listings; those that are gone leave the scan. */
  async function read(listings: readonly Listing[]): Promise<(Listing & { text: string })[]> {
    const offers = await readOffers(platform, listings, 'zh-CN');
    const texts = new Map(offers.map(({ offer }) => [`${offer.kind} ${offer.id}`, offer]));
    return listings.flatMap((listing) => {
      const offer = texts.get(`${listing.kind} ${listing.id}`);
      if (offer) return [{ ...listing, text: offerText(offer) }];
      scan.remove(listing.kind, listing.id);
      return [];
    });
  }

  async function lookUp(listings: ReadonlyMap<string, Listing>): Promise<void> {
    const found = await read([...listings.values()]);
    const vectors = await embeddings.recall(found.map(({ text }) => text));
    for (const key of listings.keys()) wanted.delete(key);
    for (const [at, { kind, id }] of found.entries()) {
      const vector = vectors[at];
      if (vector) put({ kind, id }, vector);
      else wanted.set(`${kind} ${id}`, { kind, id });
    }
    for (const [key, listing] of listings) if (unread.get(key) === listing) unread.delete(key);
  }

  async function ask(listings: ReadonlyMap<string, Listing>, signal: AbortSignal): Promise<void> {
    const found = await read([...listings.values()]);
    const vectors = await embeddings.embed(
      found.map(({ text }) => text),
      { signal },
    );
    for (const [at, listing] of found.entries()) put(listing, vectors[at]!);
    for (const [key, listing] of listings) if (wanted.get(key) === listing) wanted.delete(key);
  }

  return {
    name: 'matching.listing-vectors',
    async step(signal) {
      await follow();
      if (unread.size > 0) {
        const some = first(unread, LOOKED_AT);
        await lookUp(some);
        return some.size;
      }
      const some = first(wanted, ASKED);
      if (some.size === 0) return 0;
      try {
        await ask(some, signal);
        return some.size;
      } catch (error) {
        // Said once by the endpoint itself; these stay wanted.
        if (error instanceof EndpointFailure || signal.aborted) return 0;
        throw error;
      }
    },
  };
}

const isOfferKind = (type: string): type is OfferKind =>
  type === 'achievement' || type === 'expert';

function first(listings: ReadonlyMap<string, Listing>, most: number): Map<string, Listing> {
  const some = new Map<string, Listing>();
  for (const [key, listing] of listings) {
    if (some.size >= most) break;
    some.set(key, listing);
  }
  return some;
}
