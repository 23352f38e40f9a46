import { getFormatter, getTranslations } from "next-intl/server";
import { Checklist } from "@/components/dashboard/checklist";
import { Funnel } from "@/components/dashboard/funnel";
import { MentionList } from "@/components/dashboard/mention-list";
import { ChooseFiles, FileDrop } from "@/components/import/file-drop";
import { TrySampleData } from "@/components/sample-data/try-sample-data";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/components/ui/link";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listWaitingMentions } from "@/lib/comment/mentions";
import { readChecklist } from "@/lib/dashboard/read-checklist";
import { readDashboard } from "@/lib/dashboard/read-dashboard";

export async function generateMetadata() {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function TodayPage() {
  const viewer = await requireViewer();
  const canImport = can(viewer, "resume:import");
  const [t, format, dashboard, waitingMentions, checklist] = await Promise.all([
    getTranslations("dashboard"),
    getFormatter(),
    readDashboard({ viewer }),
    listWaitingMentions({ viewer }),
    canImport ? readChecklist({ viewer }) : null,
  ]);
  const { waiting, week, funnel, totals } = dashboard;
  const canScreen = can(viewer, "screening:read");
  const tasks = [
    { key: "undecided", count: waiting.undecided, href: canScreen ? "/positions" : null },
    { key: "interviews", count: waiting.interviews, href: "/interviews" },
    { key: "unreadable", count: waiting.unreadable, href: "/resumes?state=unreadable" },
    { key: "running", count: waiting.runningBatches, href: canScreen ? "/screening" : null },
    { key: "being_read", count: waiting.beingRead, href: "/resumes?state=reading" },
  ].filter(({ count, href }) => count > 0 && href !== null);

  const content = (
    <>
      <PageHeader actions={canImport && <ChooseFiles />} title={t("title")} />
      <div className="flex max-w-260 flex-col gap-8 p-5 max-sm:p-4">
        {checklist && <Checklist beginning={totals.resumes === 0 && <TrySampleData />} steps={checklist} />}
        {waitingMentions.total > 0 && <MentionList {...waitingMentions} />}
        <section aria-labelledby="waiting">
          <h2 className="mb-2 font-semibold text-lg" id="waiting">
            {t("waiting")}
          </h2>
          {tasks.length === 0 && waitingMentions.total > 0 ? null : tasks.length === 0 ? (
            <p className="text-ink-soft text-sm">{t("nothing_waits")}</p>
          ) : (
            <ul className="border-line border-t text-sm">
              {tasks.map(({ key, count, href }) => (
                <li className="border-line border-b" key={key}>
                  <Link className="flex h-10 items-center gap-3 px-1 hover:bg-hover" href={href ?? "/"}>
                    <span className="tabular w-12 text-right font-medium">{format.number(count)}</span>
                    {t(`task_${key}` as "task_undecided")}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </section>
        {canScreen && funnel.length > 0 && (
          <section aria-labelledby="funnel">
            <h2 className="mb-2 font-semibold text-lg" id="funnel">
              {t("funnel")}
            </h2>
            <Funnel rows={funnel} />
          </section>
        )}
        <section aria-labelledby="week">
          <h2 className="mb-2 font-semibold text-lg" id="week">
            {t("week")}
          </h2>
          <dl className="flex flex-wrap gap-x-12 gap-y-3">
            {(
              [
                ["resumes", week.resumes, "/resumes"],
                ...(canScreen
                  ? ([
                      ["screened", week.screened, "/screening"],
                      ["decisions", week.decisions, "/positions"],
                    ] as const)
                  : []),
                ["total", totals.resumes, "/resumes"],
              ] as const
            ).map(([key, count, href]) => (
              <div key={key}>
                <dt className="text-ink-faint text-sm">{t(`week_${key}`)}</dt>
                <dd className="tabular font-medium text-xl">
                  <Link className="hover:underline" href={href}>
                    {format.number(count)}
                  </Link>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
  return canImport ? <FileDrop>{content}</FileDrop> : content;
}
