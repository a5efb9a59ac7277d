"""What a screen reader meets at each step from a number to a decision, and that keys alone lead there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.decide.conftest import Desks
from tests.decide.desk import Desk
from tests.decide.test_sharing import NO_SHARE

pytestmark = pytest.mark.browser


def test_likely_range(desk: Desk) -> None:
    """1: the sentence, the plot as one picture that says it, and low, middle and high in a table."""
    desk.open_drawer("What the dots say")

    expect(desk.reading.result.locator(".chart--range")).to_match_aria_snapshot("""
        - figure "8 in 10 times between $7 and $98.":
          - text: 8 in 10 times between $7 and $98.
          - img /Likely range Twenty dots, each as likely as the next. 8 in 10 times between \\$7 and \\$98./
          - group:
            - table:
              - rowgroup:
                - row "Case You keep, a month"
              - rowgroup:
                - 'row "Low: one in ten is lower $7"'
                - 'row "Middle: half are lower $33"'
                - 'row "High: one in ten is higher $98"'
                - 'row "The dashed line: your result $33"'
    """)


def test_what_matters_most(desk: Desk) -> None:
    """2: each bar is a picture with the sentence it means, in a list from the widest, and a table has them all."""
    desk.fill(viewers="40 to 60")
    desk.reading.result.locator(".drivers summary").press("Enter")

    expect(desk.reading.result.locator(".drivers")).to_match_aria_snapshot("""
        - region "What matters most":
          - heading "What matters most" [level=3]
          - list:
            - listitem:
              - paragraph: /Coins a viewer gives in an hour \\$/
              - img /Coins a viewer gives in an hour With 2 coins it would be \\$\\d+; with 30 coins, \\$\\d+/
              - paragraph: /With 2 coins it would be \\$\\d+; with 30 coins, \\$\\d+/
            - listitem:
              - paragraph: /Average viewers at once \\$/
              - img /Average viewers at once With 40 viewers it would be/
              - paragraph: /With 40 viewers it would be/
          - group:
            - region "What matters most, as a table":
              - table:
                - rowgroup:
                  - row "Input If low Result If high Result"
    """)


def test_what_it_would_take(desk: Desk) -> None:
    """3: by keys into the drawer, a target, and to the answer: the chance, then each input with what it would be."""
    desk.root.locator("summary", has_text="What would it take?").press("Enter")
    desk.field("target").press_sequentially("5000")
    desk.settle()

    expect(desk.part("goal")).to_match_aria_snapshot("""
        - region "What would it take to reach $5,000?":
          - heading "What would it take to reach $5,000?" [level=3]
          - paragraph: /As things stand, reaching \\$5,000 is/
          - list:
            - listitem:
              - paragraph:
                - text: Average viewers at once
                - strong: /[\\d,]+ viewers/
              - paragraph: Now 50 viewers.
            - listitem:
              - paragraph: Length of a LIVE not reachable
              - paragraph: /Now 60 minutes. The nearest is \\$[\\d,.]+, with 1,440 minutes./
    """)
    desk.button("See what it would take").press("Enter")
    expect(desk.part("goal")).to_be_in_viewport()


def test_the_working_and_its_figures(desk: Desk) -> None:
    """4: steps are a list; a figure is a link, its date, its grade, its sources and the way to one's own."""
    desk.root.locator("summary", has_text="Figures used").press("Enter")
    expect(desk.reading.result.locator(".working")).to_match_aria_snapshot("""
        - group:
          - list:
            - listitem:
              - paragraph: Coins a LIVE 500 coins
              - paragraph: /average viewers at once × length of a LIVE ÷ 60 .* 50 × 60 ÷ 60 × 10/
    """)
    expect(desk.reading.result.locator(".figures-used")).to_match_aria_snapshot("""
        - group:
          - list:
            - listitem:
              - paragraph:
                - link "Coins given per viewer-hour, ordinary room"
                - text: 10 coins per viewer-hour
              - paragraph: /Grade C · in force since 1 Sep 2023 · checked/
              - paragraph
              - paragraph:
                - text: "Sources:"
                - link /Digiday/
              - paragraph:
                - link /Put in your own/
    """)
    desk.root.locator("summary", has_text="Put in figures").press("Enter")
    desk.field("figure:gifts.diamond_usd").press_sequentially("0.006")
    desk.settle()
    expect(desk.button("Use our figures again")).to_be_visible()
    expect(desk.reading.result.locator(".figures-used")).to_contain_text("Your own value, not ours.")
    desk.button("Use our figures again").press("Enter")
    expect(desk.field("figure:gifts.diamond_usd")).to_have_value("")


def test_a_comparison(desk: Desk) -> None:
    """5: pinned by key; both sides, the difference in a sentence, and what makes it as a list."""
    desk.button("Pin this").press("Enter")
    expect(desk.said).to_contain_text("Pinned.")
    desk.fill(viewers="100")

    expect(desk.part("pinned")).to_match_aria_snapshot("""
        - region "Pinned and now":
          - heading "Pinned and now" [level=3]
          - paragraph: Pinned $33 $7 to $98
          - paragraph: /Now \\$\\d+/
          - paragraph: The difference is +$32.50, all of it from average viewers at once.
          - list:
            - listitem:
              - paragraph: Average viewers at once +$32.50
              - paragraph: /50 viewers Now. 100 viewers/
    """)


def test_what_is_kept(desk: Desk) -> None:
    """6: the button says whether its drawer is open; saved numbers are a list of buttons that say what they do."""
    desk.button("Save").first.press("Enter")
    desk.save("Fridays")

    expect(desk.root.locator(".tools")).to_match_aria_snapshot("""
        - group "Do something with this result":
          - button "Pin this"
          - button "Share"
          - button "Save" [expanded]
          - button "Take away"
        - status: “Fridays” is saved.
        - group "Saved on this device":
          - textbox "Save these numbers as"
          - button "Save"
          - list "Saved numbers":
            - listitem:
              - button "Open Fridays $33"
              - button "Delete Fridays"
          - button "Save all to a file"
          - button "Add from a file"
          - paragraph:
            - button "Forget everything"
    """)
    expect(desk.button("Forget everything")).to_have_accessible_description(
        "All that is saved, and all you typed in any calculator."
    )


def test_a_shared_link(desks: Desks) -> None:
    """7: what the link says of itself stands before the fields, in words; what was done is a status."""
    desk = desks("#c=gift-earnings&v=2025.1.1&h=%2429&i.viewers=200&evil=1")
    expect(desk.root.locator(".calculator-form > .calculator-notices")).to_match_aria_snapshot("""
        - paragraph: "Some of what the link or file held is not known here and was left out: evil."
        - paragraph: Made with version 2025.1.1, which said $29.
    """)
    desk.reading.tab.evaluate(NO_SHARE)
    desk.button("Share").press("Enter")
    expect(desk.root.locator(".tools")).to_match_aria_snapshot("""
        - status: Link copied. It holds your numbers and opens exactly this.
    """)


def test_what_is_taken_away(desk: Desk) -> None:
    """8: four buttons in a named group; the picture is named by what it shows."""
    desk.button("Take away").press("Enter")
    expect(desk.root.locator(".tools")).to_match_aria_snapshot("""
        - group "Do something with this result":
          - button "Pin this"
          - button "Share"
          - button "Save"
          - button "Take away" [expanded]
        - status
        - group "Take this result away":
          - button "Copy text"
          - button "Picture"
          - button "Table (CSV)"
          - button "Print"
    """)


def test_a_frame(desks: Desks) -> None:
    """9: the snippet is a field with a name and a button; by keys it is copied."""
    desk = desks()
    tab = desk.reading.tab
    tab.locator("summary", has_text="Put this on your own site").press("Enter")
    expect(tab.locator(".embed-code")).to_match_aria_snapshot("""
        - group:
          - paragraph: /Free, with no account and no tracker/
          - textbox "HTML to copy"
          - button "Copy"
    """)
    tab.get_by_role("button", name="Copy", exact=True).press("Enter")
    expect(tab.get_by_role("button", name="Copied")).to_be_focused()


def test_another_day(desk: Desk) -> None:
    """10: a date field with a name; then and now in a sentence, and what changed as a list."""
    desk.field("region").select_option("us")
    desk.root.locator("summary", has_text="As of another day").press("Enter")
    desk.field("on").fill("2025-01-15")
    desk.settle()

    expect(desk.field("on")).to_have_accessible_name("Figures as of")
    expect(desk.part("today")).to_match_aria_snapshot("""
        - region "With the figures of 15 Jan 2025":
          - heading "With the figures of 15 Jan 2025" [level=3]
          - paragraph: "Then: $32.50. With the figures of 22 Nov 2026: $28.60."
          - list:
            - listitem:
              - paragraph: Your share of gift value −$3.90
              - paragraph: /50% 22 Nov 2026. 44%/
    """)
    desk.button("See what was different").press("Enter")
    expect(desk.part("today")).to_be_in_viewport()
