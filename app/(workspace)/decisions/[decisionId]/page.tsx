import { notFound } from "next/navigation";
import { DecisionRecordView } from "@/components/recommendation/decision-record";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findDecision } from "@/lib/recommendation/decisions/find-decision";

export default async function Page({ params }: { params: Promise<{ decisionId: string }> }) {
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const decision = await findDecision({ ...(await params), viewer });
  if (!decision) notFound();
  return <DecisionRecordView decision={decision} />;
}
