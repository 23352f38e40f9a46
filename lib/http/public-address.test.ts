import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address";

test.each(["8.8.8.8", "114.114.114.114", "2606:4700:4700::1111", "::ffff:8.8.8.8", "172.32.0.1", "64:ff9b::808:808"])(
  "public: %s",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  "127.0.0.1",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "[::1]",
  "::ffff:127.0.0.1",
  "::ffff:a9fe:a9fe",
  "64:ff9b::a00:1",
  "fe80::1%eth0",
  "fd00::1",
  "2002:7f00:1::",
  "localhost",
  "",
])("not public: %s", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
