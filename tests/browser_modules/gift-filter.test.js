import assert from "node:assert/strict";
import { test } from "node:test";

import { ALL, coins, decodeWish, encodeWish, fits, order, plain } from "../../docs/assets/javascripts/gift-filter.js";

/** @param {string} name @param {number} price */
const gift = (name, price) => ({ words: plain(name), numbers: [price, price / 100], cells: [name, `${price} coins`, "", "", "", price > 100 ? "C" : "B"] });
const GIFTS = [gift("Rose", 1), gift("Rosé Corazón", 10), gift("Lover's Lock", 1500), gift("TikTok Universe+", 34999), gift("Leon and Lion", 34000)];

for (const [wish, names] of /** @type {[Partial<typeof ALL>, string[]][]} */ ([
  [{}, ["Rose", "Rosé Corazón", "Lover's Lock", "TikTok Universe+", "Leon and Lion"]],
  [{ q: "  " }, ["Rose", "Rosé Corazón", "Lover's Lock", "TikTok Universe+", "Leon and Lion"]],
  [{ q: "ROSE" }, ["Rose", "Rosé Corazón"]],
  [{ q: "corazon ros" }, ["Rosé Corazón"]],
  [{ q: "córázon" }, ["Rosé Corazón"]],
  [{ q: "lovers" }, ["Lover's Lock"]],
  [{ q: "lover’s" }, ["Lover's Lock"]],
  [{ q: "universe+" }, ["TikTok Universe+"]],
  [{ q: "34,000" }, ["Leon and Lion"]],
  [{ q: "1" }, ["Rose"]],
  [{ q: "leon.*" }, ["Leon and Lion"]],
  [{ q: "zebra" }, []],
  [{ from: "10", to: "1.500" }, ["Rosé Corazón", "Lover's Lock"]],
  [{ from: "many", to: "10" }, ["Rose", "Rosé Corazón"]],
  [{ from: "11", to: "10" }, []],
])) {
  test(`${JSON.stringify(wish)} finds ${names.length ? names.join(", ") : "nothing"}`, () => {
    assert.deepEqual(GIFTS.filter(fits({ ...ALL, ...wish })).map(({ cells }) => cells[0]), names);
  });
}

for (const [text, expected] of /** @type {[string, number | null][]} */ ([
  ["", null],
  ["  ", null],
  ["0", 0],
  ["1500", 1500],
  ["1,500", 1500],
  ["1.500", 1500],
  ["1 500", 1500],
  ["1\u202f500", 1500], // a narrow space, as French writes it
  ["1’500", 1500],
  ["1,234,567", 1_234_567],
  ["１５００", 1500], // full-width, as a Japanese keyboard writes it
  ["2k", 2000],
  ["2 K", 2000],
  ["1.5k", 1500],
  ["1,25k", 1250],
  ["1.5m", 1_500_000],
  ["1.5", NaN], // no gift costs a part of a coin: a k was forgotten, or digits
  ["1,50", NaN],
  ["1,500.000", NaN], // two signs for one thing
  ["15,00", NaN],
  ["1.500k", NaN], // 1.5 or 1,500 thousand
  ["k", NaN],
  ["-5", NaN],
  ["many", NaN],
])) {
  test(`"${text}" means ${Number.isNaN(expected) ? "no number of" : (expected ?? "no limit in")} coins`, () => {
    assert.equal(coins(text), expected);
  });
}

for (const [sort, first, last] of /** @type {[string, string, string][]} */ ([
  ["gift", "Leon and Lion", "TikTok Universe+"],
  ["-gift", "TikTok Universe+", "Leon and Lion"],
  ["coins", "Rose", "TikTok Universe+"],
  ["-web", "TikTok Universe+", "Rose"],
  ["sure", "Rose", "Leon and Lion"],
])) {
  test(`sorted by ${sort}, ${first} is first`, () => {
    const sorted = GIFTS.toSorted(order(sort)).map(({ cells }) => cells[0]);
    assert.deepEqual([sorted[0], sorted.at(-1)], [first, last]);
  });
}

test("an address holds what differs from all gifts, and gives it back", () => {
  assert.equal(encodeWish(ALL), "");
  const wish = { q: "rosé & +", from: "1,000", to: "", sort: "-keeps" };
  assert.equal(encodeWish(wish), "#q=ros%C3%A9+%26+%2B&from=1%2C000&sort=-keeps");
  assert.deepEqual(decodeWish(encodeWish(wish)), wish);
});

test("an anchor, and what nobody wrote, wish for all gifts", () => {
  for (const hash of ["", "#lion", "#%E0%A4%A", "#c=gift-value&i.gift=lion", "#sort=price"]) assert.deepEqual(decodeWish(hash), ALL);
  assert.equal(decodeWish(`#q=${"x".repeat(1000)}`).q.length, 60);
});
