import type zh from "@/messages/zh.json";

/** Every key that is asked for stands in the messages: the type check says which does not. */
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof zh;
  }
}
