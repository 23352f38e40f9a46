"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const NewPositionDialog = dynamic(() => import("@/components/position/new-position-dialog"), { ssr: false });

export function NewPositionButton() {
  const t = useTranslations("positions");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="primary">
        <Plus aria-hidden="true" />
        {t("create")}
      </Button>
      {isOpen && <NewPositionDialog onClose={() => setOpen(false)} />}
    </>
  );
}
