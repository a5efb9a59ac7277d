"""The five fences, as pymdownx.superfences wants them: a validator and one formatter each.

superfences swallows every exception but its own: the page would then show the fence as a code block and the
build would succeed. So whatever goes wrong here leaves as SuperFencesException.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pymdownx.superfences import SuperFencesException

from build_scripts import project
from build_scripts.markdown import notation
from build_scripts.markdown.checks import Mistake, calculator_inputs, check
from build_scripts.markdown.content import content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def validator(
    language: str, inputs: dict[str, str], options: dict[str, str], _attrs: dict[str, str], _md: object
) -> bool:
    """Accept the fence and hand all that its header says to the formatter, or stop the build."""
    _stop_on_error(language, inputs, lambda: check(language, inputs, content()))
    options.update(inputs)
    return True


def calculator(source: str, _language: str, _css: str, options: Mapping[str, str], _md: object, **_extra: Any) -> str:  # noqa: ANN401
    """Render ```` ```calculator slug="gift-earnings" viewers="200" ````: the form and its result."""
    return _render(
        "calculator",
        source,
        options,
        lambda: content().calculator_html(options["slug"], calculator_inputs(options)),
    )


def figures(source: str, _language: str, _css: str, options: Mapping[str, str], _md: object, **_extra: Any) -> str:  # noqa: ANN401
    """Render ```` ```figures topic="gifts" ````: a table of dated, sourced figures; without a topic, all."""
    return _render("figures", source, options, lambda: content().figures_html(options.get("topic")))


def sources(source: str, _language: str, _css: str, options: Mapping[str, str], _md: object, **_extra: Any) -> str:  # noqa: ANN401
    """Render ```` ```sources topic="gifts" ````: the list of sources; without a topic, all."""
    return _render("sources", source, options, lambda: content().sources_html(options.get("topic")))


def picture(source: str, _language: str, _css: str, options: Mapping[str, str], _md: object, **_extra: Any) -> str:  # noqa: ANN401
    """Render ```` ```picture name="hundred-coins" ````: a picture made from the figures, with text and table."""
    return _render("picture", source, options, lambda: content().picture_html(options["name"]))


def gifts(source: str, _language: str, _css: str, options: Mapping[str, str], _md: object, **_extra: Any) -> str:  # noqa: ANN401
    """Render ```` ```gifts ````: every gift with what it costs and brings, as a table that a script makes a finder."""
    return _render("gifts", source, options, lambda: content().gifts_html())


def _render(name: str, source: str, options: Mapping[str, str], render: Callable[[], str]) -> str:
    """Return the rendered fence inside an element that Python-Markdown knows to be a block."""

    def html() -> str:
        if source.strip():
            raise Mistake("Nothing may stand between the fence's first and last line.")
        return render()

    # The search index is loaded with every page: prose and headings are worth their bytes in it, fences are not.
    # Material ends the exclusion at the first end tag of the same name, so no template may have an <article>.
    return f'<article class="fence fence-{name}" data-search-exclude>{_stop_on_error(name, options, html)}</article>'


def _stop_on_error[T](name: str, options: Mapping[str, str], step: Callable[[], T]) -> T:
    """Run a step; turn any failure into the exception that stops the build, with page, fence and reason."""
    try:
        return step()
    except Exception as error:
        written = " ".join([f"```{name}", *(f'{key}="{value}"' for key, value in options.items())])
        reason = str(error) if isinstance(error, Mistake) else f"{type(error).__name__}: {error}"
        raise SuperFencesException(f"{places(name, options)}: {written}: {reason}") from error


def places(kind: str, options: Mapping[str, str]) -> str:
    """Return where a fence or inline figure stands, found by reading the pages: "docs/index.md:12"."""
    found = [
        mention.place
        for mention in notation.mentions(project.DOCS)
        if mention.kind == kind and (mention.options == options or (mention.trouble and not options))
    ]
    return ", ".join(found) or "a page"
