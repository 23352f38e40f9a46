import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CalibrationView } from "@/components/screening/calibration-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { chooseSample } from "@/lib/screening/calibration/choose-sample";
import { findBoard } from "@/lib/screening/find-board";

type CalibrationPageProps = { params: Promise<{ positionId: string }> };

export async function generateMetadata() {
  const t = await getTranslations("calibration");
  return { title: t("title") };
}

export default async function CalibrationPage({ params }: CalibrationPageProps) {
  const { positionId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const board = await findBoard({ positionId, viewer });
  if (!board) notFound();
  const { id, title } = board.position;
  return <CalibrationView candidates={chooseSample(board.rows)} position={{ id, title }} />;
}
