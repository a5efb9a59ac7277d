/**
 * What of a question is worth looking for. Material's search looks for every word, and for every word that begins with it:
 * "how much is a lion" would bring all that begins with an a before the Lion.
 */

/** Words that questions are made of, and answers too; and what the whole site is about. */
const ASKING = new Set(
  (
    "a about am an and any anyone are as at be been by can cant could did do does doesnt dont for from get gets getting go going had has have how i if in into is isnt it its " +
    "many me much must my need of off on one or our per really should so some tell than that the their them then there these they this to was we were " +
    "what whats when where which who why will with would you your live tiktok"
  ).split(" "),
);

/** What people say, and what pages say. @type {Record<string, string>} */
const SAME = {
  battle: "match",
  cash: "withdraw",
  cashout: "withdraw",
  payout: "withdraw",
  withdrawal: "withdraw",
  withdrawing: "withdraw",
  withdrawn: "withdraw",
};

/**
 * @param {string} query
 * @returns {string} what Material is to look for; what has the signs of its own language, such as quotes, stays
 */
export function keywords(query) {
  if (/["*~^:]|(?:^|\s)[+-]/.test(query)) return query;
  const words = query.toLowerCase().replace(/['’]|(?<=\d),(?=\d)/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const sought = words.filter((word) => !ASKING.has(word)).map(stem);
  return (sought.length > 0 ? sought : words).join(" ");
}

/** Material finds what begins with a word, so the shorter form of it finds both. @param {string} word */
function stem(word) {
  if (/^\d+$/.test(word)) return word.replace(/\B(?=(\d{3})+$)/g, ","); // as pages write it
  const short = /(ch|sh|x)es$/.test(word) ? word.slice(0, -2) : word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  return SAME[short] ?? short;
}
