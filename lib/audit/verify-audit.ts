import "server-only";
import { type DigestedEvent, digestEvent, digestOldEvent, genesisHash, hashLink } from "@/lib/audit/digest";
import { systemDb } from "@/lib/db";

const linksAtOnce = 1000;

export type ChainBreak = {
  seq: number;
  /** gap: a link is missing; event: its event is; content: the event was changed; link: the chain itself was. */
  reason: "gap" | "event" | "content" | "link";
};
export type VerifiedChain = {
  organisationId: string;
  events: number;
  head: { seq: number; hash: string };
  /** The first place where it does not hold; null for an intact chain. */
  broken: ChainBreak | null;
  /** Events that no link holds: written past the trigger. */
  unlinked: number;
  /** Whether the link that was asked for is there as it was. */
  hasNoted: boolean;
};
type Noted = { seq: number; hash: string };

/** Goes through every organisation's chain from its first link, some at a time. */
export async function* verifyAudit(noted?: Noted): AsyncGenerator<VerifiedChain> {
  const db = systemDb();
  const chains = await db.auditLink.findMany({ distinct: ["organisationId"], select: { organisationId: true } });
  const events = await db.auditEvent.findMany({ distinct: ["organisationId"], select: { organisationId: true } });
  const ids = new Set([...chains, ...events].map(({ organisationId }) => organisationId));
  for (const organisationId of [...ids].sort()) yield verifyChain(organisationId, noted);
}

async function verifyChain(organisationId: string, noted?: Noted): Promise<VerifiedChain> {
  let head = { seq: 0, hash: genesisHash };
  let broken: ChainBreak | null = null;
  let hasNoted = false;
  while (!broken) {
    const links = await readLinks(organisationId, head.seq);
    for (const link of links) {
      const reason = judge(link, head);
      if (reason) {
        broken = { seq: reason === "gap" ? head.seq + 1 : link.seq, reason };
        break;
      }
      head = { seq: link.seq, hash: link.hash };
      hasNoted ||= head.seq === noted?.seq && head.hash === noted.hash;
    }
    if (links.length < linksAtOnce) break;
  }
  const [counted] = await systemDb().$queryRaw<{ events: number; unlinked: number }[]>`
    select count(*)::int as events, (count(*) filter (where link.event_id is null))::int as unlinked
    from audit_event event left join audit_link link on link.event_id = event.id
    where event.organisation_id = ${organisationId}::uuid`;
  return { organisationId, head, broken, hasNoted, events: counted?.events ?? 0, unlinked: counted?.unlinked ?? 0 };
}

function judge(link: Link, head: { seq: number; hash: string }): ChainBreak["reason"] | null {
  if (link.seq !== head.seq + 1) return "gap";
  const { id, digest, form, ...event } = link;
  if (!id || !digest) return "event";
  const found = form === 1 ? digestOldEvent({ ...event, id }) : digestEvent(pick({ ...event, id }));
  if (found !== digest) return "content";
  const hash = hashLink({ seq: link.seq, prevHash: head.hash, digest });
  return link.prevHash === head.hash && link.hash === hash ? null : "link";
}

function pick(event: DigestedEvent): DigestedEvent {
  const { id, organisationId, actorId, actorKind, action, subjectType, subjectId, candidateId } = event;
  const { outcome, ip, requestId, details, createdAt } = event;
  const told = { id, organisationId, actorId, actorKind, action, subjectType, subjectId, candidateId };
  return { ...told, outcome, ip, requestId, details, createdAt };
}

type Link = Omit<DigestedEvent, "id"> & {
  seq: number;
  prevHash: string;
  hash: string;
  id: string | null;
  digest: string | null;
  form: number;
  detailsText: string;
  createdMicros: string;
};

function readLinks(organisationId: string, after: number): Promise<Link[]> {
  return systemDb().$queryRaw<Link[]>`
    select link.seq, link.prev_hash as "prevHash", link.hash, event.id, event.digest, event.form,
           event.organisation_id as "organisationId", event.actor_id as "actorId", event.actor_kind as "actorKind",
           event.action, event.subject_type as "subjectType", event.subject_id as "subjectId",
           event.candidate_id as "candidateId", event.outcome, event.ip, event.request_id as "requestId",
           event.details, event.created_at as "createdAt", event.details::text as "detailsText",
           ((extract(epoch from event.created_at) * 1000000)::bigint)::text as "createdMicros"
    from audit_link link left join audit_event event on event.id = link.event_id
    where link.organisation_id = ${organisationId}::uuid and link.seq > ${after}
    order by link.seq limit ${linksAtOnce}`;
}
