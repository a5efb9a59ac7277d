"""The split runtime is the same Python as stock Pyodide, in the same browser."""

import json
from collections.abc import Iterator

import pytest

from build_scripts.runtime.parts import stock_parts, trimmed_parts
from build_scripts.runtime.profiling.session import Session, session
from build_scripts.runtime.pyodide_files import checked_files
from calculators import registry
from calculators.kit import uncertainty
from calculators.kit.engine import Request, answer_request
from calculators.kit.figures import Register

pytestmark = pytest.mark.browser
INPUTS = 2000


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Pyodide as it comes."""
    with session(tmp_path_factory.mktemp("stock"), stock_parts(checked_files(), None)) as started:
        yield started


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """What readers get."""
    with session(tmp_path_factory.mktemp("split"), trimmed_parts(checked_files(), None)) as started:
        yield started


def test_a_visit_never_loads_the_second_files(split: Session) -> None:
    """Every example, every text a reader may type, every error and every traceback: all in the first files."""
    split.run("site_scenario", "run")
    assert (split.ask("loads"), split.ask("pythonLoads")) == (0, 0)


def test_common_operations_give_the_same_and_load_nothing(stock: Session, split: Session) -> None:
    """One hash over the outputs of 2,000 random inputs to a broad set of operations."""
    asked = {"count": INPUTS, "rare": False}
    assert split.run("operations", "digest", **asked) == stock.run("operations", "digest", **asked)
    assert (split.ask("loads"), split.ask("pythonLoads")) == (0, 0)


def test_rare_operations_give_the_same_by_loading_the_second_files_once(stock: Session, split: Session) -> None:
    """Also what moved to the second files, code and tables, is the same; each is loaded once."""
    asked = {"count": INPUTS, "rare": True}
    assert split.run("operations", "digest", **asked) == stock.run("operations", "digest", **asked)
    assert (split.ask("loads"), split.ask("pythonLoads")) == (1, 1)


@pytest.mark.parametrize("slug", ["gift-earnings", "income-mix", "shop-affiliate"])
def test_the_draws_are_the_same_as_here(split: Session, slug: str) -> None:
    """Each input's draws to the last bit and in the same order; what comes of them to the last digits of `pow`."""
    inputs = {"viewers": "40 to 90"}
    asked = {"slug": slug, "inputs": inputs, "dimensions": 8}
    there = json.loads(split.run("draws", "sample", **asked))
    here = answer_request(registry()[slug], Request(inputs), Register.load())

    assert [[float.fromhex(value) for value in column] for column in there["draws"]] == [
        uncertainty.draws(dimension) for dimension in range(8)
    ]
    assert len(set(here.sample)) > uncertainty.SIZE / 2
    assert there["sample"] == pytest.approx(here.sample, rel=1e-12)
