import { allow, always } from '../kernel/policy.ts';

/** What only the instance itself does: whole libraries and the example district. */
export const libraryPolicy = [
  allow('library.import').to('system').when(always),
  allow('examples.load').to('system').when(always),
  allow('examples.remove').to('system').when(always),
  allow('settings.set').to('system').when(always),
];
