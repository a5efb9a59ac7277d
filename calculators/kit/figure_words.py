"""The words that a file of figures may use for regions, units and kinds of source, and what readers are told."""

REGIONS = {
    "world": "worldwide",
    "au": "Australia and New Zealand",
    "br": "Brazil",
    "ca": "Canada",
    "cn": "China",
    "de": "Germany",
    "es": "Spain",
    "eu": "euro area",
    "fr": "France",
    "in": "India",
    "it": "Italy",
    "jp": "Japan",
    "kr": "South Korea",
    "mx": "Mexico",
    "ru": "Russia",
    "uk": "United Kingdom",
    "us": "United States",
}

UNITS = (
    "AUD", "GBP", "USD",
    "EUR/coin", "GBP/coin", "USD/coin",
    "USD/1000 views", "USD/day", "USD/like", "USD/month", "USD/viewer-hour",
    "coins", "coins/viewer-hour", "diamonds/coin",
    "likes", "likes/viewer-hour", "points", "views",
    "followers", "viewers", "creators", "accounts", "buyers", "viewer-hours",
    "sigma", "minutes", "hours", "days", "years",
    "fraction", "ratio", "count", "yes_no",
)  # fmt: skip

KINDS = {
    "official": "TikTok's own text",
    "court": "court, regulator or statute",
    "press": "press",
    "industry": "industry study or trade",
    "academic": "academic work",
    "filing": "company filing",
    "blog": "blog or vendor",
    "repository": "code repository",
    "thread": "developers' thread",
    "parameters": "parameter database",
    "assumption": "our own assumption",
}
