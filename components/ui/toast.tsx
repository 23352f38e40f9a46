"use client";

import { Toast } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Message = { id: number; text: string };
const ShowToast = createContext<(text: string) => void>(() => undefined);

/** Says in passing that something was done; errors stand where they happened instead. */
export function useToast() {
  return useContext(ShowToast);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const show = useCallback(
    (text: string) => setMessages((shown) => [...shown, { id: Date.now(), text }].slice(-3)),
    [],
  );
  const drop = (id: number) => setMessages((shown) => shown.filter((message) => message.id !== id));
  return (
    <ShowToast.Provider value={show}>
      <Toast.Provider duration={4000} swipeDirection="down">
        {children}
        {messages.map(({ id, text }) => (
          <Toast.Root
            className="rounded-md bg-ink px-3 py-2 text-canvas text-sm shadow-overlay"
            key={id}
            onOpenChange={(open) => !open && drop(id)}
          >
            <Toast.Description>{text}</Toast.Description>
          </Toast.Root>
        ))}
        <Toast.Viewport className="-translate-x-1/2 fixed bottom-20 left-1/2 z-50 flex flex-col items-center gap-2 sm:bottom-6" />
      </Toast.Provider>
    </ShowToast.Provider>
  );
}
