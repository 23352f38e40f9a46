"use client";

import { MessagesSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const NewInterviewDialog = dynamic(() => import("@/components/interview/new-interview-dialog"), { ssr: false });

type InterviewButtonProps = { application: { id: string; resumeId: string; label: string }; label?: string };

/** Plans an interview with one candidate for one position. */
export function InterviewButton({ application, label }: InterviewButtonProps) {
  const t = useTranslations("interviews");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <MessagesSquare aria-hidden="true" />
        {label ? t("interview_for", { position: label }) : t("interview_candidate")}
      </Button>
      {isOpen && <NewInterviewDialog application={application} onClose={() => setOpen(false)} />}
    </>
  );
}
