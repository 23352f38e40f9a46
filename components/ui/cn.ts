/**
 * Class names joined; what is false or empty falls out. Of two classes for the same property the
 * style sheet's order decides, not this list's: choose between them instead of overriding.
 */
export { clsx as cn } from "clsx";
