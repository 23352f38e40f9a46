"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ImportProvider } from "@/components/import/import-provider";
import { ToastProvider } from "@/components/ui/toast";

type ProvidersProps = { userId: string; canImport: boolean; isDirect: boolean; children: ReactNode };

export function Providers({ userId, canImport, isDirect, children }: ProvidersProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1, refetchOnWindowFocus: true } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>
        <ImportProvider canImport={canImport} isDirect={isDirect} userId={userId}>
          {children}
        </ImportProvider>
      </ToastProvider>
    </QueryClientProvider>
  );
}
