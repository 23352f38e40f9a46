import { type RefObject, useEffect, useState } from "react";

/**
 * Whether what a scroller holds is wider than it. Columns stand still only then: a browser draws each `sticky` cell by
 * itself as soon as its table scrolls in any direction, which costs most of a frame.
 */
export function useIsWide(scroller: RefObject<HTMLElement | null>): boolean {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const observer = new ResizeObserver(() => setIsWide(content.clientWidth > element.clientWidth));
    observer.observe(element);
    observer.observe(content);
    return () => observer.disconnect();
  }, [scroller]);
  return isWide;
}
