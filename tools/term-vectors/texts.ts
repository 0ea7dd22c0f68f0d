import fs from 'node:fs';
import path from 'node:path';
import { normaliseText } from '../../src/kernel/text/normalise.ts';

/** Below this many Chinese characters, or this share of them, a line is a heading, a table or foreign. */
const LEAST_CHINESE = 10;
const LEAST_SHARE = 0.4;
/** A passage of the background ends with the paragraph that brings it to this many characters. */
const PASSAGE_LENGTH = 450;

const REFERENCES = /^[#*\s]*(?:参\s*考\s*文\s*献|references)/u;
const FORMULA = /\$\$?[^$]*\$\$?/g;
const MARKUP = /!\[[^\]]*\]\([^)]*\)|<[^>]*>/g;
const CHINESE = /\p{Script=Han}/gu;

/** The texts (*.txt, *.md) of a folder and of those in it, in order of their names. Throws an Error that says what is missing. */
export function listTexts(folder: string): string[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new Error(`The folder of texts cannot be read: ${folder}`, { cause });
  }
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:txt|md)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0)
    throw new Error(`No .txt or .md file is in the folder of texts: ${folder}`);
  return files;
}

/**
 * The Chinese paragraphs of a text, one a line, in one spelling and lower case. Left out: everything
 * from the list of references on, formulas, markup, lines that are mostly not Chinese, and lines that
 * stand in the text already.
 */
export function paragraphsOf(text: string): string[] {
  const paragraphs = new Set<string>();
  for (const raw of text.split('\n')) {
    const line = normaliseText(raw.replace(MARKUP, ' ').replace(FORMULA, ' ')).text.trim();
    if (REFERENCES.test(line)) break;
    const chinese = line.match(CHINESE)?.length ?? 0;
    if (chinese < LEAST_CHINESE || chinese < LEAST_SHARE * line.length) continue;
    paragraphs.add(line);
  }
  return [...paragraphs];
}

/** Neighbouring paragraphs joined to passages of about the same length; a short rest is left out. */
export function passagesOf(paragraphs: readonly string[]): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const paragraph of paragraphs) {
    passage += passage === '' ? paragraph : `\n${paragraph}`;
    if (passage.length < PASSAGE_LENGTH) continue;
    passages.push(passage);
    passage = '';
  }
  return passages;
}
