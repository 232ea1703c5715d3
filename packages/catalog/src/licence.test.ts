import {expect, test} from "vitest";
import {combineLicences} from "./licence.ts";
import {territoireKey} from "./territory.ts";

test("share-alike wins over an open licence", () => {
  expect(combineLicences(["licence-ouverte-2.0", "odbl-1.0"])).toBe("odbl-1.0");
  expect(combineLicences(["licence-ouverte-2.0"])).toBe("licence-ouverte-2.0");
});

test("a territory has one key in addresses and file names", () => {
  expect(territoireKey({niveau: "zone_emploi", code: "1107"})).toBe("zone-emploi-1107");
});
