"""How the site is made: nothing here is shipped to a reader."""
