import type {FigureSpec, PageContent} from "@observatoire/catalog";
import {expect, test} from "vitest";
import {refuseSimulated} from "./refuse-simulated.ts";

const page = (simulated: boolean) =>
  ({path: "emploi", figures: [{id: "emploi-base-100", simulated} as FigureSpec]}) as unknown as PageContent;

test("a public site that holds one simulated figure is refused, and the figure is named", () => {
  expect(() => refuseSimulated({deployment: "public", pages: [page(false), page(true)]})).toThrow(
    /1 figure sur données simulées, dont « emploi-base-100 » \(page emploi\)/
  );
});

test("a demo may show it, and a public site without any passes", () => {
  refuseSimulated({deployment: "demo", pages: [page(true)]});
  refuseSimulated({deployment: "public", pages: [page(false)]});
});

test("a session frozen from a demo is refused too, its page named", () => {
  const frozen = {...page(false), path: "seances/2026-11-24", frozen: "<p>12</p>", frozenSimulated: true};
  expect(() => refuseSimulated({deployment: "public", pages: [page(false), frozen]})).toThrow(
    /une séance figée sur des données simulées \(page seances\/2026-11-24\)/
  );
  refuseSimulated({deployment: "comite", pages: [frozen]});
});
