import assert from "node:assert/strict";
import { test } from "node:test";

import { keywords } from "../../build_scripts/search/keywords.js";

for (const [asked, sought] of /** @type {[string, string][]} */ ([
  ["how much is a lion", "lion"],
  ["How much is a Lion?", "lion"],
  ["do likes give money", "like give money"],
  ["Minimum withdrawals", "minimum withdraw"],
  ["taxes", "tax"],
  ["matches", "match"],
  ["bonus", "bonus"],
  ["business class", "business class"],
  ["what’s a creator's share", "creator share"],
  ["how much is 1000 coins", "1,000 coin"],
  ["34,999", "34,999"],
  ["TikTok LIVE", "tiktok live"],
  ["how are you", "how are you"],
  ["  ", ""],
  ["?!", ""],
  ['"paid for"', '"paid for"'],
  ["+lion -rose", "+lion -rose"],
  ["title:lion", "title:lion"],
  ["mobile-game", "mobile game"],
])) {
  test(`“${asked}” looks for “${sought}”`, () => {
    assert.equal(keywords(asked), sought);
  });
}
