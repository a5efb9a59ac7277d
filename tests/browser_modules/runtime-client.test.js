import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { DEADLINES, RuntimeClient } from "../../docs/assets/javascripts/runtime-client.js";
import { workerFactory } from "./fakes.js";

const READY = { kind: "ready", startedIn: 5 };
const A = { name: "one calculator" };
const B = { name: "another" };

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "warn", () => {});
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** A client with a worker that is ready. */
function readyClient() {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  client.start();
  factory.latest().say(READY);
  return { client, factory, worker: factory.latest() };
}

/** @param {{ sent: any[] }} worker */
const requests = ({ sent }) => sent.map(({ request }) => request);

test("nothing is started before somebody asks", () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  assert.equal(client.snapshot.state, "idle");
  assert.equal(factory.workers.length, 0);
});

test("a question starts the worker, waits for it, and is answered", async () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  const outcome = client.ask(A, "1");
  assert.equal(client.snapshot.state, "loading");
  assert.deepEqual(factory.latest().sent, [], "the worker is sent nothing it would have to queue");
  factory.latest().say(READY);
  assert.deepEqual(factory.latest().sent, [{ kind: "respond", id: 1, request: "1" }]);
  factory.latest().say({ kind: "reply", id: 1, reply: "one" });
  assert.deepEqual(await outcome, { kind: "reply", reply: "one" });
});

test("of all that was asked while loading, only the latest is ever sent", async () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  const early = [client.ask(A, "1"), client.ask(A, "12")];
  client.ask(A, "123");
  factory.latest().say(READY);
  assert.deepEqual(requests(factory.latest()), ["123"]);
  assert.deepEqual(await Promise.all(early), [{ kind: "superseded" }, { kind: "superseded" }]);
});

test("one calculation is under way at a time, and a newer question replaces the one that waits", async () => {
  const { client, worker } = readyClient();
  const outcomes = ["1", "12", "123"].map((request) => client.ask(A, request));
  assert.deepEqual(requests(worker), ["1"]);
  worker.say({ kind: "reply", id: 1, reply: "stale" });
  assert.deepEqual(requests(worker), ["1", "123"]);
  worker.say({ kind: "reply", id: 2, reply: "fresh" });
  assert.deepEqual(await Promise.all(outcomes), [{ kind: "superseded" }, { kind: "superseded" }, { kind: "reply", reply: "fresh" }]);
});

test("calculators on one page do not displace each other's questions", async () => {
  const { client, factory, worker } = readyClient();
  const outcomes = [client.ask(A, "a"), client.ask(B, "b")];
  worker.say({ kind: "reply", id: 1, reply: "for a" });
  worker.say({ kind: "reply", id: 2, reply: "for b" });
  assert.deepEqual(await Promise.all(outcomes), [{ kind: "reply", reply: "for a" }, { kind: "reply", reply: "for b" }]);
  assert.equal(factory.workers.length, 1);
});

test("a reply with an id that is not under way changes nothing", async () => {
  const { client, worker } = readyClient();
  const outcome = client.ask(A, "a");
  worker.say({ kind: "reply", id: 99, reply: "whose?" });
  worker.say({ kind: "reply", id: 1, reply: "mine" });
  assert.deepEqual(await outcome, { kind: "reply", reply: "mine" });
});

test("a question that is forgotten is superseded, and the next owner has its turn", async () => {
  const { client, worker } = readyClient();
  const [a, b] = [client.ask(A, "a"), client.ask(B, "b")];
  client.forget(A);
  assert.deepEqual(await a, { kind: "superseded" });
  worker.say({ kind: "reply", id: 1, reply: "for nobody" });
  worker.say({ kind: "reply", id: 2, reply: "for b" });
  assert.deepEqual(await b, { kind: "reply", reply: "for b" });
});

test("progress reaches subscribers, until they leave", () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn, { bytes: 3_000_000 });
  /** @type {string[]} */
  const seen = [];
  const leave = client.subscribe(({ state, loaded, total, step }) => seen.push(`${state} ${loaded}/${total} ${step}`));
  client.start();
  factory.latest().say({ kind: "progress", loaded: 10, total: 0, step: "download" });
  factory.latest().say({ kind: "progress", loaded: 20, total: 40, step: "start" });
  leave();
  factory.latest().say(READY);
  assert.deepEqual(seen, ["loading 0/3000000 download", "loading 10/3000000 download", "loading 20/40 start"]);
});

test("a download that is silent for too long fails, but one that moves does not", async () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  const outcome = client.ask(A, "a");
  mock.timers.tick(DEADLINES.loading - 1);
  factory.latest().say({ kind: "progress", loaded: 1, total: 2, step: "download" });
  mock.timers.tick(DEADLINES.loading - 1);
  assert.equal(client.snapshot.state, "loading");
  mock.timers.tick(1);
  assert.equal(client.snapshot.reason, "quiet");
  assert.ok(factory.latest().isTerminated);
  assert.deepEqual(await outcome, { kind: "failed" });
});

test("a calculation that takes too long ends the worker, and a retry starts another", async () => {
  const { client, factory, worker } = readyClient();
  const outcomes = [client.ask(A, "a"), client.ask(B, "b")];
  mock.timers.tick(DEADLINES.calculation);
  assert.deepEqual(await Promise.all(outcomes), [{ kind: "failed" }, { kind: "failed" }]);
  assert.equal(client.snapshot.reason, "slow");
  assert.ok(worker.isTerminated);
  client.restart();
  assert.equal(factory.workers.length, 2);
  assert.deepEqual([client.snapshot.state, client.snapshot.reason], ["loading", null]);
});

test("each calculation has the full time, and an idle worker may rest for ever", () => {
  const { client, worker } = readyClient();
  client.ask(A, "a");
  mock.timers.tick(DEADLINES.calculation - 1);
  worker.say({ kind: "reply", id: 1, reply: "" });
  mock.timers.tick(DEADLINES.loading * 10);
  assert.equal(client.snapshot.state, "ready");
});

test("a page that slept does not blame its worker, which slept as well", () => {
  let now = 0;
  mock.method(Date, "now", () => now);
  const { client } = readyClient();
  client.ask(A, "a");
  // An hour in the back/forward cache: the clock went on, and the timer fires late.
  now = 3_600_000;
  mock.timers.tick(DEADLINES.calculation);
  assert.equal(client.snapshot.state, "ready");
  now += DEADLINES.calculation;
  mock.timers.tick(DEADLINES.calculation);
  assert.equal(client.snapshot.reason, "slow", "awake, it has the usual time");
});

for (const [what, breakIt, reason] of /** @type {[string, (worker: any) => void, string][]} */ ([
  ["a download failed", (worker) => worker.say({ kind: "failed", reason: "download", message: "404" }), "download"],
  ["Python did not start", (worker) => worker.say({ kind: "failed", reason: "start", message: "…" }), "start"],
  ["the worker's own file is missing", (worker) => worker.onerror({ type: "error" }), "download"],
])) {
  test(`${what}: it is said, the worker ended, and only a retry starts another`, async () => {
    globalThis.ErrorEvent ??= /** @type {any} */ (class {});
    const factory = workerFactory();
    const client = new RuntimeClient(factory.spawn);
    const outcome = client.ask(A, "a");
    breakIt(factory.latest());
    assert.deepEqual(await outcome, { kind: "failed" });
    assert.deepEqual([client.snapshot.state, client.snapshot.reason], ["failed", reason]);
    assert.deepEqual(await client.ask(A, "a"), { kind: "failed" });
    client.start();
    assert.equal(factory.workers.length, 1);
    client.restart();
    assert.equal(factory.workers.length, 2);
  });
}

test("a failure of one calculation leaves the worker in service", async () => {
  const { client, worker } = readyClient();
  const outcome = client.ask(A, "a");
  worker.say({ kind: "failed", id: 1, reason: "internal", message: "…" });
  assert.deepEqual(await outcome, { kind: "failed" });
  assert.equal(client.snapshot.state, "ready");
  client.ask(A, "b");
  assert.deepEqual(requests(worker), ["a", "b"]);
});

test("a worker whose second file did not come is ended, and a retry starts another", async () => {
  const { client, factory, worker } = readyClient();
  const outcomes = [client.ask(A, "a"), client.ask(B, "b")];
  worker.say({ kind: "failed", id: 1, reason: "download", message: "rest: status 404" });
  assert.deepEqual(await Promise.all(outcomes), [{ kind: "failed" }, { kind: "failed" }]);
  assert.deepEqual([client.snapshot.state, client.snapshot.reason], ["failed", "download"]);
  assert.ok(worker.isTerminated);
  client.restart();
  assert.equal(factory.workers.length, 2);
  const again = client.ask(A, "a");
  factory.latest().say(READY);
  const { id } = factory.latest().sent[0];
  factory.latest().say({ kind: "reply", id, reply: "one" });
  assert.deepEqual(await again, { kind: "reply", reply: "one" });
});

test("a calculation that waits for a second file has the time of a download, and nobody sees one", async () => {
  const { client, worker } = readyClient();
  /** @type {string[]} */
  const seen = [];
  client.subscribe(({ state }) => seen.push(state));
  const outcome = client.ask(A, "a");
  worker.say({ kind: "progress", loaded: 0, total: 700_000, step: "download" });
  mock.timers.tick(DEADLINES.loading - 1);
  worker.say({ kind: "reply", id: 1, reply: "late" });
  assert.deepEqual(await outcome, { kind: "reply", reply: "late" });
  assert.deepEqual([seen, client.snapshot.state, client.snapshot.total], [[], "ready", 0]);
  client.ask(A, "b");
  mock.timers.tick(DEADLINES.calculation);
  assert.equal(client.snapshot.reason, "slow", "the next has the usual time");
});

test("the reader can stop a download; keys do not start it again, but asking for it does", async () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  client.start();
  client.stop();
  assert.equal(client.snapshot.state, "stopped");
  assert.ok(factory.latest().isTerminated);
  assert.deepEqual(await client.ask(A, "a"), { kind: "failed" });
  assert.equal(factory.workers.length, 1);
  client.restart();
  assert.equal(client.snapshot.state, "loading");
});

test("a download under way begins anew in another worker, and what was asked is answered by that one", async () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  const outcome = client.ask(A, "1");
  const first = factory.latest();
  client.renew();
  assert.ok(first.isTerminated);
  assert.equal(factory.workers.length, 2);
  first.say(READY);
  assert.equal(client.snapshot.state, "loading", "the first is not heard any more");
  factory.latest().say(READY);
  factory.latest().say({ kind: "reply", id: 1, reply: "one" });
  assert.deepEqual(await outcome, { kind: "reply", reply: "one" });
});

test("only a download under way begins anew", () => {
  const { client, factory } = readyClient();
  client.renew();
  assert.equal(factory.workers.length, 1);
  const idle = workerFactory();
  new RuntimeClient(idle.spawn).renew();
  assert.equal(idle.workers.length, 0);
});

test("a worker that was ended is not heard any more", () => {
  const factory = workerFactory();
  const client = new RuntimeClient(factory.spawn);
  client.start();
  const ended = factory.latest();
  client.stop();
  client.restart();
  ended.say(READY);
  assert.equal(client.snapshot.state, "loading");
});

test("a ready worker is neither stopped nor started again", () => {
  const { client, factory } = readyClient();
  client.stop();
  client.restart();
  assert.equal(client.snapshot.state, "ready");
  assert.equal(factory.workers.length, 1);
});

test("a page without a runtime, and a browser that refuses workers, fail in words of their own", () => {
  const without = new RuntimeClient(null);
  without.start();
  assert.equal(without.snapshot.reason, "missing");
  const refused = new RuntimeClient(() => {
    throw new Error("refused by policy");
  });
  refused.start();
  assert.equal(refused.snapshot.reason, "start");
});
