import type { z } from 'zod';
import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { getAttachedFile } from '../../../platform/files/file-commands.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  conditionsOf,
  EXPERT_REVIEW_FEN,
  isComplete,
  registrationItems,
  type RegistrationItem,
} from '../domain/registration.ts';
import type { caseFile } from '../content.contract.ts';
import type { registration } from '../registration.contract.ts';
import { findContract, getContract, registrationForm } from './contracts.ts';
import type { Reader } from './docking-summaries.ts';
import { getDockingRow } from './load-docking.ts';
import { registrationSheet } from './registration-sheet.ts';
import type { Docking } from './tables.ts';

/** The papers as the page of the case shows them; null before there is a contract. */
export async function registrationPart(
  db: Db,
  docking: Docking,
  reader: Reader,
  files: ReadonlyMap<string, z.infer<typeof caseFile>>,
): Promise<z.infer<typeof registration> | null> {
  const contract = await findContract(db, docking.id);
  if (!contract) return null;
  const form = await registrationForm(db, docking);
  const items = registrationItems(contract, form, beijingDate(reader.now));
  const { translate } = reader;
  return {
    form,
    items: items.map((item) => ({
      ...item,
      title: translate(`docking.registration.item.${item.code}`),
      advice: item.standing === 'met' ? null : translate(adviceOn(item, contract.type)),
    })),
    complete: isComplete(items),
    conditions: conditionsOf(contract.type).map((code) => ({
      code,
      title: translate(`docking.registration.item.${code}`),
    })),
    expertReview: contract.technologyAmountFen >= EXPERT_REVIEW_FEN,
    registeredOn: contract.registeredOn,
    certificate:
      contract.certificateFileId === null ? null : (files.get(contract.certificateFileId) ?? null),
  };
}

function adviceOn(
  { code, standing }: RegistrationItem,
  type: Parameters<typeof conditionsOf>[0],
): string {
  if (standing === 'unmet') return `docking.registration.unmet.${code}`;
  if (code === 'technology_amount') return `docking.registration.unknown.${code}`;
  const isChecked = (conditionsOf(type) as readonly string[]).includes(code);
  return `docking.registration.unknown.${isChecked ? 'check' : 'fill'}`;
}

/**
 * One archive to carry to the official venue: the sheet with all fields, the contract's file, and
 * the same fields for machines. Throws `refused` with what is missing while it is not complete.
 */
export async function downloadRegistration(
  platform: Platform,
  actor: Actor,
  reader: Reader,
  id: string,
): Promise<File> {
  const { db, guard, documents, files } = platform;
  const docking = await getDockingRow(db, id);
  guard.require(actor, 'docking.read', docking);
  const contract = await getContract(db, id);
  const form = await registrationForm(db, docking);
  const items = registrationItems(contract, form, beijingDate(reader.now));
  if (!isComplete(items)) {
    const missing = items.filter(({ standing }) => standing !== 'met');
    throw new AppError('refused', {
      code: 'docking.registration_incomplete',
      params: {
        missing: missing
          .map(({ code }) => reader.translate(`docking.registration.item.${code}`))
          .join(reader.language === 'en' ? '; ' : '；'),
      },
    });
  }
  const signed = await getAttachedFile(db, contract.fileId, { type: 'docking', id });
  const content = new Uint8Array(await files.read(signed.sha256));
  // The venue reads Chinese, whatever language the page is read in.
  const translate = platform.translator('zh-CN');
  const word = (name: string) => translate(`docking.registration.sheet.${name}`);
  const { paper, data } = registrationSheet({
    docking,
    contract,
    form,
    contractFile: signed.name,
    translate,
    now: reader.now,
  });
  const folder = `${docking.number} ${word('fileName')}`;
  const text = new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
  const archive = await documents.zip([
    { name: `${folder}/${word('sheetFile')}`, content: await documents.pdf(paper) },
    { name: `${folder}/${word('dataFile')}`, content: text },
    { name: `${folder}/${word('contractFolder')}/${signed.name}`, content },
  ]);
  return new File([archive], `${folder}.zip`, { type: 'application/zip' });
}
