"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { type SignInFailure, signInElsewhere } from "@/lib/auth/session-client";

/** Leads to the company's own sign-in. */
export function ProviderButton({ name }: { name: string }) {
  const t = useTranslations("sign_in");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const leave = async () => {
    setBusy(true);
    setFailure(null);
    const failed = await signInElsewhere();
    setFailure(failed);
    // Else the page is about to change.
    if (failed) setBusy(false);
  };
  return (
    <>
      {failure && <Problem>{t(failure)}</Problem>}
      <Button disabled={isBusy} onClick={() => void leave()} size="lg" type="button">
        {isBusy ? t("busy") : t("with_provider", { name })}
      </Button>
    </>
  );
}
