"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { OtherResume } from "@/lib/resume/page-schema";

const JoinDialog = dynamic(() => import("@/components/resume/panel/join-dialog"), { ssr: false });

/** Shows both side by side first. */
export function JoinButton({ resumeId, other }: { resumeId: string; other: OtherResume }) {
  const t = useTranslations("resume_page");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} size="sm">
        {t("compare_and_join")}
      </Button>
      {isOpen && <JoinDialog onClose={() => setOpen(false)} otherId={other.id} resumeId={resumeId} />}
    </>
  );
}
