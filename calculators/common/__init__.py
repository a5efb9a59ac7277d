"""What several calculators ask alike, declared once."""
