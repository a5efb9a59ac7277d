"""What our Markdown can say beyond Markdown: five fences, inline figures and citations, and the glossary's terms.

It is all plain Python-Markdown, so that every site builder with Python-Markdown inside understands it.
See docs/about/decisions/0001-markdown-fences-not-plugins.md.
"""
