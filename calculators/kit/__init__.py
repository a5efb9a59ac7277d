"""The machinery under every calculator: inputs, figures, answer, uncertainty, engine, render."""
