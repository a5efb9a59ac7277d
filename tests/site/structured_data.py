"""What schema.org and Google ask of each kind of thing that our pages describe, as JSON Schemas kept by hand.

Required are the properties that Google's documentation of rich results requires (Article has none: what it recommends
and we have), and what makes sense without. A property that is not listed is a mistake: nobody would read it.
Ratings and reviews, which Google requires for stars beside an application, we have none of.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1, "pattern": r"^\S(.*\S)?$"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


def schemas(site_url: str) -> dict[str, dict[str, Any]]:
    """Return the schema of each "@type"."""
    address = {"type": "string", "pattern": f"^{site_url}[^ ]*$"}
    organisation = _thing("Organization", {"name": TEXT, "url": {"const": site_url}})
    article = {
        "headline": TEXT | {"maxLength": 110},
        "description": TEXT,
        "dateModified": DAY,
        "image": address,
        "mainEntityOfPage": address,
        "author": organisation,
        "publisher": organisation,
    }
    application = {
        "name": TEXT,
        "description": TEXT,
        "url": address,
        "image": address,
        "applicationCategory": {"const": "FinanceApplication"},
        "operatingSystem": TEXT,
        "softwareVersion": {"type": "string", "pattern": r"^\d{4}\.\d\d\.\d\d$"},
        "isAccessibleForFree": {"const": True},
        "offers": _thing("Offer", {"price": {"const": "0"}, "priceCurrency": {"const": "USD"}}),
        "author": organisation,
    }
    step = _thing("ListItem", {"position": {"type": "integer", "minimum": 1}, "name": TEXT, "item": address})
    question = _thing("Question", {"name": TEXT, "acceptedAnswer": _thing("Answer", {"text": TEXT})})
    return {
        "WebSite": _thing("WebSite", {"name": TEXT, "description": TEXT, "url": {"const": site_url}}),
        "BreadcrumbList": _thing(
            "BreadcrumbList", {"itemListElement": {"type": "array", "minItems": 2, "items": step}}
        ),
        "Article": _thing("Article", article),
        "WebApplication": _thing("WebApplication", application),
        "FAQPage": _thing(
            "FAQPage", {"url": address, "mainEntity": {"type": "array", "minItems": 15, "items": question}}
        ),
    }


def _thing(kind: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"@type": {"const": kind}, **properties},
        "required": ["@type", *properties],
        "additionalProperties": False,
    }
