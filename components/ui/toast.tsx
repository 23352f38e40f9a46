"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Message = { id: string; text: string };
const ShowToast = createContext<(text: string) => void>(() => undefined);
const shownMs = 4000;
const mostShown = 3;

/** Says in passing that something was done; errors stand where they happened instead. */
export function useToast() {
  return useContext(ShowToast);
}

/** Takes neither focus nor keys: Escape still belongs to the drawer underneath. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const show = useCallback((text: string) => {
    const id = crypto.randomUUID();
    setMessages((shown) => [...shown, { id, text }].slice(-mostShown));
    setTimeout(() => setMessages((shown) => shown.filter((message) => message.id !== id)), shownMs);
  }, []);
  return (
    <ShowToast.Provider value={show}>
      {children}
      <div
        aria-live="polite"
        className="-translate-x-1/2 pointer-events-none fixed bottom-20 left-1/2 z-60 flex flex-col items-center gap-2 sm:bottom-6 print:hidden"
        role="status"
      >
        {messages.map(({ id, text }) => (
          <p className="rounded-md bg-ink px-3 py-2 text-canvas text-sm shadow-overlay" key={id}>
            {text}
          </p>
        ))}
      </div>
    </ShowToast.Provider>
  );
}
