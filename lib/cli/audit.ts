import { verifyAudit } from "@/lib/audit/verify-audit";

const reasons = {
  gap: "a link is missing",
  event: "its event is missing",
  content: "its event was changed",
  link: "the link itself was changed",
};

/**
 * Says of every organisation's audit log whether its chain holds, and where it first does not. With a head that was
 * noted earlier (`--head SEQ:HASH`) also whether that is still in it: events taken off the end leave no other trace.
 */
export async function verifyAuditFromTerminal({ head }: { head?: string }): Promise<number> {
  let isIntact = true;
  let heads = 0;
  const [seq = "", hash = ""] = head?.split(":") ?? [];
  for await (const chain of verifyAudit(head ? { seq: Number(seq), hash } : undefined)) {
    const { organisationId, events, broken, unlinked } = chain;
    const at = `${chain.head.seq}:${chain.head.hash}`;
    if (chain.hasNoted) heads += 1;
    if (!broken && unlinked === 0) {
      console.log(`Organisation ${organisationId}: ${events} events, the chain is intact. Head ${at}`);
      continue;
    }
    isIntact = false;
    if (broken)
      console.log(
        `Organisation ${organisationId}: BROKEN at link ${broken.seq}: ${reasons[broken.reason]}. Intact up to ${at}`,
      );
    if (unlinked > 0) console.log(`Organisation ${organisationId}: ${unlinked} events stand in no chain.`);
  }
  if (head && heads === 0) {
    console.log("The head that was noted is in no chain: events were taken off the end, or all was rewritten.");
    return 1;
  }
  return isIntact ? 0 : 1;
}
