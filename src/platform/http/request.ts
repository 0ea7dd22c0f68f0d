import type { Actor, Policy } from '../../kernel/policy.ts';
import { decide, filterFor, type Filter, type PolicyRecord } from '../../kernel/policy.ts';
import { AppError, type Refusal } from '../../kernel/errors.ts';
import type { AvailableAction } from '../../kernel/workflow.ts';
import type { RequestContext } from '../commands/run-command.ts';
import type { Language, Translate } from '../i18n/languages.ts';

/** One request as handlers see it. */
export type ApiContext = {
  request: RequestContext;
  language: Language;
  translate: Translate;
};

/** A reason in the reader's language. */
export const explain = (translate: Translate, reasons: readonly Refusal[]) =>
  reasons.map((reason) => ({ code: reason.code, message: translate(reason.code, reason.params) }));

/** The actions of a workflow as the contract gives them. */
export const explainActions = (translate: Translate, actions: readonly AvailableAction[]) =>
  actions.map((offer) => ({
    action: offer.action,
    allowed: offer.allowed,
    reasons: offer.allowed ? [] : explain(translate, offer.reasons),
  }));

/** For queries: what an actor may see. Commands are judged by `runCommand`. */
export function createGuard(policy: Policy) {
  const refuse = (reason: Refusal) =>
    new AppError(reason.code === 'policy.sign_in' ? 'unauthenticated' : 'forbidden', reason);
  return {
    permit: (actor: Actor, record: PolicyRecord) => (action: string) =>
      decide(policy, action, actor, record),
    /** Throws unless the action is allowed for this record. */
    require(actor: Actor, action: string, record: PolicyRecord = {}): void {
      const decision = decide(policy, action, actor, record);
      if (!decision.allowed) throw refuse(decision.reason);
    },
    /** The filter for a list; throws when the actor could never see any of it. */
    filter(actor: Actor, action: string): Filter {
      const filter = filterFor(policy, action, actor);
      if (filter.kind === 'false') {
        const decision = decide(policy, action, actor, {});
        if (!decision.allowed) throw refuse(decision.reason);
      }
      return filter;
    },
  };
}
export type Guard = ReturnType<typeof createGuard>;
