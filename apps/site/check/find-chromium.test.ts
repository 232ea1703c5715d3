import {expect, test} from "vitest";
import {checkLinks} from "./check-links.ts";
import {findChromium} from "./find-chromium.ts";

test("looks in the variable, the PATH, then installs", () => {
  const env = {PATH: "/a:/b", CHROMIUM: "/mine"};
  expect(findChromium({env, exists: (path) => path === "/mine"})).toBe("/mine");
  expect(findChromium({env, exists: (path) => path === "/b/google-chrome"})).toBe("/b/google-chrome");
  let installed = false;
  const install = () => {
    installed = true;
    return true;
  };
  expect(findChromium({env, exists: (path) => installed && path === "/usr/bin/chromium", install})).toBe(
    "/usr/bin/chromium"
  );
});

test("says in one sentence what to install", () => {
  expect(() => findChromium({env: {}, exists: () => false, install: () => false})).toThrow(
    "contrôle du site : attendu un navigateur Chromium ou Chrome, trouvé aucun sur cette machine ; installer le paquet « chromium »"
  );
});

test("finds dead links and anchors, and leaves other sites alone", () => {
  const pages = new Map([
    [
      "index.html",
      '<a href="./a.html#x"></a><a href="./a.html#y"></a><a href="https://insee.fr/"></a><a href="./b.html"></a>'
    ],
    ["a.html", '<p id="x"></p><a href="./"></a><a href="#z"></a>']
  ]);
  expect(checkLinks(pages, new Set(["index.html", "a.html"])).map(({page, rule}) => [page, rule])).toEqual([
    ["index.html", "ancre"],
    ["index.html", "lien"],
    ["a.html", "ancre"]
  ]);
});
