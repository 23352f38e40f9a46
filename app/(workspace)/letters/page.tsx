import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MessageList } from "@/components/message/message-list";
import { PageHeader } from "@/components/shell/page-header";
import { TableLinks } from "@/components/ui/table-links";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

export async function generateMetadata() {
  return { title: (await getTranslations("messages"))("log") };
}

/** The log of letters: drafts, and what was sent or copied by whom and when. */
export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "message:write")) notFound();
  const t = await getTranslations("messages");
  return (
    <>
      <PageHeader actions={<TableLinks address="/api/v1/tables/letters" />} note={t("note")} title={t("log")} />
      <div className="max-w-200 p-5 max-sm:p-4">
        <MessageList of={{ all: true }} />
      </div>
    </>
  );
}
