import {DataError} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {asDataError} from "./as-data-error.ts";

const fallback = () => new DataError("CORRUPT", {where: "", expected: "", found: "", action: ""});

test("F33 : disque plein ou accès refusé, même au fond de la cause", () => {
  const full = Object.assign(new Error("write"), {code: "ENOSPC"});
  const wrapped = new TypeError("terminated", {cause: full});
  expect(asDataError("urssaf", wrapped, fallback)).toMatchObject({code: "ENOSPC"});
  expect(asDataError("urssaf", wrapped, fallback).message).toContain("un disque plein");
  const denied = Object.assign(new Error("open"), {code: "EACCES", path: "data"});
  expect(asDataError("urssaf", denied, fallback).code).toBe("ENOSPC");
  const firewall = Object.assign(new Error("connect"), {code: "EACCES", syscall: "connect"});
  expect(asDataError("urssaf", firewall, fallback).code).toBe("CORRUPT");
  expect(asDataError("urssaf", new Error("autre"), fallback).code).toBe("CORRUPT");
});
